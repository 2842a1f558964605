//! The program: what it checks, what it says, how it ends.

use serde_json::Value;

use crate::workplace::{GOOD, Outcome, Workplace, bad};

/// The files of a JSON report.
fn files(outcome: &Outcome) -> Vec<String> {
    let report: Value = serde_json::from_str(&outcome.stdout).unwrap();
    let files = report["files"].as_array().unwrap();
    files.iter().map(|file| file["path"].as_str().unwrap().to_owned()).collect()
}

/// A file with a warning and two infos.
const WARNED: &str = r#"exports.createResources = () => [
  {
    type: "DatabaseAccount",
    group: "DocumentDB",
    name: "reports",
    properties: () => ({
      kind: "MongoDBs",
      properties: { databaseAccountOfferType: "Standard", locations: [], createMode: "Special", ipRules: null },
    }),
  },
];
"#;

#[test]
fn the_exit_code_tells_whether_something_was_found() {
    let place = Workplace::new();
    place.write("good.js", GOOD);
    place.write("bad.js", bad());
    place.write("warned.js", WARNED);
    place.write("info.js", GOOD.replace("Approved", "Pending"));
    let table: &[(&[&str], i32)] = &[
        (&["check", "good.js"], 0),
        (&["check", "bad.js"], 1),
        (&["check", "good.js", "bad.js"], 1),
        (&["check", "warned.js"], 0),
        (&["check", "--deny-warnings", "warned.js"], 1),
        (&["check", "--deny-warnings", "--info", "info.js"], 0),
        (&["check", "absent.js"], 2),
        (&["check", "bad.js", "absent.js"], 2),
        (&["check", "--format", "yaml"], 2),
        (&["check", "--nonsense"], 2),
        (&["nonsense"], 2),
        (&[], 2),
        (&["explain", "schema/enum"], 0),
        (&["explain", "schema/enums"], 2),
        (&["rules"], 0),
        (&["--version"], 0),
        (&["--help"], 0),
    ];
    for (arguments, code) in table {
        let outcome = place.run(*arguments);
        assert_eq!(outcome.code, Some(*code), "lazuli {}\n{outcome}", arguments.join(" "));
    }
}

#[test]
fn warnings_are_shown_and_infos_on_request() {
    let place = Workplace::new();
    place.write("mixed.js", WARNED);
    insta::assert_snapshot!("warnings_alone", place.run(["check", "mixed.js"]));
    insta::assert_snapshot!("with_infos", place.run(["check", "--info", "mixed.js"]));
}

#[test]
fn a_folder_is_walked_in_order_and_without_what_is_ignored() {
    let place = Workplace::new();
    for name in [
        "b/resources.js",
        "a/resources.js",
        "a/z.json",
        "resources.js",
        "ignored/resources.js",
        "artifacts/resources.js",
        "a/node_modules/x/resources.js",
        ".hidden/resources.js",
        "deep/er/resources.mjs",
        "plain.ts",
    ] {
        let is_json = std::path::Path::new(name).extension().is_some_and(|ending| ending == "json");
        place.write(name, if is_json { "[{ \"type\": \"A\", \"group\": \"B\" }]" } else { GOOD });
    }
    place.write("other.js", "console.log(1);");
    place.write("broken.js", "this is no program");
    place.write("package.json", "{ \"type\": \"module\" }");
    place.write("map.json", "{ \"type\": \"Feature\", \"properties\": { \"name\": \"x\" } }");
    place.write("toolbar.js", "export default [{ type: \"button\", group: \"toolbar\" }];");
    place
        .write("chart.json", "[{ \"type\": \"line\", \"group\": \"cpu\", \"properties\": 5 }, { \"type\": \"line\" }]");
    place.write("scene.ts", "export const createResources = (gl) => [{ kind: \"texture\" }, { kind: \"mesh\" }];");
    place.write("mention.js", "// See createResources.\nconst a = ;");
    place.write("index.js", "const { createResources } = require(\"./resources\");\ncreateStack({ createResources });");
    place.write("notes.txt", "nothing");
    place.write(".gitignore", "ignored/\n");
    let expected =
        ["a/resources.js", "a/z.json", "b/resources.js", "deep/er/resources.mjs", "plain.ts", "resources.js"];
    for arguments in [&["check", "--format", "json"][..], &["check", "--format", "json", "."]] {
        let outcome = place.run(arguments);
        assert_eq!(files(&outcome), expected, "{outcome}");
        assert_eq!(outcome.code, Some(0));
    }
    let named = place.run([
        "check",
        "--format",
        "json",
        "b",
        "a/z.json",
        "artifacts",
        "ignored/resources.js",
        "b/resources.js",
        "./a/../b/resources.js",
    ]);
    assert_eq!(files(&named), ["b/resources.js", "a/z.json", "artifacts/resources.js", "ignored/resources.js"]);
}

#[test]
fn many_files_come_out_in_the_same_order_every_time() {
    let place = Workplace::new();
    for number in 0..600 {
        place.write(format!("{number:04}/resources.js"), if number % 7 == 0 { bad() } else { GOOD.to_owned() });
    }
    let first = place.run(["check"]);
    assert_eq!(first.code, Some(1));
    assert!(
        first.stdout.ends_with("Found 86 errors in 600 resources of 600 files.\n--fix mends 86 of them.\n"),
        "{}",
        first.stdout
    );
    let places: Vec<&str> = first.stdout.lines().filter(|line| line.contains("resources.js:")).collect();
    assert_eq!(places.len(), 86);
    assert!(places.is_sorted());
    assert_eq!(place.run(["check"]).stdout, first.stdout);
}

#[test]
fn standard_input_is_checked_under_a_name() {
    let place = Workplace::new();
    let from_input = place.run_with_input(["check", "--stdin-filename", "x/resources.js"], bad().as_bytes());
    insta::assert_snapshot!(from_input);
    let json = place.run_with_input(["check", "--stdin-filename", "a.json", "--format", "json"], b"[]");
    assert_eq!((json.code, files(&json)), (Some(0), vec!["a.json".to_owned()]));
    let refused = place.run_with_input(["check", "--stdin-filename", "a.txt", "--format", "json"], b"");
    assert_eq!((refused.code, refused.stdout.as_str()), (Some(2), ""), "no half of a report");
    assert_eq!(place.run_with_input(["check", "--stdin-filename", "a.js", "b.js"], b"").code, Some(2));
}

#[test]
fn a_folder_without_resources_is_no_mistake() {
    let place = Workplace::new();
    place.write("other.js", "console.log(1);");
    insta::assert_snapshot!(place.run(["check"]));
}

#[test]
fn colours_are_used_where_they_are_wanted() {
    let place = Workplace::new();
    place.write("bad.js", bad());
    let is_colored = |arguments: &[&str]| place.run(arguments).stdout.contains('\u{1b}');
    assert!(!is_colored(&["check", "bad.js"]), "the output is no terminal");
    assert!(is_colored(&["check", "bad.js", "--color", "always"]));
    assert!(!is_colored(&["check", "bad.js", "--color", "never"]));
}

#[test]
fn a_rule_is_explained() {
    let place = Workplace::new();
    insta::assert_snapshot!(place.run(["explain", "private-link/status"]));
    insta::assert_snapshot!("an_unknown_rule", place.run(["explain", "private-link/staus"]));
    let nonsense = place.run(["explain", "\u{1b}[31m"]);
    assert_eq!(nonsense.stderr, "lazuli: there is no rule `\\u{1b}[31m`: `lazuli rules` lists them all\n");
}

#[test]
fn the_rules_are_listed() {
    let place = Workplace::new();
    insta::assert_snapshot!(place.run(["rules"]));
    let listed: Value = serde_json::from_str(&place.run(["rules", "--format", "json"]).stdout).unwrap();
    let rules = listed.as_array().unwrap();
    assert!(rules.len() >= 20);
    for rule in rules {
        let keys: Vec<&str> = rule.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys, ["code", "enabled", "fix", "severity", "summary", "url"]);
        assert!(["safe", "unsafe", "none"].contains(&rule["fix"].as_str().unwrap()));
        assert!(["error", "warning", "info"].contains(&rule["severity"].as_str().unwrap()));
        assert!(rule["url"].as_str().unwrap().ends_with(rule["code"].as_str().unwrap()));
    }
}

#[test]
fn nothing_is_wider_than_a_terminal() {
    let place = Workplace::new();
    let long = "x".repeat(300);
    place.write("bad.js", bad().replace("status:", &format!("note: \"{long}\", status:")));
    place.write("unknown.js", GOOD.replace("status:", "actionRequired_: 1, status:"));
    for arguments in [
        &["check", "--info"][..],
        &["rules"],
        &["explain", "schema/unknown-property"],
        &["--help"],
        &["check", "--help"],
        &["schema", "import", "--help"],
    ] {
        let outcome = place.run(arguments);
        for line in outcome.stdout.lines() {
            assert!(line.chars().count() <= 80, "{} columns: {line}", line.chars().count());
        }
    }
}

#[test]
fn a_pattern_stands_for_files_where_no_shell_knows_it() {
    let place = Workplace::new();
    let wrong =
        "exports.createResources = () => [{ type: \"Subnet\", group: \"Network\", properties: () => ({ nme: 1 }) }];";
    for file in
        ["infra/a/resources.js", "infra/b/resources.js", "infra/node_modules/x/resources.js", "other/resources.js"]
    {
        place.write(file, wrong);
    }
    place.write("infra/a/server.js", "exports.start = () => 1;");
    // What a folder leaves out, a pattern does, too.
    place.write(".gitignore", "ignored/\n");
    place.write("infra/ignored/resources.js", wrong);
    place.write("infra/.hidden/resources.js", wrong);
    let whole = place.path().join("infra/*/resources.js");
    let table = [
        ("infra/**/*.js", vec!["infra/a/resources.js", "infra/b/resources.js"]),
        ("./infra/{a,c}/*.js", vec!["infra/a/resources.js"]),
        ("*/resources.js", vec!["other/resources.js"]),
        ("infra/?/resources.[jt]s", vec!["infra/a/resources.js", "infra/b/resources.js"]),
        (whole.to_str().unwrap(), vec!["infra/a/resources.js", "infra/b/resources.js"]),
    ];
    for (pattern, expected) in table {
        let outcome = place.run(["check", "--format", "json", pattern]);
        let found: Vec<_> =
            outcome.stdout.split("\"path\":\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(found.len(), expected.len(), "{pattern}: {found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.ends_with(expected), "{pattern}: {found}");
        }
    }
    for (pattern, said) in [
        ("nothing/*.js", "nothing that matches"),
        ("infra/[a.js", "nothing that matches"),
        ("infra/**/x.js", "nothing that matches"),
    ] {
        let outcome = place.run(["check", pattern]);
        assert_eq!(outcome.code, Some(2), "{pattern}");
        assert!(outcome.stderr.contains(said), "{}", outcome.stderr);
    }
}
