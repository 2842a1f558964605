//! What a schema condemns in a known value, and leaves alone in one that is not.

use std::fmt::Write;

use lazuli::catalog::Catalog;
use lazuli::config::RuleSeverities;
use lazuli::{Config, Linter, Source};
use serde_json::{Value, json};

fn linter(properties: &Value, definitions: &Value) -> Linter {
    let mut all = json!({
        "Thing": { "type": "object", "properties": {
            "id": { "type": "string", "readOnly": true },
            "name": { "type": "string", "readOnly": true },
            "properties": { "$ref": "#/definitions/ThingProperties" },
        } },
        "ThingProperties": properties,
    });
    all.as_object_mut().unwrap().extend(definitions.as_object().unwrap().clone());
    let swagger = json!({
        "swagger": "2.0",
        "info": { "title": "Test", "version": "2020-01-01" },
        "paths": { "/subscriptions/{s}/providers/Microsoft.Test/things/{thingName}": { "put": {
            "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Thing" } }],
            "x-grucloud": { "group": "Test", "type": "Thing", "dependencies": {
                "subnet": { "group": "Network", "type": "Subnet", "pathId": "properties.subnet.id" },
            } },
        } } },
        "definitions": all,
    });
    let mut catalog = Catalog::empty();
    assert_eq!(catalog.add_swagger(&swagger.to_string()).unwrap(), []);
    let mut rules = RuleSeverities::default();
    // The callbacks take all there is, whatever they use.
    rules.set("definition/unused-parameter", None).unwrap();
    Linter::new(Config { catalog, rules, ..Config::default() })
}

/// Each finding in one line: rule, severity, place in the text, pointer, message, help.
fn found(linter: &Linter, properties: &str) -> Vec<String> {
    let text = format!(
        "const constant = \"abc\";\nexports.createResources = () => [{{ type: \"Thing\", group: \"Test\", name: \"t\", properties: ({{ config, getId }}) => ({{ properties: {{ {properties} }} }}) }}];"
    );
    let report = linter.check(&Source::new("resources.js", &text));
    let line = |found: &lazuli::Diagnostic| {
        format!(
            "{} {} at {} ({}): {}{}",
            found.severity,
            found.rule,
            found.span.slice_of(&text),
            found.pointer.as_deref().unwrap_or("-"),
            found.message,
            found.help.as_ref().map(|help| format!(" / {help}")).unwrap_or_default()
        )
    };
    report.diagnostics.iter().map(line).collect()
}

fn assert_table(name: &str, linter: &Linter, table: &[&str]) {
    let mut written = String::new();
    for properties in table {
        writeln!(written, "{properties}").unwrap();
        for line in found(linter, properties) {
            writeln!(written, "    {line}").unwrap();
        }
    }
    insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!(name, written) });
}

#[test]
fn each_fact_of_a_value_is_held_against_it() {
    let linter = linter(
        &json!({ "type": "object", "properties": {
            "text": { "type": "string", "minLength": 2, "maxLength": 4 },
            "code": { "type": "string", "pattern": "^[a-z]+$" },
            "count": { "type": "integer", "minimum": 1, "maximum": 9, "exclusiveMaximum": true },
            "even": { "type": "integer", "multipleOf": 2 },
            "ratio": { "type": "number" },
            "flag": { "type": "boolean" },
            "list": { "type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": true, "items": { "type": "string" } },
            "mode": { "type": "string", "enum": ["On", "Off"], "x-ms-enum": { "name": "Mode", "modelAsString": false } },
            "size": { "type": "string", "enum": ["Small", "Large"], "x-ms-enum": { "name": "Size", "modelAsString": true } },
            "level": { "type": "integer", "enum": [1, 2] },
            "uuid": { "type": "string", "format": "uuid" },
            "time": { "type": "string", "format": "date-time" },
            "date": { "type": "string", "format": "date" },
            "span": { "type": "string", "format": "duration" },
            "bytes": { "type": "string", "format": "byte" },
            "state": { "type": "string", "readOnly": true },
            "states": { "type": "array", "readOnly": true, "items": { "type": "string" } },
            "maybe": { "type": "string", "x-nullable": true },
            "bag": { "type": "object", "additionalProperties": { "type": "string" } },
            "any": {},
        } }),
        &json!({}),
    );
    assert_table(
        "each_fact_of_a_value_is_held_against_it",
        &linter,
        &[
            "text: \"ab\", code: \"a\", count: 8, even: 4, ratio: 1, flag: true, list: [\"a\"], mode: \"On\", size: \"Small\", level: 1",
            "text: \"a\"",
            "text: \"abcde\"",
            "text: \"ééé\"",
            "text: \"\"",
            "text: 5",
            "text: [\"ab\"]",
            "text: { a: 1 }",
            "code: \"A1\"",
            "count: 0",
            "count: 9",
            "count: 1.5",
            "count: \"5\"",
            "count: 2.0",
            "even: 3",
            "ratio: \"1.5\"",
            "flag: \"true\"",
            "flag: \"yes\"",
            "flag: 1",
            "list: []",
            "list: [\"a\", \"b\", \"c\"]",
            "list: [\"a\", \"a\"]",
            "list: [1]",
            "list: \"a\"",
            "mode: \"on\"",
            "mode: \"Offf\"",
            "mode: \"Sideways\"",
            "size: \"small\"",
            "size: \"Lage\"",
            "size: \"Huge\"",
            "level: 3",
            "level: \"1\"",
            "uuid: \"123\"",
            "uuid: \"6fa459ea-ee8a-3ca4-894e-db77e160355e\"",
            "time: \"yesterday\"",
            "time: \"2020-01-01T00:00:00Z\"",
            "date: \"2020-13-01\"",
            "span: \"PT5M\"",
            "span: \"five minutes\"",
            "bytes: \"aGk=\"",
            "bytes: \"&&\"",
            "state: \"a\"",
            "state: \"\"",
            "states: []",
            "states: [1]",
            "text: null",
            "maybe: null",
            "bag: { a: \"b\" }",
            "bag: { a: 1 }",
            "any: { a: [1, null] }",
            "txet: \"ab\"",
            "TEXT: \"ab\"",
            "nonsense: 1",
            "a: \"\\u001b[31m\"",
        ],
    );
}

#[test]
fn what_is_unknown_is_never_reported() {
    let linter = linter(
        &json!({ "type": "object", "required": ["text", "inner", "kind"], "properties": {
            "text": { "type": "string", "minLength": 5, "pattern": "^z", "enum": ["zzzzzz"], "x-ms-enum": { "modelAsString": false } },
            "count": { "type": "integer", "minimum": 5 },
            "flag": { "type": "boolean" },
            "list": { "type": "array", "minItems": 3, "maxItems": 4, "uniqueItems": true, "items": { "type": "integer" } },
            "inner": { "type": "object", "required": ["a"], "properties": { "a": { "type": "string" } } },
            "kind": { "$ref": "#/definitions/Kind" },
        } }),
        &json!({
            "Kind": { "type": "object", "discriminator": "kind", "required": ["kind"], "properties": { "kind": { "type": "string" } } },
            "One": { "allOf": [{ "$ref": "#/definitions/Kind" }], "required": ["one"], "properties": { "one": { "type": "string" } } },
            "Two": { "allOf": [{ "$ref": "#/definitions/Kind" }], "required": ["two"], "properties": { "two": { "type": "string" } } },
        }),
    );
    let table = [
        "...config.all",
        "text: config.a, inner: config.b, kind: config.c",
        "text: `a${config.a}`, inner: { ...config.b }, kind: { kind: config.c, one: \"x\" }",
        "text: process.env.A, inner: { a: config.a }, kind: { ...config.c, one: \"x\", two: \"y\" }",
        "text: getId({ type: \"A\", group: \"B\", name: \"c\" }), inner: config.x ? { b: 1 } : { c: 1 }, kind: { kind: `On${config.e}`, two: \"x\" }",
        "text: f(), inner: { a: \"b\" }, kind: h(), list: config.x ? [1] : [2, 3], count: config.x ? 7 : 8",
        "text: f(), inner: g(), kind: h(), count: undefined, flag: undefined, list: undefined",
        "text: f(), inner: g(), kind: h(), list: [...config.list]",
        "text: f(), inner: g(), kind: h(), list: [1, ...config.list]",
        "text: f(), inner: g(), kind: h(), list: config.list.map((x) => x.y), count: config.a + 1, flag: !config.a",
        "text: f(), inner: g(), kind: h(), [config.key]: 5",
        "text: f(), inner: g(), kind: h(), count: parseInt(config.a), flag: Boolean(config.b)",
    ];
    for properties in table {
        assert_eq!(found(&linter, properties), [] as [String; 0], "{properties}");
    }
    // `undefined` is no unknown value: the property is left out of what is sent.
    let left_out = found(&linter, "text: f(), inner: undefined, kind: h()");
    assert!(left_out.iter().all(|found| found.contains("lacks `inner`")) && left_out.len() == 1, "{left_out:?}");
}

#[test]
fn a_type_that_the_syntax_shows_is_known() {
    let linter = linter(
        &json!({ "type": "object", "properties": { "count": { "type": "integer" }, "flag": { "type": "boolean" }, "list": { "type": "array", "maxItems": 2, "items": { "type": "string" } } } }),
        &json!({}),
    );
    assert_table(
        "a_type_that_the_syntax_shows_is_known",
        &linter,
        &[
            "count: `${config.count}`",
            "count: getId({ type: \"A\", group: \"B\", name: \"c\" })",
            "flag: config.a ? \"x\" : \"y\"",
            "list: `${config.a}`",
            "list: [\"a\", \"b\", \"c\", ...config.more]",
            "list: [5, ...config.more]",
            "count: constant",
        ],
    );
}

#[test]
fn a_variant_is_chosen_by_its_discriminator() {
    let linter = linter(
        &json!({ "type": "object", "properties": { "pets": { "type": "array", "items": { "$ref": "#/definitions/Pet" } } } }),
        &json!({
            "Pet": { "type": "object", "discriminator": "kind", "required": ["kind"], "properties": {
                "kind": { "type": "string", "readOnly": true }, "age": { "type": "integer" } } },
            "Cat": { "allOf": [{ "$ref": "#/definitions/Pet" }], "required": ["lives"], "properties": { "lives": { "type": "integer" } } },
            "Dog": { "allOf": [{ "$ref": "#/definitions/Pet" }], "properties": { "tricks": { "type": "array", "items": { "type": "string" } } } },
        }),
    );
    assert_table(
        "a_variant_is_chosen_by_its_discriminator",
        &linter,
        &[
            "pets: [{ kind: \"Cat\", lives: 9 }, { kind: \"Dog\", tricks: [\"roll\"], age: 3 }]",
            "pets: [{ kind: \"Cat\" }]",
            "pets: [{ kind: \"Dog\", lives: 9 }]",
            "pets: [{ kind: \"Dgo\", tricks: [] }]",
            "pets: [{ kind: \"cat\", lives: 9 }]",
            "pets: [{ kind: \"Horse\" }]",
            "pets: [{ kind: 5 }]",
            "pets: [{ age: 3 }]",
            "pets: [{ age: 3, lives: 9 }]",
            "pets: [{ kind: \"Dog\", trick: [] }]",
            "pets: [{ kind: \"Dog\", tricks: [1] }]",
            "pets: [{ kind: config.kind, lives: 9, tricks: [], wings: 2 }]",
        ],
    );
}

#[test]
fn a_key_in_the_wrong_place_is_one_mistake() {
    let linter = linter(
        &json!({ "type": "object", "required": ["inner"], "properties": {
            "inner": { "$ref": "#/definitions/Inner" },
            "subnet": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" } } },
        } }),
        &json!({ "Inner": { "type": "object", "required": ["deep", "id"], "properties": {
            "deep": { "type": "string" }, "id": { "type": "string", "readOnly": true } } } }),
    );
    assert_table(
        "a_key_in_the_wrong_place_is_one_mistake",
        &linter,
        &[
            "inner: { deep: \"a\" }",
            "inner: {}, deep: \"a\"",
            "inner: { depe: \"a\" }",
            "inner: {}",
            "iner: { deep: \"a\" }",
            "inner: { deep: \"a\" }, subnet: {}",
            "inner: { deep: \"a\", location: \"westus\" }",
        ],
    );
    let at_root = |properties: &str| {
        let text =
            format!("[{{ \"type\": \"Thing\", \"group\": \"Test\", \"name\": \"t\", \"properties\": {properties} }}]");
        let report = linter.check(&Source::new("resources.json", &text));
        report.diagnostics.iter().map(|found| format!("{} {}", found.rule, found.message)).collect::<Vec<_>>()
    };
    assert_eq!(
        at_root(r#"{ "name": "t", "location": "westus", "tags": {}, "properties": { "inner": { "deep": "a" } } }"#),
        [] as [&str; 0]
    );
    assert_eq!(at_root(r#"{ "deep": "a" }"#), ["schema/unknown-property `deep` is not a property of a Test Thing"]);
    assert_eq!(at_root("5"), ["definition/shape `properties` must be an object"]);
}

/// A schema that leads in circles, and one with patterns that only an engine that looks around can take.
#[test]
fn odd_schemas_are_used_as_far_as_they_go() {
    let linter = linter(
        &json!({ "type": "object", "properties": {
            "tree": { "$ref": "#/definitions/Tree" },
            "guarded": { "type": "string", "pattern": "^(?!x).*$", "maxLength": 3 },
        } }),
        &json!({ "Tree": { "type": "object", "properties": {
            "value": { "type": "integer" }, "left": { "$ref": "#/definitions/Tree" }, "right": { "$ref": "#/definitions/Tree" } } } }),
    );
    assert_table(
        "odd_schemas_are_used_as_far_as_they_go",
        &linter,
        &[
            "tree: { left: { left: { right: { value: 1 } } } }",
            "tree: { left: { left: { right: { value: \"x\" } } } }",
            "tree: { left: { left: { rihgt: {} } } }",
            "guarded: \"xyz\"",
            "guarded: \"xyzz\"",
        ],
    );
}
