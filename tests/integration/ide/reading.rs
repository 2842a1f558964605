//! What helps to read a file: what can be folded, pages that words lead to, hints, resources by their names.

use super::{NETWORK, ask};

#[test]
fn definitions_and_what_is_in_them_can_be_folded() {
    let folded = ask("resources.js", &format!("|{NETWORK}"), |view, _| view.folds(0));
    let begins: Vec<&str> = folded.iter().map(|span| span.slice_of(NETWORK).lines().next().unwrap()).collect();
    insta::assert_debug_snapshot!(begins, @r#"
    [
        "{",
        "{ location: \"westeurope\" }",
        "{",
        "{ properties: { addressSpace: { addressPrefixes: [\"10.0.0.0/16\"] } } }",
        "{ addressSpace: { addressPrefixes: [\"10.0.0.0/16\"] } }",
        "{ addressPrefixes: [\"10.0.0.0/16\"] }",
        "[\"10.0.0.0/16\"]",
        "{ resourceGroup: \"rg\" }",
    ]
    "#);
}

#[test]
fn types_and_rules_lead_to_their_pages() {
    let text = NETWORK
        .replace("    type: \"Virtual", "    // lazuli-ignore-next-line schema/enum -- why\n    type: \"Virtual");
    let links = ask("resources.js", &format!("|{text}"), |view, _| view.links(0));
    let links: Vec<String> =
        links.iter().map(|link| format!("{} -> {}", link.span.slice_of(&text), link.url)).collect();
    insta::assert_debug_snapshot!(links, @r#"
    [
        "\"ResourceGroup\" -> https://learn.microsoft.com/azure/templates/microsoft.resources/resourcegroups",
        "schema/enum -> https://lazuli-lint.github.io/rules/schema/enum",
        "\"VirtualNetwork\" -> https://learn.microsoft.com/azure/templates/microsoft.network/virtualnetworks",
    ]
    "#);
}

#[test]
fn a_hint_says_the_api_version_where_the_file_does_not() {
    let hints = |text: &str| {
        ask("resources.js", &format!("|{text}"), |view, _| {
            let whole = lazuli::text::Span::from_offsets(0, text.len());
            view.hints(0, whole)
                .into_iter()
                .map(|hint| (text[..hint.offset as usize].lines().count(), hint.text))
                .collect::<Vec<_>>()
        })
    };
    let said = hints(NETWORK);
    assert_eq!(said.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [3, 9]);
    assert!(said.iter().all(|(_, version)| version.starts_with("20")), "{said:?}");
    let asked = NETWORK.replace("name: \"net\",", "name: \"net\",\n    apiVersion: \"2024-05-01\",");
    assert_eq!(hints(&asked).len(), 1);
}

#[test]
fn resources_are_found_by_some_of_the_letters_of_their_names() {
    let found = |query: &str| {
        let found = ask("resources.js", "|exports.createResources = () => [];", |view, _| view.symbols_matching(query));
        found.into_iter().map(|(file, symbol)| format!("{file} {} {}", symbol.kind(), symbol.name)).collect::<Vec<_>>()
    };
    assert_eq!(found(""), ["1 Resources::ResourceGroup rg", "1 Network::VirtualNetwork net"]);
    assert_eq!(found("vnet"), ["1 Network::VirtualNetwork net"]);
    assert_eq!(found("Network net"), ["1 Network::VirtualNetwork net"]);
    assert!(found("nothing of that name").is_empty());
}
