//! Resources named as Azure Resource Manager names them, in templates and in definitions.

use lazuli::{Linter, Source};

/// What is found: the rule, and the text at the span.
fn found(path: &str, text: &str) -> Vec<(String, String)> {
    let report = Linter::default().check(&Source::new(path, text));
    let found = report.diagnostics.into_iter();
    found.map(|found| (found.rule.to_string(), found.span.slice_of(text).to_owned())).collect()
}

/// A template with a connection whose state is `state`.
fn template(state: &str) -> String {
    format!(
        r#"{{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "resources": [
    {{
      "type": "Microsoft.DocumentDB/databaseAccounts/privateEndpointConnections",
      "apiVersion": "2022-02-15-preview",
      "name": "[concat(parameters('account'), '/reports')]",
      "dependsOn": ["[resourceId('Microsoft.DocumentDB/databaseAccounts', parameters('account'))]"],
      "properties": {{ "privateLinkServiceConnectionState": {state} }}
    }}
  ]
}}"#
    )
}

#[test]
fn a_resource_of_a_template_is_held_against_its_schema() {
    let table = [
        (r#"{ "status": "Approved" }"#, vec![]),
        (r#"{ "status": "[parameters('status')]" }"#, vec![]),
        (r#""[variables('state')]""#, vec![]),
        (r#"{ "[variables('key')]": "Approved", "copy": [{ "name": "more", "count": 2, "input": {} }] }"#, vec![]),
        (r#"{ "status": "approved" }"#, vec![("private-link/status", "\"approved\"")]),
        (r#"{ "sttaus": "Approved" }"#, vec![("schema/unknown-property", "\"sttaus\"")]),
        (
            r#"{ "status": "Approved", "actionsRequired": "[parameters('x')]" }"#,
            vec![("schema/read-only", "\"actionsRequired\"")],
        ),
        (r#"{ "status": "[[Approved]" }"#, vec![("private-link/status", "\"[[Approved]\"")]),
    ];
    for (state, expected) in table {
        let expected: Vec<_> = expected.into_iter().map(|(rule, text)| (rule.to_owned(), text.to_owned())).collect();
        assert_eq!(found("main.json", &template(state)), expected, "{state}");
    }
}

#[test]
fn the_type_is_found_in_any_case_and_inside_its_parent() {
    let wrong = r#"{ "status": "Done" }"#;
    let expected = [("private-link/status".to_owned(), "\"Done\"".to_owned())];
    let lower = template(wrong)
        .replace("Microsoft.DocumentDB/databaseAccounts/private", "microsoft.documentdb/databaseaccounts/private");
    assert_eq!(found("main.json", &lower), expected);

    let inner = format!(
        r#"[{{
          "type": "Microsoft.Example/things", "apiVersion": "2020-01-01", "name": "a", "resources": [
            {{ "type": "parts", "apiVersion": "2020-01-01", "name": "b" }}
          ]
        }},
        {{
          "type": "Microsoft.DocumentDB/databaseAccounts", "apiVersion": "1999-01-01", "name": "a", "resources": [
            {{
              "type": "privateEndpointConnections", "apiVersion": "2022-02-15-preview", "name": "b",
              "properties": {{ "privateLinkServiceConnectionState": {wrong} }}
            }}
          ]
        }}]"#
    );
    let errors: Vec<_> =
        found("main.json", &inner).into_iter().filter(|(rule, _)| rule != "schema/no-schema").collect();
    assert_eq!(errors, expected);

    let named =
        format!(r#"{{ "languageVersion": "2.0", "resources": {{ "one": {} }} }}"#, first_resource(&template(wrong)));
    assert_eq!(found("main.json", &named), expected);

    let program = r#"exports.createResources = () => [{
      type: "Microsoft.DocumentDB/databaseAccounts/privateEndpointConnections", apiVersion: "2022-02-15-preview",
      properties: () => ({ properties: { privateLinkServiceConnectionState: { status: "Done" } } }),
    }];"#;
    assert_eq!(found("resources.js", program), expected);
}

fn first_resource(template: &str) -> &str {
    let list = template.find("\"resources\": [").unwrap() + "\"resources\": [".len();
    template[list..template.rfind(']').unwrap()].trim()
}

#[test]
fn what_stands_in_a_template_is_of_the_template_and_has_a_type_with_its_provider() {
    let beside = |resource: &str| {
        template("{}").replace("  \"resources\": [\n", &format!("  \"resources\": [\n    {resource},\n"))
    };
    let table = [
        ("{ \"name\": \"a\" }", vec![("definition/shape", "{")]),
        ("{ \"type\": \"virtualNetworks\", \"name\": \"a\" }", vec![("definition/shape", "\"virtualNetworks\"")]),
        ("{ \"type\": \"[variables('type')]\", \"name\": \"a\" }", vec![]),
        ("{ \"existing\": true, \"name\": \"a\" }", vec![]),
        ("7", vec![("definition/shape", "7")]),
        // A resource of GruCloud's, by its group.
        ("{ \"type\": \"ResourceGroup\", \"group\": \"Resources\", \"properties\": { \"name\": \"rg\" } }", vec![]),
    ];
    for (resource, expected) in table {
        let expected: Vec<_> = expected.into_iter().map(|(rule, text)| (rule.to_owned(), text.to_owned())).collect();
        assert_eq!(found("main.json", &beside(resource)), expected, "{resource}");
    }
}
