//! `lazuli.toml`: which schemas count, and which API versions.

use std::fmt::Write;

use crate::workplace::{GOOD, Workplace, bad};

/// A machine with a property that later versions of the type have, and GruCloud's has not.
const WITH_LATER_PROPERTY: &str = r#"exports.createResources = () => [
  {
    type: "VirtualMachine",
    group: "Compute",
    name: "reports",
    properties: () => ({
      properties: { osProfile: { linuxConfiguration: { enableVMAgentPlatformUpdates: true } } },
    }),
  },
];
"#;

const ONE_WARNING: &str = "Found 1 warning in 1 resource of 1 file.";
const CLEAN: &str = "No mistake found in 1 resource of 1 file.";

const LATER: &str = "[api-versions]\n\"Compute::*\" = \"2025-04-01\"\n";

/// A type of nobody but us.
const OWN_SCHEMA: &str = r##"{
  "swagger": "2.0",
  "info": { "title": "Orchard", "version": "2026-01-01" },
  "paths": {
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Orchard/trees/{treeName}": {
      "put": {
        "operationId": "Trees_Create",
        "x-grucloud": { "group": "Orchard", "type": "Tree" },
        "parameters": [{ "name": "tree", "in": "body", "schema": { "$ref": "#/definitions/Tree" } }]
      }
    }
  },
  "definitions": {
    "Tree": {
      "type": "object",
      "properties": {
        "fruit": { "type": "string", "enum": ["Apple", "Pear"], "x-ms-enum": { "modelAsString": false } }
      }
    }
  }
}"##;

const OWN_TREE: &str = r#"exports.createResources = () => [
  { type: "Tree", group: "Orchard", name: "old", properties: () => ({ fruit: "Aple" }) },
];
"#;

/// What a check says in one line.
fn summary(place: &Workplace, arguments: &[&str]) -> String {
    let outcome = place.run([&["check"], arguments].concat());
    outcome.stdout.lines().last().unwrap_or_default().to_owned()
}

#[test]
fn what_cannot_be_meant_is_said_at_its_place() {
    let table = [
        "scheams = [\"own.json\"]",
        "verbose = true",
        "schemas = \"own.json\"",
        "schemas = [5, \"missing.json\", \"../\", \"broken.json\", \"fine.txt\"]",
        "api-versions = [\"2025-05-01\"]",
        "[api-versions]\n\"KeyVault::Vault\" = 2025",
        "[api-versions]\n\"KeyVault::Valt\" = \"2025-05-01\"",
        "[api-versions]\n\"KeyVault::Vault\" = \"2020-01-01\"",
        "[api-versions]\n\"Mail::Box\" = \"2020-01-01\"",
        "[api-versions]\n\"KeyValt::*\" = \"2025-05-01\"",
        "[api-versions]\nVault = \"2025-05-01\"",
        "rules = \"strict\"",
        "[rules]\n\"schema/enumm\" = \"off\"",
        "[rules]\n\"schma/*\" = \"off\"",
        "[rules]\n\"mail/box\" = \"off\"",
        "[rules]\n\"schema/enum\" = \"warn\"",
        "[rules]\n\"schema/enum\" = true",
        "exclude = \"old\"",
        "exclude = [\"old/\", \"[z-a]\"]",
        "schemas = [\n",
        "# two at once\none = 1\n\"t\u{1b}[31mwo\" = 2\n",
    ];
    let mut written = String::new();
    for config in table {
        let place = Workplace::new();
        place.write("lazuli.toml", config);
        place.write("broken.json", "{");
        place.write("fine.txt", r#"{ "swagger": "2.0" }"#);
        place.write("resources.js", WITH_LATER_PROPERTY);
        let outcome = place.run(["check"]);
        assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(2), ""), "{config}");
        writeln!(written, "{}\n{}", config.escape_debug(), outcome.stderr).unwrap();
    }
    insta::assert_snapshot!(written);
}

#[test]
fn an_api_version_is_chosen_for_a_type_or_for_a_group() {
    let place = Workplace::new();
    let of_type = |versions: &str| {
        place.write("lazuli.toml", format!("[api-versions]\n{versions}\n"));
        let listed = place.run(["schema", "list", "KeyVault::Vault"]).stdout;
        listed.lines().next().unwrap_or_default().split_whitespace().nth(1).unwrap_or_default().to_owned()
    };
    assert_eq!(of_type(""), "2023-02-01,", "GruCloud's");
    assert_eq!(of_type("\"KeyVault::Vault\" = \"2025-05-01\""), "2025-05-01,");
    assert_eq!(of_type("\"KeyVault::*\" = \"2025-05-01\""), "2025-05-01,");
    let of_both = "\"KeyVault::Vault\" = \"2023-02-01\"\n\"KeyVault::*\" = \"2025-05-01\"";
    assert_eq!(of_type(of_both), "2023-02-01,", "the type counts more than its group");
}

#[test]
fn the_chosen_version_is_the_one_that_is_checked_against() {
    let place = Workplace::new();
    place.write("resources.js", WITH_LATER_PROPERTY);
    assert_eq!(summary(&place, &[]), ONE_WARNING);
    place.write("lazuli.toml", LATER);
    assert_eq!(summary(&place, &[]), CLEAN);
    // The definition itself counts most.
    place.write("resources.js", WITH_LATER_PROPERTY.replace("name:", "apiVersion: \"2022-03-01\",\n    name:"));
    assert_eq!(summary(&place, &[]), ONE_WARNING);
}

#[test]
fn schemas_of_ones_own_are_held_against() {
    let place = Workplace::new();
    place.write("resources.js", OWN_TREE);
    place.write("own.json", OWN_SCHEMA);
    assert!(place.run(["check"]).stdout.contains("could not be held against a schema"));
    assert_eq!(place.run(["schema", "import", "own.json", "-o", "imported.json"]).code, Some(0));
    for schema in ["own.json", "imported.json"] {
        place.write("lazuli.toml", format!("schemas = [\"{schema}\"]"));
        insta::assert_snapshot!("a_tree_of_ones_own", place.run(["check"]));
        assert!(place.run(["schema", "list", "orchard"]).stdout.starts_with("Orchard::Tree  2026-01-01\n"));
    }
}

#[test]
fn what_a_schema_file_says_in_vain_is_noted() {
    let place = Workplace::new();
    place.write("resources.js", OWN_TREE);
    place.write(
        "own.json",
        OWN_SCHEMA.replace("\"fruit\": {", "\"leaf\": { \"$ref\": \"#/definitions/Leaf\" }, \"fruit\": {"),
    );
    place.write("lazuli.toml", "schemas = [\"own.json\"]");
    let outcome = place.run(["check"]);
    assert_eq!(outcome.code, Some(1), "{outcome}");
    insta::assert_snapshot!(outcome.stderr);
    // Once, also where it is shown what applies.
    assert_eq!(place.run(["config", "show", "resources.js"]).stderr.matches("left out what stands at").count(), 1);
}

/// Each file goes by the nearest config above it, wherever lazuli runs.
#[test]
fn the_nearest_config_counts() {
    let place = Workplace::new();
    for folder in ["", "new/", "new/deep/", "broken/"] {
        place.write(format!("{folder}resources.js"), WITH_LATER_PROPERTY);
    }
    place.write("new/lazuli.toml", LATER);
    place.write("broken/lazuli.toml", "[api-versions");
    assert_eq!(summary(&place, &["resources.js"]), ONE_WARNING);
    assert_eq!(summary(&place, &["new/deep"]), CLEAN);
    assert_eq!(summary(&place, &["new/deep/../../resources.js"]), ONE_WARNING, "`..` leaves `new`");
    let all = place.run(["check"]);
    assert_eq!(all.code, Some(2), "{all}");
    assert!(all.stderr.starts_with("lazuli: broken/lazuli.toml:1:"), "{all}");
    assert!(all.stdout.ends_with("in 3 resources of 3 files.\n"), "{all}");
    let input = place
        .run_with_input(["check", "--stdin-filename", "new/not/there/resources.js"], WITH_LATER_PROPERTY.as_bytes());
    assert!(input.stdout.ends_with(&format!("{CLEAN}\n")), "{input}");
}

/// Azure's own swagger does not have GruCloud's names for types: what it says of one that is known joins it.
#[test]
fn a_version_from_azures_own_swagger_joins_the_type_that_is_known() {
    let place = Workplace::new();
    let path =
        "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.KEYVAULT/vaults/{name}";
    let own = OWN_SCHEMA.replace("\"x-grucloud\": { \"group\": \"Orchard\", \"type\": \"Tree\" },", "");
    let orchard = own.split('"').find(|part| part.ends_with("/trees/{treeName}")).unwrap();
    place.write("own.json", own.replace(orchard, path));
    assert_eq!(place.run(["schema", "import", "own.json", "-o", "imported.json"]).code, Some(0));
    for schema in ["own.json", "imported.json"] {
        place.write("lazuli.toml", format!("schemas = [\"{schema}\"]"));
        let listed = place.run(["schema", "list", "KeyVault::Vault"]).stdout;
        let line: Vec<&str> = listed.lines().next().unwrap().split_whitespace().collect();
        assert_eq!(line, ["KeyVault::Vault", "2023-02-01,", "2025-05-01,", "2026-01-01"], "{schema}");
        let shown = place.run(["schema", "show", "KeyVault::Vault", "--api-version", "2026-01-01"]).stdout;
        assert!(shown.contains("subnets        Network::Subnet, list"), "its dependencies are known too: {shown}");
    }
}

#[test]
fn a_project_says_how_grave_a_rule_is() {
    let place = Workplace::new();
    place.write("resources.js", bad());
    let checked_with = |rules: &str| {
        place.write("lazuli.toml", format!("[rules]\n{rules}\n"));
        let outcome = place.run(["check"]);
        let said = outcome.stdout.lines().find(|line| line.ends_with("of 1 file."));
        (outcome.code, said.unwrap_or_default().to_owned())
    };
    let table = [
        ("", 1, "Found 1 error in 1 resource of 1 file."),
        ("\"private-link/status\" = \"warning\"", 0, "Found 1 warning in 1 resource of 1 file."),
        ("\"private-link/status\" = \"off\"", 0, CLEAN),
        ("\"private-link/*\" = \"off\"", 0, CLEAN),
        ("\"schema/*\" = \"off\"", 1, "Found 1 error in 1 resource of 1 file."),
        // What is said of one rule counts more than what is said of its area.
        (
            "\"private-link/status\" = \"warning\"\n\"private-link/*\" = \"off\"",
            0,
            "Found 1 warning in 1 resource of 1 file.",
        ),
    ];
    for (rules, code, said) in table {
        assert_eq!(checked_with(rules), (Some(code), said.to_owned()), "{rules}");
    }
    place.write("lazuli.toml", "[rules]\n\"private-link/status\" = \"info\"");
    assert!(!place.run(["check"]).stdout.contains("private-link/status"), "an info is not shown");
    assert!(place.run(["check", "--info"]).stdout.contains("info[private-link/status]"));
}

/// As `.gitignore` has it; whoever names a file means it.
#[test]
fn what_a_project_excludes_is_left_alone_unless_it_is_named() {
    let place = Workplace::new();
    for file in ["a/old/resources.js", "a/new/resources.js", "a/new/deep/old/resources.js", "a/resources.old.js"] {
        place.write(file, bad());
    }
    let left = |exclude: &str| {
        place.write("a/lazuli.toml", format!("exclude = [{exclude}]"));
        let stdout = place.run(["check"]).stdout;
        let files = stdout.lines().filter_map(|line| line.split("─[").nth(1)?.split(':').next());
        files.map(str::to_owned).collect::<Vec<_>>()
    };
    let all = ["a/new/deep/old/resources.js", "a/new/resources.js", "a/old/resources.js", "a/resources.old.js"];
    assert_eq!(left(""), all);
    assert_eq!(left("\"old/\""), ["a/new/resources.js", "a/resources.old.js"]);
    assert_eq!(left("\"/old\""), [all[0], all[1], all[3]]);
    assert_eq!(left("\"*.old.js\", \"new/**\", \"!new/resources.js\""), [all[1], all[2]]);
    assert_eq!(left("\"*\""), [""; 0]);
    assert_eq!(place.run(["check", "a/old/resources.js"]).code, Some(1));
    assert_eq!(place.run(["check", "a/old"]).code, Some(0), "a folder is named, and not what is in it");
}

const SWITCHED_OFF: &str = "No mistake found in 1 resource of 1 file.";

#[test]
fn some_files_have_rules_of_their_own() {
    let place = Workplace::new();
    place.write("sandbox/deep/resources.js", bad());
    place.write("main/resources.js", bad());
    let one_error = "Found 1 error in 1 resource of 1 file.";
    for (pattern, is_meant) in [
        ("sandbox/**", true),
        ("sandbox/", true),
        ("sandbox", true),
        ("deep/", true),
        ("**/deep/*.js", true),
        ("resources.js", true),
        ("sandbox/*.js", false),
        ("other/**", false),
    ] {
        place.write(
            "lazuli.toml",
            format!("[[overrides]]\nfiles = [\"{pattern}\"]\nrules = {{ \"private-link/*\" = \"off\" }}\n"),
        );
        let expected = if is_meant { SWITCHED_OFF } else { one_error };
        let outcome = place.run(["check", "sandbox"]);
        assert!(outcome.stdout.contains(expected), "{pattern}: {outcome}");
    }
    // What comes later counts more, and one rule more than all of its area.
    place.write(
        "lazuli.toml",
        "[rules]\n\"private-link/*\" = \"info\"\n[[overrides]]\nfiles = [\"sandbox/\"]\nrules = { \"private-link/*\" = \"off\" }\n[[overrides]]\nfiles = [\"deep/\"]\nrules = { \"private-link/status\" = \"warning\" }\n",
    );
    assert_eq!(summary(&place, &["sandbox"]), "--fix mends 1 of them.");
    assert!(place.run(["check", "sandbox"]).stdout.contains("Found 1 warning"));
    assert_eq!(summary(&place, &["main"]), SWITCHED_OFF);
}

/// A rule that is off unless asked for looks at those files only for which it is asked for.
#[test]
fn a_rule_can_be_turned_on_for_some_files() {
    let place = Workplace::new();
    place.write("a/resources.js", GOOD);
    place.write("b/resources.js", GOOD);
    place
        .write("lazuli.toml", "[[overrides]]\nfiles = [\"a/\"]\nrules = { \"definition/name-place\" = \"warning\" }\n");
    let outcome = place.run(["check", "--format", "json"]);
    assert_eq!(
        outcome.stdout.matches("definition/name-place").count(),
        2,
        "once as its code, once in its address: {outcome}"
    );
    assert!(outcome.stdout.contains("{\"path\":\"b/resources.js\",\"diagnostics\":[]}"), "{outcome}");
}

#[test]
fn what_applies_to_a_file_is_shown_with_its_place() {
    let place = Workplace::new();
    place.write("package.json", "{}");
    place.write(
        "lazuli.toml",
        "exclude = [\"old/\"]\n[rules]\n\"schema/*\" = \"warning\"\n[api-versions]\n\"Network::*\" = \"2025-05-01\"\n",
    );
    place.write("inner/lazuli.toml", "[rules]\n\"naming/invalid\" = \"off\"\n[[overrides]]\nfiles = [\"*.json\"]\nrules = { \"schema/null\" = \"off\" }\n");
    let shown = |file: &str| format!("{file}\n{}\n", place.run(["config", "show", file]));
    let without_folder =
        |text: String| text.replace(&*place.path().canonicalize().unwrap().to_string_lossy(), "<place>");
    insta::assert_snapshot!(without_folder(
        ["old/resources.js", "inner/resources.js", "inner/resources.json"].map(shown).concat()
    ));
}

#[test]
fn a_config_to_begin_with_is_written_once() {
    let place = Workplace::new();
    let outcome = place.run(["init"]);
    assert_eq!(outcome.code, Some(0), "{outcome}");
    insta::assert_snapshot!(format!(
        "{outcome}\n{}",
        std::fs::read_to_string(place.path().join("lazuli.toml")).unwrap()
    ));
    place.write("resources.js", GOOD);
    assert_eq!(summary(&place, &[]), CLEAN);
    // Nothing that is there is lost.
    place.write("lazuli.toml", "# mine\n");
    let again = place.run(["init"]);
    assert_eq!(
        (again.code, again.stderr.as_str()),
        (Some(2), "lazuli: lazuli.toml is there already: it was left as it is\n")
    );
    assert_eq!(std::fs::read_to_string(place.path().join("lazuli.toml")).unwrap(), "# mine\n");
    place.write("new/.keep", "");
    assert_eq!(place.run(["init", "new", "--pre-commit"]).code, Some(0));
    assert!(place.path().join("new/.pre-commit-config.yaml").is_file());
    assert_eq!(place.run(["init", "new", "--pre-commit"]).code, Some(2));
}

/// Uncommented, everything that the config to begin with shows is right.
#[test]
fn what_the_config_to_begin_with_shows_can_be_used() {
    let place = Workplace::new();
    place.run(["init"]);
    let template = std::fs::read_to_string(place.path().join("lazuli.toml")).unwrap();
    let is_toml = |line: &&str| line.contains(" = ") || line.starts_with('[');
    let lines = template.lines().filter_map(|line| line.strip_prefix("# ")).filter(is_toml);
    let used: Vec<&str> = lines.filter(|line| !line.starts_with("schemas")).collect();
    assert!(used.len() >= 8, "{used:?}");
    place.write("lazuli.toml", used.join("\n"));
    place.write("resources.js", GOOD);
    assert_eq!(summary(&place, &[]), CLEAN, "{template}");
}
