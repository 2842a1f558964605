//! The pages of GruCloud's documentation: what each page's own schema forbids is found, and found in its place.

use std::{collections::BTreeMap, fs, path::Path};

use lazuli::{
    Linter, Source,
    catalog::Catalog,
    document::{Value as SourceValue, ValueKind},
    read::{Format, read},
};
use serde_json::{Map, Value, json};

use crate::corpus::{files, folder};

/// A page: the type it is about, and the schema it shows.
struct Page {
    group: String,
    resource_type: String,
    schema: Value,
}

/// One wrong body, and what must be said of it, where.
struct Mutant {
    what: &'static str,
    body: Value,
    rules: &'static [&'static str],
    pointer: String,
}

fn page(path: &Path) -> Option<Page> {
    let text = fs::read_to_string(path).unwrap();
    let literal = text.split("## Swagger Schema").nth(1)?.split("```").nth(1)?.trim_start_matches("json");
    let program =
        format!("exports.createResources = () => [{{ type: \"A\", group: \"A\", properties: () => ({literal}) }}];");
    let document = read(&program, Format::of(Path::new("resources.js"))?);
    Some(Page {
        group: path.parent()?.file_name()?.to_str()?.to_owned(),
        resource_type: path.file_stem()?.to_str()?.to_owned(),
        schema: as_json(document.definitions.first()?.properties()?),
    })
}

fn as_json(value: &SourceValue<'_>) -> Value {
    match &value.kind {
        ValueKind::Boolean(boolean) => json!(boolean),
        ValueKind::Number(number) => json!(number),
        ValueKind::String(text) => json!(text),
        ValueKind::Array(array) => array.items.iter().map(as_json).collect(),
        ValueKind::Object(object) => {
            object.members.iter().map(|member| (member.key.to_string(), as_json(&member.value))).collect()
        }
        ValueKind::Null | ValueKind::Unknown(_) => Value::Null,
    }
}

/// What a page's schema says of an object, all that it builds upon included.
fn properties(schema: &Value) -> Map<String, Value> {
    let mut found = Map::new();
    for part in schema["allOf"].as_array().into_iter().flatten() {
        found.extend(properties(part));
    }
    found.extend(schema["properties"].as_object().cloned().unwrap_or_default());
    found
}

fn required(schema: &Value) -> Vec<String> {
    let inherited = schema["allOf"].as_array().into_iter().flatten().flat_map(required);
    let own = schema["required"].as_array().into_iter().flatten().filter_map(|key| Some(key.as_str()?.to_owned()));
    inherited.chain(own).collect()
}

/// A value of the right type, with nothing in it.
fn plain(schema: &Value) -> Value {
    if let Some(allowed) = schema["enum"].get(0) {
        return allowed.clone();
    }
    match schema["type"].as_str() {
        Some("string") => json!("text"),
        Some("integer" | "number") => json!(schema["minimum"].as_i64().unwrap_or(1)),
        Some("boolean") => json!(true),
        Some("array") => json!([]),
        _ => json!({}),
    }
}

/// A place in the body of a resource: the keys and indices that lead to it.
type Way = Vec<String>;

fn pointer(way: &[String]) -> String {
    let steps = way.iter().flat_map(|key| ["/".to_owned(), key.replace('~', "~0").replace('/', "~1")]);
    steps.collect()
}

/// The body that has `value` at the end of a way, and nothing beside it.
fn body(way: &[String], value: Value) -> Value {
    way.iter().rev().fold(value, |inner, key| match key.as_str() {
        "0" => json!([inner]),
        key => json!({ key: inner }),
    })
}

/// Goes through a schema and makes every mutant it has a place for.
fn mutate(schema: &Value, way: &mut Way, mutants: &mut Vec<Mutant>) {
    if way.len() > 12 {
        return;
    }
    let known = properties(schema);
    for (key, property) in &known {
        let is_read_only = property["readOnly"] == true;
        way.push(key.clone());
        let is_set_by_the_tool = way.len() == 1 && ["name", "location", "tags"].contains(&key.as_str());
        let mut add = |what, value: Value, rules| {
            mutants.push(Mutant { what, body: body(way, value), rules, pointer: pointer(way) });
        };
        if is_read_only && !is_set_by_the_tool {
            add("a read-only property is set", plain(property), &["schema/read-only"]);
        }
        if !is_read_only {
            of_a_value(property, &mut add);
        }
        let misspelt = format!("{key}{}", key.chars().last().unwrap());
        way.pop();
        if schema["additionalProperties"].is_null() && !known.contains_key(&misspelt) {
            way.push(misspelt);
            let wrong = body(way, plain(property));
            let rules: &[&str] = &["schema/unknown-property"];
            mutants.push(Mutant { what: "a key is misspelt", body: wrong, rules, pointer: pointer(way) });
            way.pop();
        }
        if !is_read_only {
            way.push(key.clone());
            if property["type"] == "array" {
                way.push("0".to_owned());
                mutate(&property["items"], way, mutants);
                way.pop();
            } else {
                mutate(property, way, mutants);
            }
            way.pop();
        }
    }
    let settable = |key: &String| known.get(key).is_some_and(|property| property["readOnly"] != true);
    let injected = |key: &String| way.is_empty() && ["name", "location", "tags"].contains(&key.as_str());
    for key in required(schema).into_iter().filter(|key| settable(key) && !injected(key)) {
        let mut without = Map::new();
        for other in required(schema).into_iter().filter(|other| *other != key && settable(other)) {
            without.insert(other.clone(), plain(&known[&other]));
        }
        let rules: &[&str] = &["schema/required", "schema/discriminator"];
        let wrong = body(way, Value::Object(without));
        mutants.push(Mutant { what: "a required property is left out", body: wrong, rules, pointer: pointer(way) });
    }
}

fn of_a_value(schema: &Value, add: &mut impl FnMut(&'static str, Value, &'static [&'static str])) {
    const TYPE: &[&str] = &["schema/type"];
    let is_open = schema["x-ms-enum"]["modelAsString"] != false;
    match schema["type"].as_str() {
        Some("string") => add("an object for a string", json!({}), TYPE),
        Some("integer" | "number") => add("a word for a number", json!("word"), TYPE),
        Some("boolean") => add("a word for a boolean", json!("word"), TYPE),
        Some("array") => add("a word for a list", json!("word"), TYPE),
        Some("object") => add("a word for an object", json!("word"), TYPE),
        _ => {}
    }
    if let Some(allowed) = schema["enum"][0].as_str() {
        if !is_open {
            add("a value outside a closed enumeration", json!("Zzzzzz"), &["schema/enum", "schema/discriminator"]);
        } else if allowed.len() > 5 {
            let slip = format!("{allowed}{}", allowed.chars().last().unwrap());
            let is_allowed = schema["enum"].as_array().unwrap().contains(&json!(slip));
            if !is_allowed {
                add(
                    "a slip in an open enumeration",
                    json!(slip),
                    &["schema/open-enum", "schema/enum", "schema/discriminator", "private-link/status"],
                );
            }
        }
    }
    if let Some(least) = schema["minimum"].as_i64() {
        add("below the minimum", json!(least - 1), &["schema/range"]);
    }
    if let Some(most) = schema["maximum"].as_i64() {
        add("above the maximum", json!(most + 1), &["schema/range"]);
    }
    if let Some(least) = schema["minLength"].as_u64().filter(|least| *least > 1) {
        add("too short", json!("a".repeat(usize::try_from(least).unwrap() - 1)), &["schema/length", "schema/pattern"]);
    }
    if let Some(most) = schema["maxLength"].as_u64() {
        add("too long", json!("a".repeat(usize::try_from(most).unwrap() + 1)), &["schema/length", "schema/pattern"]);
    }
}

#[test]
fn what_a_page_forbids_is_found_in_its_place() {
    let Some(folder) = folder("gc-docs") else { return };
    let linter = Linter::default();
    let catalog = Catalog::embedded();
    let mut missed: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut made = 0;
    for page in files(&folder, ".md").iter().filter_map(|path| page(path)) {
        if catalog.versions(&page.group, &page.resource_type).is_empty() {
            continue;
        }
        let mut mutants = Vec::new();
        mutate(&page.schema, &mut Vec::new(), &mut mutants);
        for mutant in mutants {
            let definition =
                json!([{ "type": page.resource_type, "group": page.group, "name": "n", "properties": mutant.body }]);
            let text = definition.to_string();
            let found = linter.check(&Source::new("resources.json", &text)).diagnostics;
            let is_found = found
                .iter()
                .any(|found| found.pointer.as_deref() == Some(&mutant.pointer) && mutant.rules.contains(&found.rule.0));
            made += 1;
            if !is_found {
                let said: Vec<String> = found
                    .iter()
                    .map(|found| format!("{} at {}", found.rule, found.pointer.as_deref().unwrap_or_default()))
                    .collect();
                let about =
                    format!("{}::{} {} {} -> {said:?}", page.group, page.resource_type, mutant.pointer, mutant.body);
                missed.entry(mutant.what).or_default().push(about);
            }
        }
    }
    let count: usize = missed.values().map(Vec::len).sum();
    eprintln!("{made} mutants, {count} missed");
    assert!(made > 2000, "only {made} mutants");
    assert!(count * 100 <= made, "{count} of {made} missed: {missed:#?}");
}
