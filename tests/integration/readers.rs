//! What the readers make of a text: the definitions, and the values as far as the text alone tells them.

use std::path::Path;

use lazuli::document::{Definition, Document, TemplatePart, Unknown, Value, ValueKind};
use lazuli::read::{Format, read};
use proptest::prelude::*;

fn read_as<'t>(file: &str, text: &'t str) -> Document<'t> {
    read(text, Format::of(Path::new(file)).unwrap())
}

/// A value in short: `?` is unknown, `?string` an unknown string, `…` more that is not known.
fn show(value: &Value<'_>) -> String {
    match &value.kind {
        ValueKind::Null => "null".to_owned(),
        ValueKind::Boolean(boolean) => boolean.to_string(),
        ValueKind::Number(number) => number.to_string(),
        ValueKind::String(text) => format!("{text:?}"),
        ValueKind::Array(array) => {
            let more = array.open.then(|| "…".to_owned());
            format!("[{}]", array.items.iter().map(show).chain(more).collect::<Vec<_>>().join(", "))
        }
        ValueKind::Object(object) => {
            let more = object.open.then(|| "…".to_owned());
            let members = object.members.iter().map(|member| format!("{}: {}", member.key, show(&member.value)));
            format!("{{{}}}", members.chain(more).collect::<Vec<_>>().join(", "))
        }
        ValueKind::Unknown(Unknown::Template(parts)) => {
            let part = |part: &TemplatePart<'_>| match part {
                TemplatePart::Text(text) => text.to_string(),
                TemplatePart::Hole(value) => format!("${{{}}}", show(value)),
            };
            format!("`{}`", parts.iter().map(part).collect::<String>())
        }
        ValueKind::Unknown(Unknown::Environment(name)) => format!("env {name}"),
        ValueKind::Unknown(Unknown::Reference(argument)) => format!("id {}", show(argument)),
        ValueKind::Unknown(Unknown::Function(function)) => format!("=> {}", show(&function.returns)),
        ValueKind::Unknown(Unknown::Expression { known_type, .. }) => {
            known_type.map_or("?".to_owned(), |known_type| format!("?{known_type}"))
        }
    }
}

fn names(definitions: &[Definition<'_>]) -> Vec<String> {
    let part =
        |name: &Option<lazuli::document::Name<'_>>| name.as_ref().map_or("?".to_owned(), |name| name.text.to_string());
    definitions.iter().map(|found| format!("{}::{}", part(&found.group), part(&found.resource_type))).collect()
}

#[test]
fn every_way_to_declare_resources_is_read() {
    let table: &[(&str, &str, &[&str])] = &[
        ("r.js", r#"exports.createResources = () => [{ type: "A", group: "G" }];"#, &["G::A"]),
        ("r.js", r#"exports.createResources = function () { return [{ type: "A", group: "G" }]; };"#, &["G::A"]),
        (
            "r.js",
            r#"const createResources = () => [{ type: "A", group: "G" }]; exports.createResources = createResources;"#,
            &["G::A"],
        ),
        ("r.js", r#"module.exports = { createResources: () => [{ type: "A", group: "G" }] };"#, &["G::A"]),
        ("r.js", r#"module.exports = { createResources() { return [{ type: "A", group: "G" }] } };"#, &["G::A"]),
        (
            "r.js",
            r#"function createResources() { return [{ type: "A", group: "G" }] } module.exports = { createResources };"#,
            &["G::A"],
        ),
        ("r.mjs", r#"export const createResources = () => [{ type: "A", group: "G" }];"#, &["G::A"]),
        ("r.mjs", r#"export function createResources() { return [{ type: "A", group: "G" }]; }"#, &["G::A"]),
        ("r.mjs", r#"const make = () => [{ type: "A", group: "G" }]; export { make as createResources };"#, &["G::A"]),
        (
            "r.ts",
            r#"export const createResources = (): Resource[] => [{ type: "A", group: "G" } as Resource];"#,
            &["G::A"],
        ),
        (
            "r.js",
            r#"const a = [{ type: "A", group: "G" }]; const b = [{ type: "B", group: "G" }]; exports.createResources = () => [...a, ...b];"#,
            &["G::A", "G::B"],
        ),
        (
            "r.js",
            r#"const a = [{ type: "A", group: "G" }]; exports.createResources = () => a.concat([{ type: "B", group: "G" }]);"#,
            &["G::A", "G::B"],
        ),
        (
            "r.js",
            r#"exports.createResources = () => names.map((name) => ({ type: "A", group: "G", name }));"#,
            &["G::A"],
        ),
        (
            "r.js",
            r#"exports.createResources = ({ provider }) => { provider.makeResourceGroup({ name: "a" }); provider.Network.makeSubnet({ name: "b" }); };"#,
            &["?::ResourceGroup", "Network::Subnet"],
        ),
        (
            "r.js",
            r#"exports.createResources = () => { if (x) { return [{ type: "A", group: "G" }]; } return [{ type: "B", group: "G" }]; };"#,
            &["G::A", "G::B"],
        ),
        ("r.js", r#"const g = "G"; exports.createResources = () => [{ type: `A`, group: g }];"#, &["G::A"]),
        ("r.js", "exports.createResources = () => [];", &[]),
        ("r.json", r#"[{ "type": "A", "group": "G" }, { "type": "B", "group": "G" }]"#, &["G::A", "G::B"]),
        ("r.json", r#"{ "type": "A", "group": "G", "properties": {} }"#, &["G::A"]),
        ("r.json", r#"{ "resources": [{ "type": "A", "group": "G" }] }"#, &["G::A"]),
        ("r.jsonc", "// why\n[{ \"type\": \"A\", /* here */ \"group\": \"G\", },]", &["G::A"]),
        (
            "r.js",
            r#"const make = (name) => ({ type: "A", group: "G", name }); exports.createResources = () => [make("a"), make("b")];"#,
            &["G::A", "G::A"],
        ),
        (
            "r.js",
            r#"function make() { if (x) { return { type: "A", group: "G" }; } return { type: "B", group: "G" }; } exports.createResources = () => [on && make()];"#,
            &["G::A", "G::B"],
        ),
        (
            "r.js",
            r#"exports.createResources = () => [on && { type: "A", group: "G" }, a ?? { type: "B", group: "G" }];"#,
            &["G::A", "G::B"],
        ),
        (
            "r.js",
            r#"const a = () => a(); exports.createResources = () => [a(), b(), { type: "A", group: "G" }];"#,
            &["G::A"],
        ),
        // Other programs export lists of objects too, and call their own providers.
        ("r.js", r#"module.exports = [{ entry: "./a.js", mode: "production" }];"#, &[]),
        ("r.js", r#"export default [{ type: "A", group: "G" }];"#, &["G::A"]),
        ("r.js", r#"module.exports = (provider) => { provider.makeRequest("/path"); };"#, &[]),
        ("r.json", r#"{ "name": "a-package", "type": "module" }"#, &[]),
        ("r.json", r#"{ "type": "object", "properties": {} }"#, &[]),
    ];
    for (file, text, expected) in table {
        let document = read_as(file, text);
        assert_eq!(document.syntax_errors, [], "{text}");
        assert_eq!(names(&document.definitions), *expected, "{text}");
    }
}

#[test]
fn a_value_is_known_as_far_as_the_text_tells() {
    let table = [
        ("null", "null"),
        ("-5", "-5"),
        ("1.50", "1.5"),
        ("0x10", "16"),
        ("1e400", "?number"),
        ("!0", "?boolean"),
        ("'it\\'s'", "\"it's\""),
        ("`plain`", "\"plain\""),
        ("`a-${config.stage}-b`", "`a-${?}-b`"),
        ("`a-${constant}-b`", "\"a-fixed-b\""),
        ("\"a\" + \"b\" + 1", "\"ab1\""),
        ("\"a\" + config.b", "`a${?}`"),
        ("config.a + config.b", "?"),
        ("process.env.KEY", "env KEY"),
        ("getId({ type: \"A\", group: \"G\", name: \"n\" })", "id {type: \"A\", group: \"G\", name: \"n\"}"),
        ("{ a: 1, 'b': 2, [\"c\"]: 3, constant }", "{a: 1, b: 2, c: 3, constant: \"fixed\"}"),
        ("{ ...config.more, a: 1 }", "{a: 1, …}"),
        ("{ a: 1, ...config.more }", "{a: ?, …}"),
        ("{ a: 1, ...{ a: 2, b: 3 } }", "{a: 2, b: 3}"),
        ("{ [config.key]: 1 }", "{…}"),
        ("{ method() { return 1 } }", "{method: => 1}"),
        ("[1, ...config.more]", "[1, …]"),
        ("[1, ...[2, 3]]", "[1, 2, 3]"),
        ("[1].concat([2])", "[1, 2]"),
        ("on ? \"a\" : \"a\"", "\"a\""),
        ("on ? \"a\" : \"b\"", "?string"),
        ("on ? \"a\" : 1", "?"),
        ("config.a ?? \"b\"", "?"),
        ("`${on}` || \"b\"", "?string"),
        ("a > b", "?boolean"),
        ("a - b", "?"),
        ("table.inner.deep", "true"),
        ("changed.a", "?"),
        ("variable", "?"),
        ("undefined", "?"),
        ("(function () { return 1 })", "=> 1"),
        ("async () => 1", "=> ?"),
        ("/a/", "?"),
        ("10n", "?"),
        ("await_(1)", "?"),
    ];
    let before = "const constant = \"fixed\"; const table = { inner: { deep: true } }; let variable = 1;
        const changed = { a: 1 }; changed.a = 2;\n";
    for (expression, expected) in table {
        let text = format!(
            "{before}exports.createResources = () => [{{ type: \"A\", group: \"G\", properties: ({{ config }}) => ({{ it: {expression} }}) }}];"
        );
        let document = read_as("resources.js", &text);
        assert_eq!(document.syntax_errors, [], "{expression}");
        let value = &document.definitions[0].properties().unwrap().as_object().unwrap().get("it").unwrap().value;
        assert_eq!(show(value), expected, "{expression}");
    }
}

#[test]
fn every_key_and_value_knows_its_place() {
    let text =
        "\u{feff}exports.createResources = () => [{ type: 'A', group: `G`, properties: () => ({ \"é\": [1, 'x'] }) }];";
    let document = read_as("resources.js", text);
    let definition = &document.definitions[0];
    let place = |span: lazuli::text::Span| span.slice_of(text).to_owned();
    assert_eq!(place(definition.resource_type.as_ref().unwrap().span), "'A'");
    assert_eq!(place(definition.group.as_ref().unwrap().span), "`G`");
    let member = &definition.properties().unwrap().as_object().unwrap().members[0];
    assert_eq!(place(member.key_span), "\"é\"");
    assert_eq!(place(member.span), "\"é\": [1, 'x']");
    assert_eq!(place(member.value.as_array().unwrap().items[1].span), "'x'");
}

#[test]
fn references_are_found_with_what_they_name() {
    let text = r#"exports.createResources = () => [{
      type: "A", group: "G",
      properties: ({ getId }) => ({ id: getId({ type: "B", group: "H", name: `b-${config.x}` }) }),
      dependencies: ({ config }) => ({
        resourceGroup: `rg-${config.x}`,
        subnets: ["s1", "s2"],
        other: { name: "far", provider: "aws" },
      }),
    }];"#;
    let document = read_as("resources.js", text);
    let references = document.definitions[0].references();
    let shown: Vec<String> = references
        .iter()
        .map(|found| format!("{:?} {:?} {}", found.resource_type, found.provider, show(found.name)))
        .collect();
    assert_eq!(
        shown,
        [
            "None None `rg-${?}`",
            "None None \"s1\"",
            "None None \"s2\"",
            "None Some(\"aws\") \"far\"",
            "Some(\"B\") None `b-${?}`",
        ]
    );
}

#[test]
fn a_broken_text_says_where_it_breaks() {
    let table = [
        ("r.json", "[{ \"a\": 1 ", "{", "this `{` has no closing `}`"),
        ("r.json", "{ 'a': 1 }", "'", "expected a key in double quotes or `}`, found `'`"),
        ("r.json", "{ \"a\": tru }", "tru", "expected a value, found `tru`"),
        ("r.json", "{ \"a\": \"b\n\" }", "\"b", "this string has no closing `\"`"),
        ("r.json", "{ \"a\": 01 }", "01", "`01` is no number of JSON"),
        ("r.json", "{} {}", "{", "expected the end of the file, found `{`"),
        ("r.json", "", "", "expected a value, found the end of the file"),
        ("r.js", "`${})\u{feff}", "\u{feff}", "Unterminated string"),
        ("r.js", "exports.a = [", "", "Expected `]` but found `EOF`"),
    ];
    for (file, text, place, message) in table {
        let errors = read_as(file, text).syntax_errors;
        let found: Vec<(&str, &str)> =
            errors.iter().map(|error| (error.span.slice_of(text), error.message.as_str())).collect();
        assert_eq!(found, [(place, message)], "{text}");
    }
}

/// Text that reads like a file, so that the readers get past its first letters.
fn plausible() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "exports.createResources = () => [",
        "{ type: \"A\", group: \"G\", ",
        "properties: ({ config }) => ({",
        "})",
        "]",
        "}",
        "{",
        "(",
        ")",
        "[",
        ",",
        ":",
        ";",
        "\"",
        "'",
        "`",
        "${",
        "/",
        "*/",
        "//",
        "\\",
        "\n",
        "\r",
        "=>",
        "...",
        "+",
        "?",
        "const a = ",
        "a",
        "b.c",
        "1",
        "-",
        "null",
        "true",
        "\"type\": \"A\"",
        "\"resources\": [",
        "getId(",
        "process.env.X",
        "\u{feff}",
        "é",
        "\u{1f600}",
        "\u{2028}",
        "\0",
        "<",
        ">",
        "as",
        "async",
        "function",
        "=",
        "||",
        "??",
        "!",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Every span lies inside the text, on whole characters, and inside the value around it.
fn assert_sound(value: &Value<'_>, text: &str) {
    let sound =
        |span: lazuli::text::Span| span.start <= span.end && text.get(span.start as usize..span.end as usize).is_some();
    assert!(sound(value.span), "{:?} in {text:?}", value.span);
    match &value.kind {
        ValueKind::Array(array) => array.items.iter().for_each(|item| assert_sound(item, text)),
        ValueKind::Object(object) => {
            for member in &object.members {
                assert!(sound(member.span) && sound(member.key_span), "{member:?} in {text:?}");
                assert_sound(&member.value, text);
            }
        }
        ValueKind::Unknown(Unknown::Function(function)) => assert_sound(&function.returns, text),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5000))]

    #[test]
    fn any_text_is_read(text in prop_oneof![any::<String>(), plausible()]) {
        for file in ["a.js", "a.cjs", "a.mjs", "a.ts", "a.json"] {
            let document = read_as(file, &text);
            for definition in &document.definitions {
                assert_sound(&definition.body, &text);
            }
            for error in &document.syntax_errors {
                prop_assert!(error.span.end as usize <= text.len());
                prop_assert!(text.get(error.span.start as usize..error.span.end as usize).is_some(), "{error:?}");
            }
        }
    }
}
