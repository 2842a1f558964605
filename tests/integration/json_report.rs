//! The report for programs, whole.

use serde_json::Value;

use crate::workplace::{GOOD, Workplace};

#[test]
fn the_report_keeps_its_form() {
    let place = Workplace::new();
    place.write(
        "resources.js",
        GOOD.replace(
            "status: \"Approved\"",
            "status: \"Pending\", actionsRequired: \"None\", status: \"Approved\", \"b\u{9b}\u{202e}ä\": null",
        ),
    );
    place.write("empty.js", "exports.createResources = () => [];\n");
    let outcome = place.run(["check", "--format", "json", "resources.js", "empty.js"]);
    assert_eq!(outcome.code, Some(1));
    assert_eq!(outcome.stdout.lines().count(), 1, "one document on one line");
    let report: Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert!(report["summary"]["milliseconds"].is_u64());
    let mut shown = serde_json::to_string_pretty(&report).unwrap();
    shown = shown.replace(&format!("\"milliseconds\": {}", report["summary"]["milliseconds"]), "\"milliseconds\": 0");
    insta::assert_snapshot!(shown);
}

#[test]
fn lines_and_columns_count_characters_from_one() {
    let place = Workplace::new();
    place.write("a.json", "\u{feff}[\r\n { \"group\": \"DocumentDB\", \"name\": \"é😀\", \"type\": 5 }]");
    let report: Value = serde_json::from_str(&place.run(["check", "--format", "json", "a.json"]).stdout).unwrap();
    let range = &report["files"][0]["diagnostics"][0]["range"];
    let place = |end: &str| ["line", "column", "offset"].map(|key| range[end][key].as_u64().unwrap());
    assert_eq!(place("start"), [2, 49, 58]);
    assert_eq!(place("end"), [2, 50, 59]);
}
