//! A baseline: what is known already, so that only what is new is told.

use std::fmt::Write;
use std::fs;

use crate::workplace::{GOOD, Workplace, bad};

const KNOWN: &str = "No mistake found in 1 resource of 1 file.\nThe baseline knows 1 more.\n";

#[test]
fn only_what_is_new_is_told() {
    let place = Workplace::new();
    place.write("resources.js", bad());
    let written = place.run(["check", "--write-baseline"]);
    assert_eq!((written.code, written.stderr.as_str()), (Some(0), "lazuli: wrote 1 finding to lazuli-baseline.json\n"));
    insta::assert_snapshot!(fs::read_to_string(place.path().join("lazuli-baseline.json")).unwrap());
    let known = place.run(["check", "--baseline", "lazuli-baseline.json"]);
    assert_eq!((known.code, known.stdout.as_str(), known.stderr.as_str()), (Some(0), KNOWN, ""));
    // It may move: in the file, and to another.
    place.write("resources.js", format!("// moved\n\n{}", bad()));
    assert_eq!(place.run(["check", "--baseline", "lazuli-baseline.json"]).stdout, KNOWN);
    fs::rename(place.path().join("resources.js"), place.path().join("renamed.js")).unwrap();
    assert_eq!(place.run(["check", "--baseline", "lazuli-baseline.json"]).stdout, KNOWN);
    // A second one like it is new.
    place.write("another.js", bad());
    let outcome = place.run(["check", "--baseline", "lazuli-baseline.json"]);
    assert_eq!(outcome.code, Some(1), "{outcome}");
    assert!(
        outcome.stdout.contains("Found 1 error in 2 resources of 2 files.\nThe baseline knows 1 more."),
        "{outcome}"
    );
    let json = place.run(["check", "--baseline", "lazuli-baseline.json", "--format", "json"]);
    assert!(json.stdout.contains("\"known\":1"), "{json}");
}

#[test]
fn what_is_not_there_any_more_is_said_and_taken_out_on_request() {
    let place = Workplace::new();
    place.write("resources.js", bad());
    place.write("other.js", bad().replace("reports", "others"));
    place.run(["check", "--write-baseline", "--baseline", "known.json"]);
    place.write("resources.js", GOOD);
    let stale = place.run(["check", "--baseline", "known.json"]);
    assert_eq!(
        stale.stderr,
        "lazuli: 1 finding of known.json is not there any more: --prune-baseline takes them out\n"
    );
    // Of a file that was not checked nothing can be said.
    assert_eq!(place.run(["check", "other.js", "--baseline", "known.json"]).stderr, "");
    let pruned = place.run(["check", "--baseline", "known.json", "--prune-baseline"]);
    assert_eq!(pruned.stderr, "lazuli: took 1 finding out of known.json that is not there any more\n");
    assert_eq!(place.run(["check", "--baseline", "known.json"]).stderr, "");
    fs::remove_file(place.path().join("other.js")).unwrap();
    assert_eq!(
        place.run(["check", "resources.js", "--baseline", "known.json"]).stderr,
        "lazuli: 1 finding of known.json is not there any more: --prune-baseline takes them out\n"
    );
}

/// What is written of some files leaves the others as they were.
#[test]
fn a_baseline_is_written_for_the_files_that_are_checked() {
    let place = Workplace::new();
    place.write("resources.js", bad());
    place.write("other.js", bad().replace("reports", "others"));
    place.run(["check", "--write-baseline"]);
    place.write("resources.js", GOOD);
    let outcome = place.run(["check", "resources.js", "--write-baseline"]);
    assert_eq!(outcome.stderr, "lazuli: wrote 1 finding to lazuli-baseline.json\n");
    assert_eq!(place.run(["check", "--baseline", "lazuli-baseline.json"]).code, Some(0));
}

#[test]
fn a_file_that_is_no_baseline_is_said_to_be_none() {
    let place = Workplace::new();
    place.write("resources.js", bad());
    let mut said = String::new();
    for (name, content) in [
        ("other-version.json", "{ \"version\": 2, \"findings\": [] }"),
        ("no-version.json", "{}"),
        ("no-json.json", "findings"),
        ("strange.json", "{ \"version\": 1, \"findings\": [{ \"rule\": 5 }] }"),
        (
            "unknown-rule.json",
            "{ \"version\": 1, \"findings\": [{ \"files\": { \"a.js\": 1 }, \"rule\": \"schema/enm\", \"message\": \"x\" }] }",
        ),
    ] {
        place.write(name, content);
        writeln!(said, "{}", place.run(["check", "resources.js", "--baseline", name])).unwrap();
    }
    writeln!(said, "{}", place.run(["check", "resources.js", "--baseline", "nowhere.json"])).unwrap();
    writeln!(said, "{}", place.run(["check", "resources.js", "--prune-baseline"])).unwrap();
    insta::assert_snapshot!(said);
}
