use std::fmt::Write;

use super::{ask, subnet};

/// What is said at the cursor, as editors get it.
fn said(path: &str, marked: &str) -> String {
    ask(path, marked, |view, offset| view.hover(0, offset).map(|hover| hover.markdown())).unwrap_or("nothing".into())
}

#[test]
fn a_hover_says_what_the_catalogue_knows() {
    let whole = subnet("addressPrefix: \"10.0.1.0/24\"");
    let table = [
        ("a property", subnet("address|Prefix: \"10.0.1.0/24\"")),
        ("its value", subnet("addressPrefix: \"10.|0.1.0/24\"")),
        ("allowed values", subnet("privateEndpoint|NetworkPolicies: \"Enabled\"")),
        ("what only the service sets", subnet("provisioning|State: \"Succeeded\"")),
        ("a list", subnet("service|Endpoints: []")),
        ("what nothing knows", subnet("addressPrefx|: 1")),
        ("between the members", subnet("addressPrefix: \"10.0.1.0/24\", | ")),
        ("the type", whole.replace("\"Subnet\"", "\"Sub|net\"")),
        ("the group", whole.replace("\"Network\"", "\"|Network\"")),
        ("a key of the dependencies", whole.replace("virtualNetwork:", "virtual|Network:")),
        ("a name in the dependencies", whole.replace("\"rg::net\"", "\"rg::|net\"")),
        ("outside of any definition", format!("|{whole}")),
        (
            "a getId",
            subnet("natGateway: { id: getId({ type: \"VirtualNetwork\", group: \"Network\", name: \"rg|::net\" }) }"),
        ),
    ];
    let mut text = String::new();
    for (place, marked) in table {
        let _ = write!(text, "== {place} ==\n{}\n\n", said("resources.js", &marked));
    }
    insta::assert_snapshot!(text);
}

#[test]
fn a_status_says_what_it_can_be_though_the_schema_does_not_list_it() {
    let connection = "exports.createResources = () => [{ type: \"PrivateEndpointConnection\", group: \"DocumentDB\", name: \"c\", \
        properties: () => ({ properties: { privateLinkServiceConnectionState: { sta|tus: \"Approved\" } } }) }];";
    let said = said("resources.js", connection);
    assert!(said.contains("- `Approved`, `Rejected`, `Pending` or `Disconnected`"), "{said}");
}

#[test]
fn a_template_is_read_as_the_service_gets_it() {
    let template = |cursor: &str| {
        let text = r#"{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "resources": [
    {
      "type": "Microsoft.Network/virtualNetworks/subnets",
      "apiVersion": "2025-05-01",
      "name": "net/inner",
      "properties": { "addressPrefix": "10.0.1.0/24" }
    }
  ]
}
"#;
        text.replace(&cursor.replace('|', ""), cursor)
    };
    assert!(said("main.json", &template("\"address|Prefix\"")).starts_with("**addressPrefix**: string"));
    assert!(
        said("main.json", &template("Microsoft.Network/virtual|Networks/subnets")).starts_with("**Network::Subnet**")
    );
}
