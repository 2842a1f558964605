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
        ValueKind::Unknown(Unknown::Undefined) => "undefined".to_owned(),
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

fn assert_read(table: &[(&str, &str, &[&str])]) {
    for (file, text, expected) in table {
        let document = read_as(file, text);
        assert_eq!(document.syntax_errors, [], "{text}");
        assert_eq!(names(&document.definitions), *expected, "{text}");
    }
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
    ];
    assert_read(table);
}

#[test]
fn a_list_of_resources_is_read_however_it_is_put_together() {
    let table: &[(&str, &str, &[&str])] = &[
        (
            "r.js",
            r#"exports.createResources = () => { const all = []; all.push({ type: "A", group: "G" }); return all; };"#,
            &["G::A"],
        ),
        (
            "r.js",
            r#"exports.createResources = () => { const all = []; names.forEach((name) => all.push({ type: "A", group: "G", name })); return all; };"#,
            &["G::A"],
        ),
        (
            "r.js",
            r#"const make = (name) => ({ type: "A", group: "G", name }); exports.createResources = () => ["a"].map(make);"#,
            &["G::A"],
        ),
        (
            "r.js",
            r#"exports.createResources = () => [].concat({ type: "A", group: "G" }, [{ type: "B", group: "G" }]);"#,
            &["G::A", "G::B"],
        ),
        ("r.js", r#"exports.createResources = async () => Promise.resolve([{ type: "A", group: "G" }]);"#, &["G::A"]),
        ("r.js", r#"exports.createResources = () => ({ resources: [{ type: "A", group: "G" }] });"#, &["G::A"]),
        ("r.js", r#"exports.createResources = () => Object.values({ a: { type: "A", group: "G" } });"#, &["G::A"]),
        (
            "r.js",
            r#"exports.createResources = () => [on ? { type: "A", group: "G" } : null].filter(Boolean);"#,
            &["G::A"],
        ),
        (
            "r.js",
            r#"const make = () => ({ type: "A", group: "G" }); exports.createResources = () => { const a = make(); return [a]; };"#,
            &["G::A"],
        ),
        // Lists of lists, and what is left out again.
        (
            "r.js",
            r#"exports.createResources = () => [[{ type: "A", group: "G" }], [{ type: "B", group: "G" }]].flat();"#,
            &["G::A", "G::B"],
        ),
        (
            "r.js",
            r#"const a = () => [{ type: "A", group: "G" }]; const b = [{ type: "B", group: "G" }]; exports.createResources = () => [a(), b].flat();"#,
            &["G::A", "G::B"],
        ),
        (
            "r.js",
            r#"exports.createResources = () => [null, { kind: "comment" }, { type: "A", group: "G" }].filter((it) => it?.type);"#,
            &["G::A"],
        ),
        (
            "r.js",
            r#"exports.createResources = () => { return [{ type: "A", group: "G" }]; return [{ type: "B", group: "G" }]; };"#,
            &["G::A"],
        ),
    ];
    assert_read(table);
}

#[test]
fn every_way_to_export_is_known() {
    let table: &[(&str, &str, &[&str])] = &[
        ("r.js", r#"exports["createResources"] = () => [{ type: "A", group: "G" }];"#, &["G::A"]),
        ("r.js", r#"module.exports["createResources"] = () => [{ type: "A", group: "G" }];"#, &["G::A"]),
        ("r.js", r#"Object.assign(exports, { createResources: () => [{ type: "A", group: "G" }] });"#, &["G::A"]),
        (
            "r.js",
            r#"const api = { createResources: () => [{ type: "A", group: "G" }] }; module.exports = api;"#,
            &["G::A"],
        ),
        // The last one counts.
        (
            "r.js",
            r#"exports.createResources = () => [{ type: "A", group: "G" }]; exports.createResources = () => [{ type: "B", group: "G" }];"#,
            &["G::B"],
        ),
        (
            "r.js",
            r#"exports.createResources = () => [{ type: "A", group: "G" }]; module.exports = { createResources: () => [{ type: "B", group: "G" }] };"#,
            &["G::B"],
        ),
        ("r.ts", r#"export = { createResources: () => [{ type: "A", group: "G" }] };"#, &["G::A"]),
    ];
    assert_read(table);
}

#[test]
fn what_declares_something_else_is_left_alone() {
    let table: &[(&str, &str, &[&str])] = &[
        // Other programs export lists of objects too, and call their own providers.
        ("r.js", r#"module.exports = [{ entry: "./a.js", mode: "production" }];"#, &[]),
        ("r.js", r#"export default [{ type: "A", group: "G", properties: () => ({}) }];"#, &["G::A"]),
        ("r.js", r#"module.exports = (provider) => { provider.makeRequest("/path"); };"#, &[]),
        ("r.json", r#"{ "name": "a-package", "type": "module" }"#, &[]),
        ("r.json", r#"{ "type": "object", "properties": {} }"#, &[]),
    ];
    assert_read(table);
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
        ("{ a: 1, b: 1, ...(on && { b: 2, c: 3 }) }", "{a: 1, b: ?, c: 3}"),
        ("{ a: 1, ...(on ? { b: 2 } : {}) }", "{a: 1, b: 2}"),
        ("{ a: 1, ...(on && config.more) }", "{a: ?, …}"),
        ("{ a: 1, ...undefined }", "{a: 1}"),
        ("{ a: 1, b: undefined }", "{a: 1}"),
        ("{ ...{ a: 1, b: 2 }, a: undefined }", "{b: 2}"),
        ("{ get a() { return 1 }, set a(value) {}, b: 2 }", "{a: ?, b: 2}"),
        ("{ __proto__: config, a: 1 }", "{a: 1, …}"),
        ("Object.freeze({ a: 1 })", "{a: 1}"),
        ("made()", "{a: 1, b: ?}"),
        ("perhaps()", "?"),
        ("table[\"inner\"].deep", "true"),
        ("process.env[\"KEY\"]", "env KEY"),
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
        ("once", "1"),
        ("(function () { return 1 })", "=> 1"),
        ("async () => 1", "=> ?"),
        ("/a/", "?"),
        ("10n", "?"),
        ("await_(1)", "?"),
    ];
    let before = "const constant = \"fixed\"; const table = { inner: { deep: true } }; let variable = 1; let once = 1;
        variable = 2;
        const changed = { a: 1 }; changed.a = 2;
        const made = (b) => ({ a: 1, b }); const perhaps = () => { if (on) { return 1; } };\n";
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

/// What `it` is worth in the first definition of `text`.
fn worth_of_it(text: &str) -> String {
    let document = read_as("resources.ts", text);
    assert_eq!(document.syntax_errors, [], "{text}");
    let properties = document.definitions[0].properties().unwrap();
    show(&properties.as_object().unwrap().get("it").unwrap().value)
}

#[test]
fn a_name_stands_for_what_the_language_says() {
    let resource = r#"[{ type: "A", group: "G", properties: () => ({ it: state }) }]"#;
    let with_body = |body: &str| format!("const state = \"outer\"; exports.createResources = () => {{ {body} }};");
    let table = [
        with_body(&format!("if (on) {{ const state = other(); return {resource}; }}")),
        with_body(&format!("try {{ const state = other(); return {resource}; }} catch {{}}")),
        with_body(&format!("switch (on) {{ case 1: const state = other(); return {resource}; }}")),
        with_body(&format!("{{ const state = other(); return {resource}; }}")),
        with_body(&format!("if (on) {{ var state = other(); }} return {resource};")),
        with_body(&format!("for (const state of others) {{ return {resource}; }}")),
        with_body(&format!("try {{}} catch (state) {{ return {resource}; }}")),
        with_body(&format!("class state {{}} return {resource};")),
        with_body(&format!("return names.map((...state) => ({}));", resource.trim_matches(['[', ']']))),
        with_body(&format!("return names.map(function state() {{ return {}; }});", resource.trim_matches(['[', ']']))),
        "const state = \"outer\"; exports.createResources = ({ provider }) => {
            for (const state of others) provider.makeA({ properties: () => ({ it: state }) });
        };"
        .to_owned(),
        "const state = \"outer\"; exports.createResources = ({ provider }) => {
            others.forEach((state) => provider.makeA({ properties: () => ({ it: state }) }));
        };"
        .to_owned(),
        format!(
            "let state = \"outer\"; const change = () => {{ state = \"new\"; }}; exports.createResources = () => {resource};"
        ),
        format!(
            "const early = state; var state = \"later\"; exports.createResources = () => {};",
            resource.replace("state", "early")
        ),
        format!("var state = \"one\"; var state = \"two\"; exports.createResources = () => {resource};"),
    ];
    for text in table {
        assert_eq!(worth_of_it(&text), "?", "{text}");
    }
    let same =
        format!("const state = \"outer\"; exports.createResources = () => {{ if (on) {{ return {resource}; }} }};");
    assert_eq!(worth_of_it(&same), "\"outer\"");
}

#[test]
fn an_object_that_may_be_changed_is_not_known() {
    let changes = [
        "state.x = 2;",
        "(state as any).x = 2;",
        "state!.x = 2;",
        "state[\"x\"] = 2;",
        "state.x++;",
        "delete state.x;",
        "[state.x] = [2];",
        "({ a: state.x } = other);",
        "const alias = state; alias.x = 2;",
        "const { inner } = { inner: state }; inner.x = 2;",
        "const all = { state }; all.state.x = 2;",
        "let later; later = state; later.x = 2;",
        "const get = () => state; get().x = 2;",
        "for (const one of [state]) one.x = 2;",
        "for (const key in other) state[key] = 2;",
        "[state].forEach((one) => { one.x = 2; });",
        "[state].forEach(changeIt);",
        "Object.values({ state }).forEach((one) => { one.x = 2; });",
        "Object.assign(state, { x: 2 });",
        "Object.defineProperty(state, \"x\", { value: 2 });",
        "function change(one: any) { one.x = 2; } change(state);",
        "changeIt(state);",
        "changeIt({ deep: [state] });",
        "new Changing(state);",
        "require(\"./change\")(state);",
        "list.push(1);",
        "list[\"push\"](1);",
        "list.sort();",
        "list.length = 0;",
    ];
    let read = |changes: &str| {
        worth_of_it(&format!(
            "const state = {{ x: 1 }}; const list = [1];\n{changes}
            exports.createResources = () => [{{ type: \"A\", group: \"G\", properties: () => ({{ it: {{ state, list }} }}) }}];"
        ))
    };
    for change in changes {
        let expected =
            if change.starts_with("list") { "{state: {x: 1}, list: ?array}" } else { "{state: ?object, list: " };
        let found = read(change);
        assert!(found.starts_with(expected), "{change}: {found}");
    }
    let harmless = [
        "",
        "exports.state = state;",
        "module.exports = { state };",
        "console.log(state, list);",
        "const other = { ...state, y: 2 }; const copy = Object.assign({}, state);",
        "const names = Object.keys(state).map((key) => key.length);",
        "const text = JSON.stringify(state); const id = getId({ type: \"A\", group: \"G\", name: list });",
        "process.env.X = \"1\"; const path = require(\"path\"); const where = path.join(\"a\", \"b\");",
        "function show(one: any) { return one.x; } show(state);",
        "let count = 0; count += 1; count++;",
    ];
    for text in harmless {
        assert_eq!(read(text), "{state: {x: 1}, list: [1]}", "{text}");
    }
}

#[test]
fn what_is_not_read_is_told() {
    let table: &[(&str, &[&str])] = &[
        ("exports.createResources = require(\"./other\").createResources;", &["require(\"./other\").createResources"]),
        ("export { createResources } from \"./other\";", &["createResources"]),
        ("exports.createResources = ({ config }) => config.resources;", &["config.resources"]),
        ("exports.createResources = () => [...others, other, make()];", &["others", "other", "make()"]),
        ("exports.createResources = () => names.map(other);", &["names.map(other)"]),
        ("exports.createResources = () => { const all = []; all.push(other); return all; };", &["other"]),
        // Lists that may be changed after they were made.
        ("const all = [{}]; for (const one of all) one.group = \"G\"; exports.createResources = () => all;", &["all"]),
        (
            "const all = [{}]; all.forEach((one) => { one.group = \"G\"; }); exports.createResources = () => [...all];",
            &["all"],
        ),
        ("const all = [{}]; all[0].group = \"G\"; exports.createResources = () => all;", &["all"]),
        ("const all = [{}]; all.length = 0; exports.createResources = () => all;", &["all"]),
        ("const all = [{}]; all.shift(); exports.createResources = () => all;", &["all"]),
        ("const all = []; all.push({}); all[0].group = \"G\"; exports.createResources = () => all;", &["all"]),
        ("const all = []; const same = all; same.push({}); exports.createResources = () => all;", &["all"]),
        ("exports.createResources = function* () { yield {}; };", &["()"]),
        // Nothing is missing here.
        ("exports.createResources = () => [];", &[]),
        ("exports.createResources = ({ provider }) => { const a = provider.makeA({}); return { a }; };", &[]),
        (
            "exports.createResources = ({ provider }) => { const a = provider.makeA({}); return [a, provider.makeB({})]; };",
            &[],
        ),
        ("exports.createResources = () => undefined;", &[]),
        ("module.exports = require(\"./other\");", &[]),
    ];
    for (text, expected) in table {
        let document = read_as("resources.js", text);
        let found: Vec<&str> = document.not_read.iter().map(|span| span.slice_of(text)).collect();
        assert_eq!(found, *expected, "{text}");
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
fn a_number_too_large_to_hold_is_a_number_all_the_same() {
    for written in ["1e400", "-1E+400", "12.5e999"] {
        let text = format!("[{{ \"type\": \"A\", \"group\": \"G\", \"properties\": {written} }}]");
        let document = read_as("resources.json", &text);
        assert_eq!(document.syntax_errors, [], "{written}");
        assert_eq!(show(document.definitions[0].properties().unwrap()), "?number", "{written}");
    }
}

#[test]
fn a_broken_text_says_where_it_breaks() {
    let table = [
        ("r.json", "[{ \"a\": 1 ", "{", "this `{` has no closing `}`"),
        ("r.json", "{ 'a': 1 }", "'", "expected a key in double quotes or `}`, found `'`"),
        ("r.json", "{ \"a\": tru }", "tru", "expected a value, found `tru`"),
        ("r.json", "{ \"a\": \"b\n\" }", "\"b", "this string has no closing `\"`"),
        ("r.json", "{ \"a\": 01 }", "01", "`01` is no number of JSON"),
        ("r.json", "{ \"a\": 01e400 }", "01e400", "`01e400` is no number of JSON"),
        ("r.json", "{} {}", "{", "expected the end of the file, found `{`"),
        ("r.json", "", "", "expected a value, found the end of the file"),
        ("r.js", "`${})\u{feff}", "\u{feff}", "this string has no closing quote"),
        ("r.js", "exports.a = [\n\n", "[", "expected `]`, found the end of the file"),
        ("r.js", "a = { b: 1 ccc: 2 }", "ccc", "expected `,` or `}`, found `ccc`"),
        ("r.js", "const a = ;", ";", "`;` cannot stand here"),
        ("r.js", "a = 1 +\n", "+", "the file ends too early"),
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
