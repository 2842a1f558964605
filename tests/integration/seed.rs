//! The resource type that lazuli began with, in a file of ours: right, and wrong in every way that counts.

use lazuli::{Linter, Source};

const FILE: &str = r#"exports.createResources = () => [
  {
    type: "PrivateEndpointConnection",
    group: "DocumentDB",
    name: "reports",
    properties: () => ({
      properties: {
        privateLinkServiceConnectionState: {
          status: "Approved",
          description: "Reports read from here",
        },
      },
    }),
    dependencies: () => ({
      resourceGroup: "analytics",
      privateEndpoint: "reports-endpoint",
      account: "reports-account",
    }),
  },
];
"#;

/// What is found in the file with `before` replaced by `after`: the rule, the text at the span, the help.
fn found(before: &str, after: &str) -> Vec<(String, String, Option<String>)> {
    assert!(FILE.contains(before), "{before}");
    let text = FILE.replacen(before, after, 1);
    let report = Linter::default().check(&Source::new("resources.js", &text));
    let about = |found: lazuli::Diagnostic| {
        (found.rule.to_string(), found.span.slice_of(&text).to_owned(), found.help.map(String::from))
    };
    report.diagnostics.into_iter().map(about).collect()
}

#[test]
fn the_right_file_gives_nothing() {
    assert_eq!(found("", ""), []);
}

#[test]
fn each_mistake_gives_one_diagnostic_at_its_place() {
    let unknown = "schema/unknown-property";
    let status = "private-link/status";
    // (what is replaced, what replaces it, the rule, the text at the span, the help)
    let table = [
        ("\"Approved\"", "\"approved\"", status, "\"approved\"", Some("Did you mean `Approved`?")),
        ("\"Approved\"", "\"Aproved\"", status, "\"Aproved\"", Some("Did you mean `Approved`?")),
        ("\"Approved\"", "\"Done\"", status, "\"Done\"", None),
        ("\"Approved\"", "5", "schema/type", "5", None),
        ("\"Approved\"", "`A${1}`", status, "`A${1}`", None),
        ("status:", "sttaus:", unknown, "sttaus", Some("Did you mean `status`?")),
        ("status:", "actionsRequired: \"No\", status:", "schema/read-only", "actionsRequired", Some("Leave it out.")),
        ("properties: {", "id: \"x\", properties: {", "schema/read-only", "id", Some("Leave it out.")),
        (
            "privateLinkServiceConnectionState: {\n          status: \"Approved\",",
            "status: \"Approved\", privateLinkServiceConnectionState: {",
            unknown,
            "status",
            Some("`status` belongs in `properties.privateLinkServiceConnectionState`."),
        ),
        (
            "DocumentDB",
            "Microsoft.DocumentDB",
            "schema/unknown-resource-type",
            "\"Microsoft.DocumentDB\"",
            Some("Did you mean `DocumentDB`?"),
        ),
        (
            "properties: () => ({\n      properties: {\n        privateLinkServiceConnectionState: {\n          status: \"Approved\",\n          description: \"Reports read from here\",\n        },\n      },\n    }),",
            "properties: () => { properties: {} },",
            "definition/shape",
            "properties",
            Some("Write `() => ({ … })`: without the round brackets the braces are a block of statements."),
        ),
        (
            "DocumentDB",
            "DocumentDb",
            "schema/unknown-resource-type",
            "\"DocumentDb\"",
            Some("Did you mean `DocumentDB`?"),
        ),
        (
            "properties: () => ({\n      properties: {\n        privateLinkServiceConnectionState: {\n          status: \"Approved\",\n          description: \"Reports read from here\",\n        },\n      },\n    }),",
            "properties: { properties: {} },",
            "definition/shape",
            "{ properties: {} }",
            Some("Write `properties: () => ({ … })`: GruCloud calls it."),
        ),
    ];
    for (before, after, rule, place, help) in table {
        let expected = vec![(rule.to_owned(), place.to_owned(), help.map(str::to_owned))];
        assert_eq!(found(before, after), expected, "{before} -> {after}");
    }
}

#[test]
fn a_definition_without_type_and_group_is_one_mistake() {
    for (path, text, help) in [
        ("resources.js", "exports.createResources = () => [{}];", "as in `type: \"Subnet\"`."),
        ("resources.json", "[{}, { \"type\": \"A\", \"group\": \"B\" }]", "as in `\"type\": \"Subnet\"`."),
    ] {
        let found = Linter::default().check(&Source::new(path, text)).diagnostics;
        let found: Vec<_> = found.iter().filter(|found| found.rule.0 == "definition/shape").collect();
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].message, "this resource definition has no `type` and no `group`");
        assert!(found[0].help.as_ref().unwrap().ends_with(help), "{found:?}");
    }
}

#[test]
fn a_dropped_bracket_gives_one_syntax_error_whichever_it_is() {
    let brackets = FILE.char_indices().filter(|(_, character)| "()[]{}".contains(*character));
    let mut dropped = 0;
    for (at, bracket) in brackets {
        let text = [&FILE[..at], &FILE[at + 1..]].concat();
        let found = Linter::default().check(&Source::new("resources.js", &text)).diagnostics;
        let codes: Vec<&str> = found.iter().map(|diagnostic| diagnostic.rule.0).collect();
        assert_eq!(codes, ["definition/syntax"], "without the {bracket} at {at}:\n{text}");
        dropped += 1;
    }
    assert_eq!(dropped, FILE.matches(['(', ')', '[', ']', '{', '}']).count());
}

#[test]
fn unknown_values_give_nothing() {
    let table = [
        "config.status",
        "process.env.STATUS",
        "open ? \"Approved\" : \"Rejected\"",
        "statusOf(config)",
        "`${config.status}`",
        "config.status ?? \"Approved\"",
        "getId({ type: \"A\", group: \"B\", name: \"c\" })",
        "states[0]",
        "[\"Approved\"][0]",
        "new Status()",
        "states.approved",
    ];
    let unknown = |before: &str, after: &str| {
        let callback = FILE.replacen("properties: () =>", "properties: ({ config = {}, getId }) =>", 1);
        assert!(callback.contains(before), "{before}");
        let text = callback.replacen(before, after, 1);
        let report = Linter::default().check(&Source::new("resources.js", &text));
        let found = report.diagnostics.into_iter().filter(|found| found.rule.0 != "definition/unused-parameter");
        assert_eq!(found.collect::<Vec<_>>(), [], "{after}");
    };
    for status in table {
        unknown("\"Approved\"", status);
    }
    unknown("properties: {", "...config.defaults, properties: {");
    unknown("status: \"Approved\"", "[config.key]: \"Approved\"");
}

#[test]
fn a_resource_of_another_cloud_may_have_other_keys() {
    let codes = |definition: &str| {
        let text = format!("exports.createResources = () => [{definition}];");
        let found = Linter::default().check(&Source::new("resources.js", &text)).diagnostics;
        found.into_iter().map(|found| found.rule.to_string()).collect::<Vec<_>>()
    };
    let bucket = "{ type: \"Bucket\", group: \"S3\", name: \"logs\", provider: \"aws\"";
    assert_eq!(codes(&format!("{bucket} }}")), ["schema/no-schema"]);
    assert_eq!(codes(&format!("{bucket}, propertys: () => ({{}}) }}")), ["schema/no-schema", "definition/shape"]);
    let connection = bucket.replace("S3", "DocumentDB").replace("Bucket", "PrivateEndpointConnection");
    assert_eq!(codes(&format!("{connection} }}")), ["definition/shape"]);
}
