//! Where a resource is named, and another name for it.

use lazuli::ide::{FileEdit, Files, View};
use lazuli::{Linter, Source};

use super::{NETWORK, at_the_cursor};

/// Subnets of the network of [`NETWORK`], one of which another resource names by its whole name.
const SUBNETS: &str = r#"const NET = "rg::net";
exports.createResources = () => [
  {
    type: "Subnet",
    group: "Network",
    properties: () => ({ name: "inner", properties: { addressPrefix: "10.0.1.0/24" } }),
    dependencies: () => ({ resourceGroup: "rg", virtualNetwork: NET }),
  },
  {
    type: "NetworkInterface",
    group: "Network",
    properties: ({ getId }) => ({
      name: "card",
      properties: {
        ipConfigurations: [
          { name: "a", properties: { subnet: { id: getId({ type: "Subnet", group: "Network", name: 'rg::net::inner' }) } } },
        ],
      },
    }),
    dependencies: () => ({ resourceGroup: "rg", subnets: ["rg::net::inner"] }),
  },
];
"#;

fn with_files<T>(marked: &str, ask: impl FnOnce(&View<'_, '_>, u32) -> T) -> T {
    let (text, offset) = at_the_cursor(marked);
    let sources = [Source::new("subnets.js", &text), Source::new("network.js", NETWORK)];
    let (linter, files) = (Linter::default(), Files::read(&sources));
    ask(&View::new(&linter, &files), offset)
}

/// The lines that a new name changes, as they are then; or why there is none.
fn renamed(marked: &str, new_name: &str) -> Result<String, String> {
    let (text, _) = at_the_cursor(marked);
    let edits = with_files(marked, |view, offset| view.rename(0, offset, new_name))?;
    let mut written = Vec::new();
    for (file, before) in [&*text, NETWORK].into_iter().enumerate() {
        let mut after = before.to_owned();
        for FileEdit { edit, .. } in edits.iter().rev().filter(|edit| edit.file == file) {
            after.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.text);
        }
        let changed = before.lines().zip(after.lines()).filter(|(before, after)| before != after);
        written.extend(changed.map(|(_, after)| format!("{file}: {}", after.trim())));
    }
    Ok(written.join("\n"))
}

#[test]
fn a_network_is_renamed_in_its_subnets_too() {
    let at_the_constant = SUBNETS.replace("rg::net\"", "rg::n|et\"");
    // The place of a constant's value is that of the constant itself, in no definition.
    assert_eq!(renamed(&at_the_constant, "web"), Err("there is no name of a resource here".to_owned()));
    let at_the_key = SUBNETS.replace("virtualNetwork: NET", "virtual|Network: NET");
    insta::assert_snapshot!(renamed(&at_the_key, "web").unwrap(), @r#"
    0: const NET = "rg::web";
    0: { name: "a", properties: { subnet: { id: getId({ type: "Subnet", group: "Network", name: 'rg::web::inner' }) } } },
    0: dependencies: () => ({ resourceGroup: "rg", subnets: ["rg::web::inner"] }),
    1: name: "web",
    "#);
}

#[test]
fn a_subnet_is_renamed_from_wherever_it_is_named() {
    let places = [
        SUBNETS.replace("name: \"inner\"", "name: \"in|ner\""),
        SUBNETS.replace("'rg::net::inner'", "'rg::net::in|ner'"),
        SUBNETS.replace("[\"rg::net::inner\"]", "[\"rg|::net::inner\"]"),
    ];
    for marked in places {
        insta::allow_duplicates! {
            insta::assert_snapshot!(renamed(&marked, "outer's").unwrap(), @r#"
            0: properties: () => ({ name: "outer's", properties: { addressPrefix: "10.0.1.0/24" } }),
            0: { name: "a", properties: { subnet: { id: getId({ type: "Subnet", group: "Network", name: "rg::net::outer's" }) } } },
            0: dependencies: () => ({ resourceGroup: "rg", subnets: ["rg::net::outer's"] }),
            "#);
        }
    }
}

#[test]
fn a_group_is_renamed_at_the_head_of_all_names() {
    let marked = SUBNETS.replacen("resourceGroup: \"rg\"", "resourceGroup: \"r|g\"", 1);
    insta::assert_snapshot!(renamed(&marked, "all").unwrap(), @r#"
    0: const NET = "all::net";
    0: dependencies: () => ({ resourceGroup: "all", virtualNetwork: NET }),
    0: { name: "a", properties: { subnet: { id: getId({ type: "Subnet", group: "Network", name: 'all::net::inner' }) } } },
    0: dependencies: () => ({ resourceGroup: "all", subnets: ["all::net::inner"] }),
    1: name: "all",
    1: dependencies: () => ({ resourceGroup: "all" }),
    "#);
}

#[test]
fn what_cannot_be_renamed_wholly_is_not_renamed_at_all() {
    let at_name = SUBNETS.replace("name: \"inner\"", "name: \"in|ner\"");
    let table = [
        (at_name.clone(), "", "`\"\"` is no name for a resource"),
        (at_name.clone(), "a::b", "`a::b` is no name for a resource: give the part behind the last `::`"),
        (
            at_name.replace("subnets: [\"rg::net::inner\"]", "subnets: [\"rg::net::\" + \"inner\"]"),
            "x",
            "put together at subnets.js, line 20",
        ),
        (at_name.replace("name: \"in|ner\"", "name: \"in|ner\" + config.x"), "x", "only running the program"),
        (SUBNETS.replace("type: \"Subnet\",", "type: \"Sub|net\","), "x", "no name of a resource here"),
    ];
    for (marked, new_name, expected) in table {
        let refused = renamed(&marked, new_name).unwrap_err();
        assert!(refused.contains(expected), "{refused}\n{marked}");
    }
    let twice = NETWORK
        .replace("name: \"net\"", "name: \"rg\"")
        .replace("VirtualNetwork\",\n    group: \"Network", "ResourceGroup\",\n    group: \"Resources");
    let sources = [Source::new("network.js", &twice)];
    let (linter, files) = (Linter::default(), Files::read(&sources));
    let refused = View::new(&linter, &files).rename(0, u32::try_from(twice.find("rg\"").unwrap()).unwrap(), "x");
    assert!(refused.unwrap_err().contains("several resources are called `rg`"));
}

#[test]
fn a_name_that_is_taken_already_is_refused() {
    let two = SUBNETS.replace("];\n", "  {\n    type: \"Subnet\",\n    group: \"Network\",\n    properties: () => ({ name: \"ou|ter\", properties: {} }),\n    dependencies: () => ({ resourceGroup: \"rg\", virtualNetwork: \"rg::net\" }),\n  },\n];\n");
    let refused = renamed(&two, "inner").unwrap_err();
    assert_eq!(refused, "there is a Network::Subnet `rg::net::inner` already");
}

#[test]
fn a_name_with_a_part_that_is_not_known_is_renamed_behind_it() {
    let marked = SUBNETS
        .replace("subnets: [\"rg::net::inner\"]", "subnets: [`${config.x}::net::inner`]")
        .replace("const NET = \"rg::net\"", "const NET = `${config.x}::net`")
        .replace("'rg::net::inner'", "`${config.x}::net::in|ner`");
    let text = renamed(&marked, "outer");
    insta::assert_snapshot!(text.unwrap(), @r#"
    0: properties: () => ({ name: "outer", properties: { addressPrefix: "10.0.1.0/24" } }),
    0: { name: "a", properties: { subnet: { id: getId({ type: "Subnet", group: "Network", name: `${config.x}::net::outer` }) } } },
    0: dependencies: () => ({ resourceGroup: "rg", subnets: [`${config.x}::net::outer`] }),
    "#);
}

#[test]
fn what_can_be_renamed_says_what_it_is_called_and_where() {
    let at = |marked: &str| {
        let (text, _) = at_the_cursor(marked);
        let found = with_files(marked, |view, offset| view.renamable(0, offset))?;
        Ok::<_, String>(found.map(|found| (found.name, found.span.slice_of(&text).to_owned())))
    };
    let named = |name: &str, written: &str| Ok(Some((name.to_owned(), written.to_owned())));
    assert_eq!(at(&SUBNETS.replace("'rg::net::inner'", "'rg::net::in|ner'")), named("inner", "inner"));
    let at_the_key = SUBNETS.replacen("resourceGroup: \"rg\"", "resource|Group: \"rg\"", 1);
    assert_eq!(at(&at_the_key), named("rg", "resourceGroup"));
    assert_eq!(at(&SUBNETS.replace("addressPrefix: \"10", "addressPrefix: \"1|0")), Ok(None));
    let put_together = SUBNETS.replace("name: \"inner\"", "name: `in|n${\"er\"}`");
    assert!(at(&put_together).unwrap_err().contains("put together at subnets.js, line 6"));
    let unknown = SUBNETS.replace("name: \"inner\"", "name: \"in|ner\" + config.x");
    assert!(at(&unknown).unwrap_err().contains("only running the program"));
}

#[test]
fn what_a_template_names_is_not_renamed_for_its_expressions_may_refer_to_it() {
    let template = r#"{ "resources": [
        { "type": "Microsoft.Network/virtualNetworks", "apiVersion": "2025-05-01", "name": "net" },
        { "type": "Microsoft.Network/virtualNetworks/subnets", "apiVersion": "2025-05-01", "name": "net/a",
          "dependsOn": ["[resourceId('Microsoft.Network/virtualNetworks', 'net')]"] } ] }"#;
    let sources = [Source::new("main.json", template)];
    let (linter, files) = (Linter::default(), Files::read(&sources));
    let view = View::new(&linter, &files);
    for name in ["net\"", "net/a\""] {
        let offset = u32::try_from(template.find(name).unwrap()).unwrap();
        let why = "expressions of templates are not followed: whatever refers to this name would be lost";
        assert_eq!(view.rename(0, offset, "x").unwrap_err(), why);
        assert_eq!(view.renamable(0, offset).unwrap_err(), why);
    }
}

#[test]
fn references_are_found_from_the_declaration_and_from_one_another() {
    let found = |marked: &str, with_declaration: bool| {
        let (text, _) = at_the_cursor(marked);
        let places = with_files(marked, |view, offset| view.references(0, offset, with_declaration));
        let line = |place: &lazuli::ide::Location| {
            let text = [&*text, NETWORK][place.file];
            let line = text[..place.span.start as usize].matches('\n').count() + 1;
            format!("{}:{line} {}", place.file, place.span.slice_of(text))
        };
        places.iter().map(line).collect::<Vec<_>>()
    };
    let own = SUBNETS.replace("name: \"inner\"", "name: \"in|ner\"");
    let expected = ["0:16 'rg::net::inner'", "0:20 \"rg::net::inner\""];
    assert_eq!(found(&own, false), expected);
    assert_eq!(
        found(&SUBNETS.replace("'rg::net::inner'", "'rg::net|::inner'"), true),
        [&["0:6 \"inner\""][..], &expected].concat()
    );
    assert_eq!(
        found(&SUBNETS.replace("virtualNetwork: NET", "virtual|Network: NET"), true),
        ["0:1 \"rg::net\"", "1:11 \"net\""]
    );
    assert!(found(&SUBNETS.replace("type: \"Subnet\",", "ty|pe: \"Subnet\","), true).is_empty());
}
