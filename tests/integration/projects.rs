//! Files that belong together: which they are, and what they know of one another.

use crate::workplace::{Outcome, Workplace};

const GROUP: &str = "exports.createResources = () => [\n  { type: \"ResourceGroup\", group: \"Resources\", properties: () => ({ name: \"rg\" }) },\n];\n";

/// A network in that group.
fn network(group: &str) -> String {
    format!(
        "exports.createResources = () => [\n  {{\n    type: \"VirtualNetwork\",\n    group: \"Network\",\n    properties: () => ({{ name: \"net\", properties: {{ addressSpace: {{ addressPrefixes: [\"10.0.0.0/16\"] }} }} }}),\n    dependencies: () => ({{ resourceGroup: \"{group}\" }}),\n  }},\n];\n"
    )
}

/// The rules that found something, each with its file, as JSON has them.
fn found(outcome: &Outcome) -> Vec<(String, String)> {
    let report: serde_json::Value = serde_json::from_str(&outcome.stdout).expect("JSON");
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let files = report["files"].as_array().unwrap();
    let of_file = |file: &serde_json::Value| {
        let path = text(&file["path"]);
        let rules = file["diagnostics"].as_array().unwrap().iter().map(|found| text(&found["rule"]));
        rules.map(|rule| (path.clone(), rule)).collect::<Vec<_>>()
    };
    files.iter().flat_map(of_file).collect()
}

fn check(place: &Workplace, arguments: &[&str]) -> Vec<(String, String)> {
    found(&place.run([&["check", "--format", "json"], arguments].concat()))
}

fn of(path: &str, rule: &str) -> Vec<(String, String)> {
    vec![(path.to_owned(), rule.to_owned())]
}

#[test]
fn a_file_that_is_checked_alone_sees_the_others_and_only_it_is_reported() {
    let place = Workplace::new();
    place.write("package.json", "{}");
    place.write("groups/resources.js", GROUP.replace("name:", "nmae: 1, name:"));
    place.write("resources-network.js", network("rh"));
    assert_eq!(check(&place, &["resources-network.js"]), of("resources-network.js", "reference/dangling"));
    place.write("resources-network.js", network("rg"));
    assert_eq!(check(&place, &["resources-network.js"]), []);
    assert_eq!(check(&place, &["groups"]), of("groups/resources.js", "schema/unknown-property"));
}

#[test]
fn what_stands_on_standard_input_is_one_of_its_project() {
    let place = Workplace::new();
    place.write("iac.js", "");
    place.write("resources.js", GROUP);
    place.write("network.js", network("rg"));
    let arguments = ["check", "--format", "json", "--stdin-filename", "network.js"];
    let outcome = place.run_with_input(arguments, network("rh").as_bytes());
    assert_eq!(found(&outcome), of("network.js", "reference/dangling"));
}

#[test]
fn a_project_ends_where_another_begins() {
    let place = Workplace::new();
    place.write("package.json", "{}");
    place.write("resources.js", GROUP);
    // A project of its own knows nothing of the group.
    place.write("inner/iac.js", "");
    place.write("inner/network.js", network("rh"));
    assert_eq!(check(&place, &["."]), []);
    // So does a file in no project.
    let lone = Workplace::new();
    lone.write("a.js", GROUP);
    lone.write("b.js", network("rh"));
    assert_eq!(check(&lone, &["."]), []);
}

#[test]
fn what_a_test_declares_lies_over_the_project() {
    let place = Workplace::new();
    place.write("package.json", "{}");
    place.write("resources.js", GROUP);
    // Neither is it declared twice, nor is what a test refers to asked for.
    place.write("test/resources-test.js", GROUP);
    place.write("test/network.js", network("elsewhere"));
    assert_eq!(check(&place, &["."]), []);
    // What a program wrote counts for nothing either, though it is checked when it is named.
    place.write("artifacts/resources.js", GROUP);
    assert_eq!(check(&place, &["artifacts/resources.js", "resources.js"]), []);
}

#[test]
fn resources_are_unique_in_a_project_but_for_variants() {
    let place = Workplace::new();
    place.write("package.json", "{}");
    place.write("dev/resources.js", GROUP);
    place.write("prod/resources.js", GROUP);
    assert_eq!(check(&place, &["."]), []);
    place.write("prod/groups.js", GROUP);
    assert_eq!(check(&place, &["prod/groups.js"]), of("prod/groups.js", "reference/duplicate"));
    let outcome = place.run(["check", "prod/groups.js"]);
    assert!(outcome.stdout.contains("/resources.js:2:75: declared here first"), "{outcome}");
}

/// A file that cannot be read may declare anything.
#[test]
fn a_file_that_is_broken_gives_the_others_the_benefit_of_the_doubt() {
    let place = Workplace::new();
    place.write("package.json", "{}");
    place.write("resources.js", GROUP);
    place.write("network.js", network("rh"));
    assert_eq!(check(&place, &["network.js"]), of("network.js", "reference/dangling"));
    place.write("broken.js", "exports.createResources = () => [");
    assert_eq!(check(&place, &["network.js"]), []);
    // So may one that is left alone.
    place.write("broken.js", "");
    place.write("legacy/more.js", GROUP.replace("\"rg\"", "\"rh\""));
    place.write("lazuli.toml", "exclude = [\"legacy/\"]\n");
    assert_eq!(check(&place, &["network.js"]), []);
    assert_eq!(check(&place, &["."]), []);
}

/// What is mended in one file may be what another refers to.
#[test]
fn the_files_of_a_project_are_mended_together() {
    let place = Workplace::new();
    place.write("package.json", "{}");
    place.write("resources.js", GROUP.replace("\"rg\"", "\"RG\""));
    let network = place.write("network.js", network("RG"));
    let outcome = place.run(["check", "--fix", "--unsafe-fixes", "."]);
    assert!(outcome.stdout.starts_with("Made 2 fixes.\nNo mistake found"), "{outcome}");
    assert!(std::fs::read_to_string(network).unwrap().contains("resourceGroup: \"rg\""));
}
