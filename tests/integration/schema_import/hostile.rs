//! Whatever is imported, there is an end to it.

use std::thread;

use lazuli::catalog::Catalog;
use lazuli::catalog::import::FilesInMemory;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::{bicep_file, bundle, imported, in_version_folder, swagger_file};

fn name(number: usize) -> String {
    format!("D{number}")
}

fn refer(number: usize) -> Value {
    json!({ "$ref": format!("#/definitions/{}", name(number)) })
}

/// A swagger file with the definitions `D0`, `D1`, …, and a body that has `D0`.
fn of_definitions(definitions: impl IntoIterator<Item = Value>) -> Value {
    let mut all: Map<String, Value> =
        definitions.into_iter().enumerate().map(|(number, definition)| (name(number), definition)).collect();
    all.insert("Thing".to_owned(), json!({ "allOf": [refer(0), {}], "properties": { "a": refer(0) } }));
    swagger_file(&Value::Object(all))
}

/// Each definition builds so many times upon the next.
fn line(times: usize) -> Value {
    of_definitions((1..2_000).map(|next| {
        let parts = vec![refer(next); times];
        json!({ "allOf": parts, "properties": { format!("p{next}"): {} }, "discriminator": "kind" })
    }))
}

/// Many requests whose bodies and answers all hold the same large object.
fn shared() -> Value {
    let wide: Map<String, Value> = (0..500).map(|number| (format!("p{number}"), json!({}))).collect();
    let mut all: Vec<Value> = vec![json!({ "properties": wide })];
    all.extend((0..500).map(|_| json!({ "allOf": [refer(0)] })));
    let mut file = of_definitions(all);
    for number in 1..500 {
        file["paths"][format!("/providers/Microsoft.Test/t{number}/{{name}}")] = json!({ "put": {
            "parameters": [{ "name": "body", "in": "body", "schema": refer(number) }],
            "responses": { "200": { "schema": refer(500 - number) } },
        } });
    }
    file
}

/// Each union is twice the next.
fn unions() -> FilesInMemory {
    let next = |number: usize| json!({ "$ref": format!("#/{}", number + 1) });
    let union = |number: usize| json!({ "$type": "UnionType", "elements": [next(number), next(number)] });
    let mut nodes: Vec<Value> = (0..60).map(union).collect();
    nodes.push(json!({ "$type": "StringLiteralType", "value": "a" }));
    nodes.push(json!({ "$type": "ObjectType", "name": "B", "properties": { "a": { "type": { "$ref": "#/0" } } } }));
    bicep_file(&nodes)
}

/// Definitions nested as deep as JSON may be, each building upon the next at its deepest place.
fn deep() -> Value {
    let nested = |next: usize| {
        let part = json!({ "allOf": [refer(next), {}], "properties": { "a": {} } });
        (0..50).fold(part, |inner, _| json!({ "items": inner }))
    };
    of_definitions((1..200).map(nested))
}

/// Imports and loads on the stack that a thread has by default.
fn import_and_load(files: FilesInMemory) -> usize {
    let run = move || {
        let (documents, summary) = imported(&files);
        let mut catalog = Catalog::empty();
        catalog.add_swagger(&bundle(&documents)).unwrap();
        for id in catalog.types().take(3) {
            catalog.load(id).unwrap();
        }
        summary.types
    };
    thread::Builder::new().stack_size(2 * 1024 * 1024).spawn(run).unwrap().join().unwrap()
}

#[test]
fn a_few_lines_that_stand_for_endless_work_come_to_an_end() {
    let aliases = of_definitions((1..2_000).map(refer));
    for file in [line(1), line(2), aliases, shared(), deep()] {
        assert!(import_and_load(in_version_folder(&[("a.json", file)])) > 0);
    }
    assert_eq!(import_and_load(unions()), 1);
}

/// JSON made of the words that the importer looks for.
fn odd_json() -> impl Strategy<Value = Value> {
    let words: Vec<&str> =
        "swagger 2.0 info version paths put parameters schema $ref in body path name definitions A B \
        allOf properties items additionalProperties discriminator enum type string object responses 200 x-ms-enum \
        pattern ( #/definitions/A b.json#/definitions/B #/0 #/1 # $type ObjectType ArrayType UnionType \
        DiscriminatedObjectType ResourceType Microsoft.Test/a@1 elements itemType baseProperties writableScopes \
        /providers/Microsoft.Test/things/{name}"
            .split_ascii_whitespace()
            .collect();
    let word = prop::sample::select(words);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        (0..20_i64).prop_map(Value::from),
        word.clone().prop_map(Value::from),
    ];
    let object =
        |members: Vec<(&str, Value)>| members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    leaf.prop_recursive(6, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
            prop::collection::vec((word.clone(), inner), 0..6).prop_map(move |members| Value::Object(object(members))),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_json_is_imported_or_named(one in odd_json(), two in odd_json(), three in odd_json()) {
        let mut file = swagger_file(&json!({ "Thing": one, "A": two, "B": three }));
        let mut other = swagger_file(&two);
        other["paths"]["/providers/Microsoft.Test/others/{name}"]["put"] = three.clone();
        file["paths"]["/providers/Microsoft.Test/more/{name}"] = two.clone();
        let resource = json!({ "$type": "ResourceType", "name": "A/b@1", "body": { "$ref": "#/0" }, "writableScopes": 8 });
        let bicep = json!([one, two, three, resource]);
        let files = [("a.json", file), ("b.json", other), ("c.json", bicep), ("d.json", three), ("e.json", two)];
        let (documents, _) = imported(&in_version_folder(&files));
        let mut catalog = Catalog::empty();
        if !documents.is_empty() {
            catalog.add_swagger(&bundle(&documents)).unwrap();
        }
        for id in catalog.types() {
            prop_assert!(catalog.load(id).is_some());
        }
    }
}
