//! What a value is worth, as far as the text alone tells.

use super::{read_as, show};

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
