//! `lazuli.toml`: which schemas count, and which API versions.

use std::fmt::Write;

use crate::workplace::{Workplace, bad};

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
