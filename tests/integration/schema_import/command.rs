//! `lazuli schema import`.

use std::fs;

use lazuli::catalog::Catalog;
use serde_json::json;

use super::swagger_file;
use crate::workplace::Workplace;

const VERSION: &str = "checkout/specification/test/resource-manager/Microsoft.Test/stable/2020-01-01";

/// A checkout with a type whose body is partly outside its own folder.
fn checkout() -> Workplace {
    let place = Workplace::new();
    let resource = "../../../../../common-types/types.json#/definitions/Resource";
    let thing = json!({ "Thing": { "allOf": [{ "$ref": resource }], "properties": { "a": { "type": "integer" } } } });
    place.write(format!("{VERSION}/a.json"), swagger_file(&thing).to_string());
    let common = json!({ "swagger": "2.0", "definitions": { "Resource": { "properties": { "id": {} } } } });
    place.write("checkout/specification/common-types/types.json", common.to_string());
    place
}

/// What is in the folder, hidden files included.
fn names(place: &Workplace) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(place.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_checkout_becomes_a_file_that_the_catalogue_takes() {
    let place = checkout();
    place.write(format!("{VERSION}/broken.json"), "{");
    insta::assert_snapshot!(place.run(["schema", "import", "checkout", "-o", "schemas.json"]));
    assert_eq!(names(&place), ["checkout", "schemas.json"]);
    let text = fs::read_to_string(place.path().join("schemas.json")).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!((lines.len(), lines[0], lines[2]), (3, "[", "]"));
    let mut catalog = Catalog::empty();
    assert_eq!(catalog.add_swagger(&text).unwrap(), []);
    assert_eq!(catalog.types().count(), 1);
    let again = place.run(["schema", "import", "checkout", "--output", "schemas.json"]);
    assert_eq!(again.code, Some(0), "a file that is there is replaced: {again}");
    assert_eq!(fs::read_to_string(place.path().join("schemas.json")).unwrap(), text, "the same comes of the same");
}

#[test]
fn nothing_outside_of_what_is_named_is_read() {
    let place = checkout();
    let leads_out = "leads out of the checkout";
    let part = place.run(["schema", "import", VERSION, "-o", "part.json"]);
    assert!(part.code == Some(0) && part.stderr.contains(leads_out), "{part}");
    let file = format!("{VERSION}/a.json");
    let alone = place.run(["schema", "import", &file, "-o", "alone.json"]);
    assert!(alone.code == Some(0) && alone.stderr.contains(leads_out), "{alone}");
    for part in [VERSION, &file] {
        let whole = place.run(["schema", "import", part, "--checkout", "checkout", "-o", "whole.json"]);
        assert!(whole.code == Some(0) && !whole.stderr.contains("skipped"), "{whole}");
    }
    let elsewhere = place.run(["schema", "import", "checkout", "--checkout", VERSION, "-o", "x.json"]);
    assert!(
        elsewhere.code == Some(2) && elsewhere.stderr.contains("cannot import checkout: it is not in"),
        "{elsewhere}"
    );
}

#[test]
fn a_file_alone_has_no_neighbours() {
    let place = Workplace::new();
    let thing = json!({ "Thing": { "properties": { "a": { "$ref": "b.json#/definitions/B" } } } });
    place.write("a.json", swagger_file(&thing).to_string());
    place.write("b.json", json!({ "swagger": "2.0", "definitions": { "B": {} } }).to_string());
    let alone = place.run(["schema", "import", "a.json", "-o", "x.json"]);
    assert!(alone.stderr.contains("`b.json#/definitions/B` leads nowhere: that file is not imported"), "{alone}");
    let together = place.run(["schema", "import", "a.json", "--checkout", ".", "-o", "x.json"]);
    assert!(!together.stderr.contains("skipped"), "{together}");
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_are_not_followed() {
    use std::os::unix::fs::symlink;

    let place = checkout();
    let secret = place.write("secret.json", swagger_file(&json!({ "Thing": {} })).to_string());
    let version = place.path().join(VERSION);
    symlink(&secret, version.join("link.json")).unwrap();
    symlink(place.path(), version.join("folder")).unwrap();
    let thing = json!({ "Thing": { "properties": {
        "a": { "$ref": "link.json#/definitions/Thing" }, "b": { "$ref": "folder/secret.json#/definitions/Thing" } } } });
    place.write(format!("{VERSION}/a.json"), swagger_file(&thing).to_string());
    let outcome = place.run(["schema", "import", "checkout", "-o", "x.json"]);
    for reference in ["`link.json#/definitions/Thing`", "`folder/secret.json#/definitions/Thing`"] {
        let message = format!("{reference} leads nowhere: a link leads out of the checkout");
        assert!(outcome.stderr.contains(&message), "{outcome}");
    }
}

#[test]
fn where_nothing_can_be_imported_one_line_says_why_and_nothing_is_written() {
    let place = Workplace::new();
    place.write("empty/notes.txt", "");
    place.write("broken/a.json", "{");
    place.write("broken/b.json", "{");
    place.write("openapi.json", "{\"openapi\": \"3.0.0\"}");
    place.write("good.json", swagger_file(&json!({ "Thing": { "properties": { "a": {} } } })).to_string());
    let before = names(&place);
    let table = [
        (
            ["empty", "x.json"],
            "lazuli: cannot import empty: it has neither swagger files that create resources nor Bicep types\n",
        ),
        (
            ["broken", "x.json"],
            "lazuli: cannot import broken: a.json: it is not JSON: EOF while parsing an object at line 1 column 1 (and 1 more)\n",
        ),
        (
            ["openapi.json", "x.json"],
            "lazuli: cannot import openapi.json: openapi.json: it is no swagger file: it has no `\"swagger\": \"2.0\"`\n",
        ),
        (["absent", "x.json"], "lazuli: cannot read absent: no such file or folder\n"),
        (["good.json", "absent/x.json"], "lazuli: cannot write absent/x.json: no such file or folder\n"),
        (["good.json", "empty"], "lazuli: cannot write empty: it is a folder\n"),
    ];
    for ([path, output], message) in table {
        let outcome = place.run(["schema", "import", path, "-o", output]);
        assert_eq!((outcome.code, &*outcome.stderr), (Some(2), message), "{path}");
        assert_eq!(names(&place), before, "{path}");
    }
}

#[test]
fn what_is_skipped_is_listed_up_to_twenty() {
    let place = Workplace::new();
    let bad: serde_json::Map<String, serde_json::Value> =
        (10..40).map(|number| (format!("p{number}"), json!({ "$ref": "#/definitions/\u{1b}[31m" }))).collect();
    place.write("a.json", swagger_file(&json!({ "Thing": { "properties": bad } })).to_string());
    let outcome = place.run(["schema", "import", "a.json", "-o", "x.json"]);
    assert!(outcome.stderr.ends_with("lazuli:   and 10 more\n"), "{outcome}");
    assert_eq!(outcome.stderr.lines().count(), 23, "{outcome}");
    assert!(!outcome.stderr.contains('\u{1b}'));
}
