use super::{alarms, assert_table, definition, program};

fn group(name: &str) -> String {
    definition("Resources", "ResourceGroup", name, "", "")
}

fn network(name: &str, dependencies: &str) -> String {
    let space = "properties: { addressSpace: { addressPrefixes: [\"10.0.0.0/16\"] } }";
    definition("Network", "VirtualNetwork", name, space, dependencies)
}

fn subnet(name: &str, dependencies: &str) -> String {
    definition("Network", "Subnet", name, "properties: { addressPrefix: \"10.0.1.0/24\" }", dependencies)
}

const IN_GROUP: &str = "resourceGroup: \"rg\"";
const IN_NETWORK: &str = "resourceGroup: \"rg\", virtualNetwork: \"rg::net\"";

/// A group, a network in it, and a subnet with those dependencies.
fn with_subnet(dependencies: &str) -> String {
    [group("rg"), network("net", IN_GROUP), subnet("inner", dependencies)].concat()
}

#[test]
fn a_name_is_resolved_in_the_project() {
    let dangling = |place: &'static str| ("reference/dangling", place);
    assert_table(&[
        (with_subnet(IN_NETWORK), &[]),
        (with_subnet("resourceGroup: \"rg\", virtualNetwork: \"rg::other\""), &[dangling("\"rg::other\"")]),
        // Nothing of that type is declared: it may exist elsewhere.
        (with_subnet(&format!("{IN_NETWORK}, natGateway: \"rg::gateway\"")), &[]),
        (subnet("inner", "resourceGroup: \"rg\", virtualNetwork: \"somewhere\""), &[]),
        // A part that only running the program would tell could make it right.
        (with_subnet("resourceGroup: \"rg\", virtualNetwork: `rg::${process.env.NET}`"), &[]),
        (with_subnet("resourceGroup: \"rg\", virtualNetwork: process.env.NET"), &[]),
        // No value of it could.
        (
            with_subnet("resourceGroup: \"rg\", virtualNetwork: `rh::${process.env.NET}`"),
            &[dangling("`rh::${process.env.NET}`")],
        ),
        // Others of another provider are not ours.
        (with_subnet(&format!("{IN_NETWORK}, routeTable: {{ name: \"routes\", provider: \"aws\" }}")), &[]),
        (
            [
                with_subnet(IN_NETWORK),
                "...require(\"./more\").resources,\n".to_owned(),
                subnet("other", "resourceGroup: \"rg\", virtualNetwork: \"rg::elsewhere\""),
            ]
            .concat(),
            &[],
        ),
    ]);
}

#[test]
fn names_that_are_put_together_alike_are_one() {
    let stage = "${config.stage}";
    let named = |group: &str, network: &str| {
        format!(
            "exports.createResources = () => [
  {{ type: \"ResourceGroup\", group: \"Resources\", properties: ({{ config }}) => ({{ name: {group} }}) }},
  {{
    type: \"VirtualNetwork\",
    group: \"Network\",
    properties: () => ({{ name: \"net\", properties: {{ addressSpace: {{ addressPrefixes: [\"10.0.0.0/16\"] }} }} }}),
    dependencies: ({{ config }}) => ({{ resourceGroup: {network} }}),
  }},
];
"
        )
    };
    let table = [
        (named(&format!("`rg-{stage}`"), &format!("`rg-{stage}`")), None),
        (named("\"rg-\" + config.stage", &format!("`rg-{stage}`")), None),
        (named(&format!("`rg-{stage}`"), "\"rg-dev\" + config.suffix"), None),
        (named(&format!("`rg-{stage}`"), &format!("`rh-{stage}`")), Some("reference/dangling")),
        (named("config.name", "config.group"), None),
    ];
    for (text, expected) in table {
        let found = alarms(&text);
        assert_eq!(found.first().map(|(rule, _)| rule.as_str()), expected, "{text}");
    }
}

#[test]
fn a_parent_is_asked_for_where_one_could_be_given() {
    let missing = |place: &'static str| ("reference/missing-parent", place);
    assert_table(&[
        (subnet("inner", IN_GROUP), &[missing("dependencies")]),
        (subnet("inner", &format!("{IN_GROUP}, ...others()")), &[]),
        // A definition that depends on nothing is a fragment, unless its parents are there.
        ("{ type: \"Subnet\", group: \"Network\", name: \"inner\", properties: () => ({}) },".to_owned(), &[]),
        (
            [
                group("rg"),
                "{ type: \"RouteTable\", group: \"Network\", name: \"routes\", properties: () => ({}) },".to_owned(),
            ]
            .concat(),
            &[missing("\"routes\"")],
        ),
        // Blobs are in no group of Azure Resource Manager.
        (definition("Storage", "Blob", "index.html", "", "container: \"rg::account::$web\""), &[]),
        // The key is there, misspelt.
        (
            subnet("inner", "resourceGroop: \"rg\", virtualNetwork: \"rg::net\""),
            &[("reference/unknown-dependency", "resourceGroop")],
        ),
    ]);
}

#[test]
fn two_of_one_name_are_told_once_and_alternatives_are_not() {
    let duplicate = |place: &'static str| ("reference/duplicate", place);
    let other = |condition: &str| format!("...({condition} ? [{}] : [{}]),", group("rg").trim(), group("rg").trim());
    assert_table(&[
        ([group("rg"), group("rg")].concat(), &[duplicate("\"rg\"")]),
        ([group("rg"), group("rh")].concat(), &[]),
        // Two subnets of one name in two networks are two.
        (
            [
                group("rg"),
                network("net", IN_GROUP),
                network("other", IN_GROUP),
                subnet("inner", IN_NETWORK),
                subnet("inner", "resourceGroup: \"rg\", virtualNetwork: \"rg::other\""),
            ]
            .concat(),
            &[],
        ),
        (other("process.env.LARGE"), &[]),
        ("...[\"a\", \"b\"].map((name) => ({ type: \"ResourceGroup\", group: \"Resources\", name, properties: () => ({}) })), ...[\"c\"].map((name) => ({ type: \"ResourceGroup\", group: \"Resources\", name, properties: () => ({}) })),".to_owned(), &[]),
    ]);
}

#[test]
fn a_list_or_one_name_as_the_type_has_it() {
    let wrong = |place: &'static str| ("reference/wrong-shape", place);
    assert_table(&[
        (with_subnet(&format!("{IN_NETWORK}, routeTable: [\"rg::routes\"]")), &[wrong("[\"rg::routes\"]")]),
        (with_subnet(&format!("{IN_NETWORK}, routeTable: 5")), &[wrong("5")]),
        (with_subnet(&format!("{IN_NETWORK}, serviceEndpointPolicies: `rg::${{1}}`")), &[wrong("`rg::${1}`")]),
        (with_subnet(&format!("{IN_NETWORK}, serviceEndpointPolicies: process.env.POLICIES")), &[]),
        (with_subnet(&format!("{IN_NETWORK}, serviceEndpointPolicies: [...process.env.POLICIES]")), &[]),
    ]);
}

#[test]
fn what_lies_over_a_project_is_not_followed() {
    let text = program(&with_subnet("resourceGroup: \"rg\""));
    let source = lazuli::Source::new("test/resources.js", &text).lying_over();
    let rules: Vec<&str> =
        lazuli::Linter::default().check(&source).diagnostics.iter().map(|found| found.rule.area()).collect();
    assert!(!rules.contains(&"reference"), "{rules:?}");
}

#[test]
fn a_circle_is_told_once_with_its_way() {
    let machine =
        definition("Compute", "VirtualMachine", "vm", "", "resourceGroup: \"rg\", availabilitySet: \"rg::set\"");
    let set =
        definition("Compute", "AvailabilitySet", "set", "", "resourceGroup: \"rg\", virtualMachines: [\"rg::vm\"]");
    let text = program(&[machine, set].concat());
    let report = lazuli::Linter::default().check(&lazuli::Source::new("resources.js", &text));
    let circles: Vec<&str> = report
        .diagnostics
        .iter()
        .filter(|found| found.rule.0 == "reference/cycle")
        .map(|found| found.message.as_str())
        .collect();
    assert_eq!(circles, ["these resources wait for one another: rg::vm -> rg::set -> rg::vm"]);
}
