//! What cannot be used is named, with its place, and the rest is imported.

use lazuli::catalog::Additional;
use lazuli::catalog::import::{FilesInMemory, LARGEST_SCHEMA_FILE};
use serde_json::{Value, json};

use super::{FOLDER, body, imported, in_version_folder, keys, library, member, part, path, swagger_file, thing};

/// A body with a property that is wrong, and one that is not.
fn with_bad(property: &Value) -> Value {
    swagger_file(&json!({ "Thing": { "properties": { "bad": property, "good": { "type": "integer" } } } }))
}

const BAD: &str = "/definitions/Thing/properties/bad";

#[test]
fn a_reference_that_leads_nowhere_costs_its_place_alone() {
    let table = [
        ("#/definitions/Nowhere", "`#/definitions/Nowhere` leads nowhere"),
        ("b.json#/definitions/Nowhere", "`b.json#/definitions/Nowhere` leads nowhere"),
        ("absent.json#/definitions/A", "`absent.json#/definitions/A` leads nowhere: no such file"),
        (
            "../../../../../../../x.json#/definitions/A",
            "`../../../../../../../x.json#/definitions/A` leads out of the checkout",
        ),
        ("/etc/passwd", "`/etc/passwd` is an absolute path: it leads out of the checkout"),
        ("https://x.test/a.json#/A", "`https://x.test/a.json#/A` leads out of the checkout: nothing is fetched"),
        ("file:///etc/passwd", "`file:///etc/passwd` leads out of the checkout: nothing is fetched"),
        ("b.json#/definitions/Circle", "`b.json#/definitions/Circle` leads back to itself"),
        ("b.json#/swagger", "`b.json#/swagger` leads to something that is no schema"),
        ("/b.txt#/A", "`/b.txt#/A` is an absolute path: it leads out of the checkout"),
        ("b.txt#/A", "`b.txt#/A` leads nowhere: it is not JSON: expected value at line 1 column 1"),
    ];
    for (reference, message) in table {
        let mut files = in_version_folder(&[
            ("a.json", with_bad(&json!({ "$ref": reference, "readOnly": true }))),
            ("b.json", library(&json!({ "Circle": { "$ref": "c.json#/definitions/Circle" } }))),
            ("c.json", library(&json!({ "Circle": { "$ref": "b.json#/definitions/Circle" } }))),
        ]);
        files.0.insert(path("b.txt"), b"? no JSON".to_vec());
        let (schema, skipped) = thing(&files);
        assert_eq!(skipped, [part("a.json", BAD, message)], "{reference}");
        assert_eq!(keys(body(&schema)), ["bad", "good"], "{reference}");
        assert!(body(&schema).properties["bad"].read_only, "what stands beside the reference is kept");
    }
}

#[test]
fn a_schema_that_cannot_be_meant_is_left_out() {
    let types = "`allOf` demands type `string` and type `object` at once: it is not checked";
    let lists = "`allOf` demands a value of two lists that have none in common: it is not checked";
    let limits = "`minLength` is greater than `maxLength`: it is not checked";
    let inherited = json!({ "allOf": [{ "minLength": 5 }, { "maxLength": 3 }] });
    let text = json!({ "properties": { "a": { "type": "string" } } });
    let object = json!({ "properties": { "a": { "type": "object" }, "b": {} } });
    let table = [
        (
            json!({ "type": "string", "pattern": "^(?!x)" }),
            "/pattern",
            "`^(?!x)` cannot be matched in linear time: it is not checked",
        ),
        (json!({ "type": "string", "maxLength": "5" }), "/maxLength", "`maxLength` is not a count"),
        (json!({ "type": "string", "minLength": 5, "maxLength": 3 }), "", limits),
        (inherited, "", limits),
        (json!({ "minimum": 2, "maximum": 1 }), "", "`minimum` is greater than `maximum`: it is not checked"),
        (json!({ "allOf": [{ "type": "string" }, { "type": "object" }] }), "", types),
        (json!({ "type": "string", "allOf": [{ "type": "object" }, {}] }), "", types),
        (json!({ "allOf": [{ "enum": ["a"] }, { "enum": ["b"] }] }), "", lists),
        (json!({ "allOf": [text, object] }), "", types),
    ];
    for (property, below, message) in table {
        let (schema, skipped) = thing(&in_version_folder(&[("a.json", with_bad(&property))]));
        assert_eq!(skipped, [part("a.json", &format!("{BAD}{below}"), message)], "{property}");
        assert_eq!(keys(body(&schema)), ["bad", "good"], "{property}");
    }
}

#[test]
fn contradictory_all_of_is_named_where_it_is() {
    let files = in_version_folder(&[
        (
            "a.json",
            swagger_file(&json!({ "Thing": { "properties": { "part": { "$ref": "b.json#/definitions/Part" } } } })),
        ),
        (
            "b.json",
            library(&json!({
                "Part": { "allOf": [{ "$ref": "#/definitions/One" }, { "$ref": "#/definitions/Two" }],
                          "properties": { "own": {} } },
                "One": { "properties": { "a": { "$ref": "#/definitions/Text" }, "c": { "type": "string" } } },
                "Two": { "properties": { "a": { "type": "object" }, "b": { "type": "string" } } },
                "Text": { "type": "string" },
            })),
        ),
    ]);
    let (schema, skipped) = thing(&files);
    let message = "`allOf` demands type `string` and type `object` at once: it is not checked";
    assert_eq!(skipped, [part("b.json", "/definitions/Part/properties", message)]);
    let part = member(&schema, "part");
    assert_eq!(keys(part), ["a", "b", "c", "own"]);
    assert!(part.properties["a"].json_type.is_none(), "nothing is checked there");
}

#[test]
fn definitions_that_build_upon_themselves_through_files_are_named() {
    let thing_of_base =
        json!({ "Thing": { "allOf": [{ "$ref": "b.json#/definitions/Base" }], "properties": { "own": {} } } });
    let base_of_thing =
        json!({ "Base": { "allOf": [{ "$ref": "a.json#/definitions/Thing" }], "properties": { "base": {} } } });
    let files = in_version_folder(&[("a.json", swagger_file(&thing_of_base)), ("b.json", library(&base_of_thing))]);
    let (schema, skipped) = thing(&files);
    assert_eq!(skipped, [part("b.json", "/definitions/Base/allOf/0", "`Thing` builds upon itself through `allOf`")]);
    assert_eq!(keys(body(&schema)), ["base", "own"]);
    assert!(matches!(body(&schema).additional, Additional::Open), "a part is lost: there may be other members");
}

#[test]
fn a_part_that_is_lost_leaves_the_object_open() {
    let lost =
        json!({ "Thing": { "allOf": [{ "$ref": "absent.json#/definitions/Base" }], "properties": { "own": {} } } });
    let (schema, skipped) =
        thing(&in_version_folder(&[("a.json", swagger_file(&lost)), ("b.json", library(&json!({})))]));
    let message = "`absent.json#/definitions/Base` leads nowhere: no such file";
    assert_eq!(skipped, [part("a.json", "/definitions/Thing/allOf/0", message)]);
    assert!(matches!(body(&schema).additional, Additional::Open));
}

#[test]
fn a_type_that_two_files_define_is_taken_from_the_first() {
    let of = |key: &str| swagger_file(&json!({ "Thing": { "properties": { key: {} } } }));
    let pointer = "/paths/~1subscriptions~1{subscriptionId}~1providers~1Microsoft.Test~1things~1{thingName}/put";
    let message = |name: &str| {
        format!("`Microsoft.Test/{name}` at 2020-01-01 is defined in `{FOLDER}/a.json` already, which counts")
    };
    let (schema, skipped) = thing(&in_version_folder(&[("a.json", of("first")), ("b.json", of("second"))]));
    assert_eq!(keys(body(&schema)), ["first"]);
    assert_eq!(skipped, [part("b.json", pointer, &message("things"))]);

    let elsewhere: Value = serde_json::from_str(&of("second").to_string().replace("things", "THINGS")).unwrap();
    let (documents, summary) = imported(&in_version_folder(&[("a.json", of("first")), ("x/b.json", elsewhere)]));
    assert_eq!((documents.len(), summary.types, summary.versions, summary.files), (1, 1, 1, 1));
    assert_eq!(summary.skipped[0].message, message("THINGS"));
}

#[test]
fn files_that_are_no_swagger_are_passed_over_or_named() {
    let good = swagger_file(&json!({ "Thing": { "properties": { "a": {} } } }));
    let no_version = good.to_string().replace("\"version\":\"2020-01-01\"", "\"x\":1");
    let table: [(&str, &str, &[&str]); 12] = [
        ("x.json", "{", &["it is not JSON: EOF while parsing an object at line 1 column 1"]),
        ("x.json", "\u{feff}{}", &[]),
        ("x.json", "3", &[]),
        ("x.json", "{\"swagger\": \"3.0\"}", &["only swagger 2.0 is read"]),
        ("x.json", "{\"openapi\": \"3.0.0\"}", &["it is no swagger file: it has no `\"swagger\": \"2.0\"`"]),
        ("x.json", &no_version, &["it does not say its API version: `info.version` is missing"]),
        ("x.json", "[]", &["it is neither swagger nor does it hold Bicep types"]),
        ("x.json", "[{\"swagger\": \"2.0\"}]", &["it is imported already: it is used as it is"]),
        ("examples/x.json", "{", &[]),
        ("x.txt", "{", &[]),
        (".hidden/x.json", "{", &[]),
        ("/other/package.json", "{", &[]),
    ];
    for (name, content, messages) in table {
        let mut files = in_version_folder(&[("a.json", good.clone())]);
        files.0.insert(path(name), content.into());
        let (documents, summary) = imported(&files);
        assert_eq!(documents.len(), 1, "{content}");
        let found: Vec<&str> = summary.skipped.iter().map(|part| &*part.message).collect();
        assert_eq!(found, messages, "{name} {content}");
    }
}

#[test]
fn a_file_that_is_given_alone_is_meant_whatever_its_name() {
    let alone = |content: String| imported(&[("mine.txt", content)].into_iter().collect::<FilesInMemory>());
    let (documents, _) = alone(swagger_file(&json!({ "Thing": { "properties": { "a": {} } } })).to_string());
    assert_eq!((&*documents[0].provider, &*documents[0].api_version), ("Microsoft.Test", "2020-01-01"));
    let (documents, summary) = alone("{}".to_owned());
    assert!(documents.is_empty());
    assert_eq!(summary.skipped[0].message, "it is no swagger file: it has no `\"swagger\": \"2.0\"`");
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    let content = vec![b' '; LARGEST_SCHEMA_FILE + 1];
    let (_, summary) = imported(&[("a.json", content)].into_iter().collect());
    assert_eq!(summary.skipped[0].message, "it is larger than 64 MiB");
}
