use lazuli::{Linter, Severity, Source};

const GUID: &str = "01234567-89ab-cdef-0123-456789abcdef";

/// Each finding of the areas: rule, severity, place.
fn found(text: &str) -> Vec<(&'static str, Severity, String)> {
    let report = Linter::default().check(&Source::new("resources.js", text));
    let is_asked = |found: &lazuli::Diagnostic| matches!(found.rule.area(), "style" | "lifecycle");
    let about = |found: lazuli::Diagnostic| (found.rule.0, found.severity, found.span.slice_of(text).to_owned());
    report.diagnostics.into_iter().filter(is_asked).map(about).collect()
}

fn group(members: &str) -> String {
    format!(
        "exports.createResources = () => [\n  {{ type: \"ResourceGroup\", group: \"Resources\", properties: () => ({{ name: \"rg\", {members} }}) }},\n];\n"
    )
}

#[test]
fn tags_are_what_azure_takes() {
    let many = (0..51).map(|number| format!("t{number}: \"\"")).collect::<Vec<_>>().join(", ");
    let long = "x".repeat(257);
    let table = [
        ("tags: { stage: \"dev\" }".to_owned(), None),
        ("tags: { \"hidden-link:/app-insights\": \"a\" }".to_owned(), None),
        ("tags: { stage: process.env.STAGE, ...more() }".to_owned(), None),
        (format!("tags: {{ {many} }}"), Some("tags")),
        ("tags: { \"a/b\": \"\" }".to_owned(), Some("\"a/b\"")),
        ("tags: { count: 5 }".to_owned(), Some("5")),
        (format!("tags: {{ a: \"{long}\" }}"), Some("\"xxx")),
        (format!("tags: {{ {long}{long}: \"\" }}"), Some("xxx")),
    ];
    for (members, expected) in table {
        let found = found(&group(&members));
        let places: Vec<&str> = found.iter().map(|(_, _, place)| place.as_str()).collect();
        match expected {
            None => assert_eq!(places, Vec::<&str>::new(), "{members}"),
            Some(start) => {
                assert!(matches!(places.as_slice(), [only] if only.starts_with(start)), "{members}: {places:?}");
                assert_eq!(found[0].0, "style/tags");
            }
        }
    }
}

#[test]
fn a_location_in_azures_own_form_is_right() {
    assert_eq!(found(&group("location: \"westus2\"")), []);
    assert_eq!(found(&group("location: process.env.LOCATION")), []);
    assert_eq!(
        found(&group("location: \"West US 2\"")),
        [("style/location", Severity::Info, "\"West US 2\"".to_owned())]
    );
}

#[test]
fn an_id_is_graver_where_the_project_has_the_resource() {
    let card = |id: &str, dependency: &str| {
        format!(
            "exports.createResources = () => [
  {{ type: \"NetworkSecurityGroup\", group: \"Network\", name: \"wall\", properties: () => ({{}}), dependencies: () => ({{ resourceGroup: \"rg\" }}) }},
  {{ type: \"NetworkInterface\", group: \"Network\", name: \"card\", properties: () => ({{ properties: {{ networkSecurityGroup: {{ id: \"{id}\" }} }} }}), dependencies: () => ({{ resourceGroup: \"rg\"{dependency} }}) }},
];
"
        )
    };
    let id = |subscription: &str, name: &str| {
        format!(
            "/subscriptions/{subscription}/resourceGroups/rg/providers/Microsoft.Network/networkSecurityGroups/{name}"
        )
    };
    let severity = |text: &str| found(text).first().map(|(_, severity, _)| *severity);
    assert_eq!(severity(&card(&id(GUID, "other"), "")), Some(Severity::Info));
    assert_eq!(severity(&card(&id(GUID, "wall"), "")), Some(Severity::Warning));
    assert_eq!(severity(&card(&id(GUID, "other"), ", networkSecurityGroup: \"rg::wall\"")), Some(Severity::Warning));
    // What documentation writes is no id.
    assert_eq!(severity(&card(&id("{subscriptionId}", "wall"), "")), None);
    assert_eq!(severity(&card(&id("subid", "wall"), "")), None);
}

#[test]
fn what_only_the_service_sets_is_told_though_swagger_does_not_say_so() {
    let connection = |member: &str| {
        format!(
            "exports.createResources = () => [\n  {{ type: \"PrivateEndpointConnection\", group: \"DocumentDB\", name: \"a\", properties: () => ({{ properties: {{ {member} }} }}) }},\n];\n"
        )
    };
    let managed = |severity| vec![("lifecycle/service-managed", severity, "provisioningState".to_owned())];
    assert_eq!(found(&connection("provisioningState: \"Succeeded\"")), managed(Severity::Warning));
    assert_eq!(found(&connection("provisioningState: \"\"")), managed(Severity::Info));
    assert_eq!(found(&connection("provisioningState: process.env.STATE")), []);
    // The name by which others are reached is theirs to give.
    let gateway = "exports.createResources = () => [\n  { type: \"LocalNetworkGateway\", group: \"Network\", name: \"a\", properties: () => ({ properties: { fqdn: \"a.example\" } }), dependencies: () => ({ resourceGroup: \"rg\" }) },\n];\n";
    assert_eq!(found(gateway), []);
}
