//! Whole definitions, offered where one could stand.

use lazuli::ide::{Completion, Completions, Files, complete};
use lazuli::read::{Format, read};
use lazuli::{Linter, Source};

use super::{at_the_cursor, written};

fn completed(linter: &Linter, path: &str, marked: &str) -> (String, Option<Completions>) {
    let (text, offset) = at_the_cursor(marked);
    let sources = [Source::new(path, &text)];
    let found = complete(linter, &Files::read(&sources), 0, offset);
    (text, found)
}

/// The text once an item is taken, with `x` wherever something is to be filled in.
fn filled_in(text: &str, found: &Completions, item: &Completion) -> String {
    let snippet = item.snippet.as_deref().unwrap_or(&item.insert);
    let mut insert = snippet.replace("\\$", "$");
    for place in 1..=50 {
        let place = format!("${{{place}}}");
        insert =
            insert.replace(&format!("\"{place}\""), "\"x\"").replace(&format!("[{place}]"), "[]").replace(&place, "0");
    }
    written(text, found, &insert)
}

#[test]
fn a_definition_has_all_that_its_type_cannot_be_without() {
    let linter = Linter::default();
    let places = [
        ("resources.js", "exports.createResources = () => [\n|\n];\n"),
        ("resources.json", "[\n|\n]\n"),
        (
            "template.json",
            "{\n  \"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\",\n  \"resources\": [|]\n}\n",
        ),
    ];
    for (path, marked) in places {
        let (text, found) = completed(&linter, path, marked);
        let found = found.unwrap_or_else(|| panic!("nothing in {path}"));
        assert!(found.items.len() > 300, "{path}: {}", found.items.len());
        for item in &found.items {
            let taken = filled_in(&text, &found, item);
            let report = linter.check(&Source::new(path, &taken));
            assert_eq!(report.resources, 1, "{path}: {taken}");
            for finding in &report.diagnostics {
                let is_about_what_is_missing =
                    ["schema/required", "reference/missing-parent"].contains(&finding.rule.0);
                // What stands for a value that is not a string is no word that anybody knows.
                let is_wrong = finding.rule.area() == "definition" || is_about_what_is_missing;
                assert!(!is_wrong, "{path}: {}: {}\n{taken}", finding.rule, finding.message);
            }
        }
    }
}

#[test]
fn where_there_are_no_snippets_a_definition_is_plain_text_as_the_file_is_indented() {
    let linter = Linter::default();
    let other = "{\n    type: \"ResourceGroup\",\n    group: \"Resources\",\n  }";
    for (path, marked, indentation) in [
        ("resources.js", format!("exports.createResources = () => [\n  {other},\n  |\n];\n"), "  "),
        ("resources.js", format!("/*\n * All.\n */\nexports.createResources = () => [\n\t{other},\n\t|\n];\n"), "\t"),
        ("resources.json", "[\n    |\n]\n".to_owned(), "    "),
    ] {
        let (text, found) = completed(&linter, path, &marked);
        for item in found.unwrap_or_else(|| panic!("nothing in {path}")).items {
            let taken = marked.replace('|', &item.insert);
            let document = read(&taken, Format::of(path).unwrap());
            assert_eq!(document.syntax_errors, [], "{text}\n{taken}");
            assert!(
                item.insert.contains(&format!("\n{indentation}type: ")) || path.ends_with("json"),
                "{}",
                item.insert
            );
            assert!(indentation == "\t" || !item.insert.contains('\t'), "{}", item.insert);
        }
    }
}

#[test]
fn a_definition_is_offered_where_one_could_stand_and_nowhere_else() {
    let linter = Linter::default();
    let rg = "{ type: \"ResourceGroup\", group: \"Resources\", properties: () => ({ name: \"rg\" }) }";
    let list = |inner: &str| format!("exports.createResources = () => [{inner}];");
    let offered = [
        list("|"),
        list("Sub|"),
        list(&format!("\n  {rg},\n  |\n")),
        list(&format!("\n  {rg}\n  |\n")),
        list(&format!("\n  |\n  {rg},\n")),
        list(&format!("{rg}, |")),
        "exports.createResources = () => { const all = []; return [|]; };".to_owned(),
    ];
    for marked in offered {
        let (text, found) = completed(&linter, "resources.js", &marked);
        let found = found.unwrap_or_else(|| panic!("nothing at {marked}"));
        let item = found.items.iter().find(|item| item.label == "DatabaseAccount").unwrap();
        let taken = filled_in(&text, &found, item);
        let report = linter.check(&Source::new("resources.js", &taken));
        let is_readable = report.diagnostics.iter().all(|finding| finding.rule.0 != "definition/syntax");
        assert!(is_readable && report.resources == 1 + usize::from(marked.contains(rg)), "{taken}");
    }
    let nowhere =
        ["|", "const list = [|];", "exports.createResources = () => [\"|\"];", "exports.createResources = (|) => [];"];
    for marked in nowhere {
        assert_eq!(completed(&linter, "resources.js", marked).1, None, "{marked}");
    }
}

#[test]
fn a_definition_reads_as_people_write_it() {
    let linter = Linter::default();
    let (text, found) = completed(&linter, "resources.js", "exports.createResources = () => [\n|\n];\n");
    let found = found.unwrap();
    let subnet = found.items.iter().find(|item| item.label == "Subnet").unwrap();
    assert_eq!(subnet.detail.as_deref(), Some("Network"));
    insta::assert_snapshot!(filled_in(&text, &found, subnet), @r#"
    exports.createResources = () => [
    {
    	type: "Subnet",
    	group: "Network",
    	properties: () => ({
    		name: "x",
    	}),
    	dependencies: () => ({
    		resourceGroup: "x",
    		virtualNetwork: "x",
    	}),
    },
    ];
    "#);
    let vault =
        found.items.iter().find(|item| item.label == "Vault" && item.detail.as_deref() == Some("KeyVault")).unwrap();
    insta::assert_snapshot!(vault.snippet.as_deref().unwrap(), @r#"
    {
    	type: "Vault",
    	group: "KeyVault",
    	properties: () => ({
    		name: "${1}",
    		properties: {
    			sku: {
    				family: "${2}",
    				name: "${3}",
    			},
    			tenantId: "${4}",
    		},
    	}),
    	dependencies: () => ({
    		resourceGroup: "${5}",
    	}),
    },
    "#);
}
