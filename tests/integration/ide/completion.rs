use std::fs;

use lazuli::ide::{Completions, Files, complete};
use lazuli::read::{Format, read};
use lazuli::{Linter, Source};

use super::{NETWORK, at_the_cursor, subnet, written};

fn completed(path: &str, marked: &str) -> (String, Option<Completions>) {
    let (text, offset) = at_the_cursor(marked);
    let sources = [Source::new(path, &text), Source::new("network.js", NETWORK)];
    let found = complete(&Linter::default(), &Files::read(&sources), 0, offset);
    (text, found)
}

/// The labels, those that are required with an asterisk.
fn labels(path: &str, marked: &str) -> Vec<String> {
    let found = completed(path, marked).1.map(|found| found.items).unwrap_or_default();
    found.iter().map(|item| if item.required { format!("{}*", item.label) } else { item.label.clone() }).collect()
}

/// The text once the item of that label is taken, without its places to go on at.
fn taken(path: &str, marked: &str, label: &str) -> String {
    let (text, found) = completed(path, marked);
    let found = found.unwrap_or_else(|| panic!("nothing at {marked}"));
    let item = found.items.iter().find(|item| item.label == label).unwrap_or_else(|| panic!("no {label}: {found:?}"));
    written(&text, &found, &item.insert)
}

#[test]
fn keys_that_are_required_come_first_and_what_cannot_be_set_does_not_come() {
    let labels = labels("resources.js", &subnet("addressPrefix: \"10.0.1.0/24\", |"));
    assert!(labels.contains(&"serviceEndpoints".to_owned()), "{labels:?}");
    for not_offered in ["addressPrefix", "provisioningState", "purpose"] {
        assert!(!labels.contains(&not_offered.to_owned()), "{not_offered} of {labels:?}");
    }
    let vault = "exports.createResources = () => [{ type: \"Vault\", group: \"KeyVault\", name: \"v\", \
        properties: () => ({ properties: { | } }) }];";
    let labels = self::labels("resources.js", vault);
    let first_optional = labels.iter().position(|label| !label.ends_with('*')).unwrap();
    assert!(first_optional > 0 && labels[first_optional..].iter().all(|label| !label.ends_with('*')), "{labels:?}");
    assert!(labels.contains(&"sku*".to_owned()), "{labels:?}");
}

#[test]
fn a_text_that_is_half_written_is_completed_too() {
    let policies = ["Disabled", "Enabled"];
    let half_written = [
        "privateEndpointNetworkPolicies: |",
        "privateEndpointNetworkPolicies: En|",
        "privateEndpointNetworkPolicies: \"|\"",
        "privateEndpointNetworkPolicies: \"En|",
        "privateEndpointNetworkPolicies: |\n addressPrefix: \"10.0.1.0/24\"",
        "addressPrefix: \"10.0.1.0/24\"\n privateEndpointNetworkPolicies: |",
        "privateEndpointNetworkPolicies: '|' ",
    ];
    for text in half_written {
        let labels = labels("resources.js", &subnet(text));
        for policy in policies {
            assert!(labels.contains(&policy.to_owned()), "{policy} at {text}: {labels:?}");
        }
    }
    for text in
        ["serv|", "addressPrefix: \"10.0.1.0/24\"\n serv|", "serv|\n addressPrefix: \"10.0.1.0/24\"", "\"serv|\""]
    {
        let labels = labels("resources.js", &subnet(text));
        assert!(labels.contains(&"serviceEndpoints".to_owned()), "{text}: {labels:?}");
    }
}

#[test]
fn what_is_taken_is_written_as_the_file_has_it() {
    let key = "privateEndpointNetworkPolicies";
    let table = [
        ("priv|", key, "privateEndpointNetworkPolicies: \"\""),
        ("\"priv|\"", key, "\"privateEndpointNetworkPolicies\": \"\""),
        ("priv|: \"Enabled\"", key, "privateEndpointNetworkPolicies: \"Enabled\""),
        ("deleg|", "delegations", "delegations: []"),
        ("addressPrefix: \"\"\n priv|", key, "addressPrefix: \"\",\n privateEndpointNetworkPolicies: \"\""),
        ("addressPrefix: \"\" // a\n priv|", key, "addressPrefix: \"\" // a\n ,privateEndpointNetworkPolicies: \"\""),
        ("privateEndpointNetworkPolicies: 'En|", "Enabled", "privateEndpointNetworkPolicies: 'Enabled'"),
        ("privateEndpointNetworkPolicies: En|", "Enabled", "privateEndpointNetworkPolicies: \"Enabled\""),
        ("privateEndpointNetworkPolicies: 'En|'", "Enabled", "privateEndpointNetworkPolicies: 'Enabled'"),
        ("privateEndpointNetworkPolicies: \"|Disabled\"", "Enabled", "privateEndpointNetworkPolicies: \"Enabled\""),
        (
            "privateEndpointNetworkPolicies: |\n addressPrefix: \"\"",
            "Enabled",
            "privateEndpointNetworkPolicies: \"Enabled\",\n addressPrefix: \"\"",
        ),
        (
            "privateEndpointNetworkPolicies: \"|\"\n addressPrefix: \"\"",
            "Enabled",
            "privateEndpointNetworkPolicies: \"Enabled\",\n addressPrefix: \"\"",
        ),
        ("addressPrefix: \"\" |", key, "addressPrefix: \"\", privateEndpointNetworkPolicies: \"\""),
    ];
    for (written, label, expected) in table {
        assert_eq!(taken("resources.js", &subnet(written), label), subnet(expected), "{written}");
    }
    let vault = "exports.createResources = () => [{ type: \"Vault\", group: \"KeyVault\", name: \"v\", \
        properties: () => ({ properties: { enablePurgeProtection: | } }) }];";
    assert_eq!(taken("resources.js", vault, "true"), vault.replace('|', "true"));
    let json = |properties: &str| {
        format!(
            "[{{ \"type\": \"Subnet\", \"group\": \"Network\", \"properties\": {{ \"properties\": {{ {properties} }} }} }}]"
        )
    };
    let table = [
        ("\"priv|\"", key, "\"privateEndpointNetworkPolicies\": \"\""),
        ("|", key, "\"privateEndpointNetworkPolicies\": \"\""),
        ("\"priv|\" \"addressPrefix\": \"\"", key, "\"privateEndpointNetworkPolicies\": \"\", \"addressPrefix\": \"\""),
        ("\"privateEndpointNetworkPolicies\": |", "Enabled", "\"privateEndpointNetworkPolicies\": \"Enabled\""),
        ("\"privateEndpointNetworkPolicies\": \"|\"", "Enabled", "\"privateEndpointNetworkPolicies\": \"Enabled\""),
    ];
    for (written, label, expected) in table {
        assert_eq!(taken("resources.json", &json(written), label), json(expected), "{written}");
    }
}

#[test]
fn mistakes_elsewhere_do_not_keep_a_text_from_being_completed() {
    const OTHER: &str =
        "  {\n    type: \"Vault\",\n    group: \"KeyVault\",\n    properties: () => ({ name: \"v\" }),\n  },\n";
    let head = "exports.createResources = () => [\n";
    let table = [
        // As it is typed from the first letter on, with no bracket closed.
        (format!("{head}  |"), "Subnet"),
        (format!("{head}  {{ |"), "type*"),
        (format!("{head}  {{ type: \"|"), "Subnet"),
        (
            format!("{head}  {{ type: \"Subnet\", group: \"Network\", properties: () => ({{ properties: {{ serv|"),
            "serviceEndpoints",
        ),
        // Before another resource, with brackets that the editor closed, and no comma behind them yet.
        (format!("{head}  {{\n    type: \"|\"\n  }}\n{OTHER}];\n"), "Subnet"),
        (format!("{head}  {{ type: \"Subnet\", group: \"Network\", | }}\n{OTHER}];\n"), "properties"),
        // A mistake behind, and one before.
        (format!("{}const x = ;\n", subnet("serv|")), "serviceEndpoints"),
        (format!("{head}{}{}", OTHER.replace("name:", "name"), subnet("serv|").replace(head, "")), "serviceEndpoints"),
    ];
    for (marked, expected) in table {
        let labels = labels("resources.js", &marked);
        assert!(labels.contains(&expected.to_owned()), "{expected} of {labels:?} at {marked}");
    }
    let json = "[\n  { \"type\": \"Subnet\", \"group\": \"Network\", \"properties\": { \"properties\": { \"serviceEndpoints\": [ { \"|";
    assert!(labels("resources.json", json).contains(&"service".to_owned()));
    for bare in ["\"privateEndpointNetworkPolicies\": En|", "priv|"] {
        let json = format!(
            "[{{ \"type\": \"Subnet\", \"group\": \"Network\", \"properties\": {{ \"properties\": {{ {bare} }} }} }}]"
        );
        let labels = labels("resources.json", &json);
        assert!(
            labels.iter().any(|label| label == "Enabled" || label == "privateEndpointNetworkPolicies"),
            "{labels:?}"
        );
    }
}

#[test]
fn what_stands_in_a_template_is_completed_as_such() {
    const SCHEMA: &str = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";
    let with = |item: &str| template("\"properties\": {}").replace(" }] }", &format!(" }}, {item} ] }}"));
    let empty = |item: &str| format!("{{ \"$schema\": \"{SCHEMA}\", \"resources\": [ {item} ] }}");
    for file in [with, empty] {
        let types = labels("main.json", &file("{ \"type\": \"|\" }"));
        assert!(types.contains(&"Microsoft.KeyVault/vaults".to_owned()), "{types:?}");
        let whole = taken("main.json", &file("|"), "Vault");
        assert!(whole.contains("\"type\": \"Microsoft.KeyVault/vaults\""), "{whole}");
    }
    let keys = labels("main.json", &with("{ | }"));
    for key in ["type*", "apiVersion*", "name", "dependsOn"] {
        assert!(keys.contains(&key.to_owned()), "{key} of {keys:?}");
    }
    let keys = labels("main.json", &with("{ \"type\": \"Microsoft.KeyVault/vaults\", | }"));
    assert_eq!(keys.iter().filter(|key| key.trim_end_matches('*') == "name").count(), 1, "{keys:?}");
    let unknown = "{ \"type\": \"Microsoft.KeyVault/vaults\", \"apiVersion\": \"1999-01-01\", | }";
    assert_eq!(labels("main.json", &with(unknown)), ["name", "dependsOn", "condition"]);
}

#[test]
fn types_groups_and_versions_are_those_of_the_catalogue() {
    let definition = |body: &str| format!("exports.createResources = () => [{{ {body} }}];");
    let types = labels("resources.js", &definition("type: \"|\", group: \"KeyVault\", properties: () => ({})"));
    assert!(types.contains(&"Vault".to_owned()) && !types.contains(&"Subnet".to_owned()), "{types:?}");
    let groups = labels("resources.js", &definition("type: \"Subnet\", group: \"|\", properties: () => ({})"));
    assert_eq!(groups, ["Network"]);
    let template = "{ \"resources\": [{ \"type\": \"Microsoft.Network/virtualNetworks/subnets\", \"apiVersion\": \"|\", \"name\": \"a/b\" }] }";
    let versions = labels("main.json", template);
    assert!(versions.len() > 1 && versions.is_sorted_by(|one, other| one > other), "the newest first: {versions:?}");
    let types = labels("main.json", &template.replace('|', "").replace("virtualNetworks/subnets", "virtual|"));
    assert!(types.contains(&"Microsoft.Network/virtualNetworks".to_owned()));
    let types = labels("main.json", "{ \"resources\": [{ \"type\": \"|\", \"name\": \"a\" }] }");
    assert!(types.contains(&"Microsoft.Network/virtualNetworks".to_owned()));
    let keys = labels("resources.js", &definition("type: \"Subnet\", group: \"Network\", |"));
    assert_eq!(keys, ["name", "properties", "dependencies"]);
}

/// A template with a network, and a further member of it.
fn template(member: &str) -> String {
    format!(
        "{{ \"resources\": [{{ \"type\": \"Microsoft.Network/virtualNetworks\", \"apiVersion\": \"2025-05-01\", \
         \"name\": \"net\", {member} }}] }}"
    )
}

#[test]
fn a_resource_of_a_template_has_keys_for_the_service_and_for_the_deployment() {
    let keys = labels("main.json", &template("\"|\""));
    for key in ["properties", "location", "dependsOn", "condition"] {
        assert!(keys.contains(&key.to_owned()), "{key} of {keys:?}");
    }
    for key in ["name", "type*", "apiVersion*"] {
        assert!(!keys.contains(&key.to_owned()), "{key} of {keys:?}");
    }
}

#[test]
fn dependencies_are_those_of_the_type_and_names_those_of_the_project() {
    let with = |dependencies: &str| {
        subnet("addressPrefix: \"10.0.1.0/24\"")
            .replace("resourceGroup: \"rg\", virtualNetwork: \"rg::net\"", dependencies)
    };
    let keys = labels("resources.js", &with("resourceGroup: \"rg\", |"));
    assert_eq!(keys.first().map(String::as_str), Some("virtualNetwork*"), "{keys:?}");
    assert!(!keys.contains(&"resourceGroup*".to_owned()), "{keys:?}");
    assert_eq!(labels("resources.js", &with("resourceGroup: \"rg\", virtualNetwork: \"|\"")), ["rg::net"]);
    assert_eq!(labels("resources.js", &with("resourceGroup: |")), ["rg"]);
    let asked = "natGateway: { id: getId({ type: \"VirtualNetwork\", group: \"Network\", name: \"|\" }) }";
    assert_eq!(labels("resources.js", &subnet(asked)), ["rg::net"]);
    assert_eq!(
        labels("resources.js", &subnet("natGateway: { id: getId({ type: \"Subnet\", | }) }")),
        ["group*", "name*", "path"]
    );
}

#[test]
fn where_nothing_can_be_said_nothing_is() {
    let whole = subnet("addressPrefix: \"10.0.1.0/24\"");
    let table = [
        ("resources.js", format!("// a comment |\n{whole}")),
        ("resources.js", "const x = |".to_owned()),
        ("resources.js", subnet("addressPrefix: \"10.|\"")),
        ("resources.js", format!("/* {whole} |")),
        ("resources.js", subnet("addressPrefix: `a\n|`")),
        ("resources.js", subnet("...|")),
        ("main.json", template("\"dependsOn\": [\"|\"]")),
        ("main.json", template("\"dependsOn\": [ | ]")),
        ("main.json", template("\"copy\": { \"name\": \"|\" }")),
        ("main.json", template("\"comments\": \"|\"")),
        // A string that is whole, and what is not where something can begin.
        ("resources.js", subnet("privateEndpointNetworkPolicies: \"Enabled\"|")),
        ("resources.js", subnet("privateEndpointNetworkPolicies: |\"Enabled\"")),
        ("resources.js", subnet("\"privateEndpointNetworkPolicies\"|: \"Enabled\"")),
        ("resources.js", subnet("delegations: []|")),
        ("resources.js", subnet("natGateway: un|defined")),
        ("resources.js", subnet("natGateway:| {}")),
        ("resources.js", whole.replace("type: \"Subnet\"", "type: \"Subnet\"|")),
        ("resources.js", whole.replace("group: ", "group:|")),
        ("resources.js", whole.replace("({ getId }) =>", "({ con| }) =>")),
        ("resources.js", whole.replace("({ getId }) =>", "({ | }) =>")),
        ("resources.js", whole.replace("({ getId }) => ", "({ getId }) =>|")),
        ("main.json", template("\"kind\": \"a\"|")),
        ("main.json", template("\"location\"|: \"a\"")),
        ("main.json", template("\"location\":| \"a\"")),
        ("resources.txt", whole.replace("addressPrefix", "|addressPrefix")),
        ("resources.js", format!("{whole}((((|")),
    ];
    for (path, marked) in table {
        assert_eq!(labels(path, &marked), [""; 0], "{marked}");
    }
}

#[test]
fn whatever_is_taken_anywhere_the_text_still_reads() {
    let examples = ["examples/network/resources.js", "examples/approvals/resources.js", "examples/data/resources.json"];
    let template = template("\"properties\": { \"addressSpace\": { \"addressPrefixes\": [] } }, \"dependsOn\": []");
    let texts = examples.map(|path| (path, fs::read_to_string(path).unwrap()));
    let linter = Linter::default();
    let mut all = 0;
    for (path, text) in texts.into_iter().chain([("main.json", template)]) {
        for (offset, _) in text.char_indices().step_by(2) {
            let sources = [Source::new(path, &text)];
            let offset = u32::try_from(offset).unwrap();
            let Some(found) = complete(&linter, &Files::read(&sources), 0, offset) else { continue };
            for item in [found.items.first(), found.items.get(found.items.len() / 2), found.items.last()] {
                let item = item.unwrap();
                // Where a value is still to be written, one that any place can have.
                let insert = match &item.snippet {
                    Some(snippet) if item.insert.ends_with(": ") => &snippet.replace("${1}", "0"),
                    _ => &item.insert,
                };
                let written = written(&text, &found, insert);
                let document = read(&written, Format::of(path).unwrap());
                assert_eq!(document.syntax_errors, [], "{} at {offset}:\n{written}", item.label);
                all += 1;
            }
        }
    }
    assert!(all > 2_500, "{all}");
}
