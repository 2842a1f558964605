//! Values to hold against a schema: nearly right ones, and what becomes of one if a part of it is changed.

use serde_json::{Map, Value as Json, json};

use super::choices::Choices;
use crate::catalog::{Additional, ResourceSchema, Schema, SchemaType};
use crate::document::{Array, Member, Object, Unknown, Value, ValueKind};
use crate::text::Span;

/// How many values stand in one that is made up.
const MOST: usize = 200;

/// Strings that are right or wrong for one reason or another.
const TEXTS: &[&str] = &[
    "",
    "a",
    "ab",
    "abc",
    "abcd",
    "abcde",
    "A1",
    "é",
    "éé",
    "éééé",
    "a\n",
    "x",
    "x-y",
    "On",
    "on",
    "Cat",
    "Dog",
    "Young",
    "1",
    "true",
    "a b",
    "my-name-1",
    "aGk=",
    "PT5M",
    "2026-01-31",
    "2026-02-30",
    "2026-01-31T12:00:00Z",
    "2026-01-31T12:00:00",
    "7f2c1c8e-0000-4000-8000-000000000000",
    "\u{1f600}",
    "-",
    "a--b",
    "10.0.0.0/24",
];

/// Makes up a value that a place may have, and now and then one that it may not.
pub(super) fn made_up(resource: &ResourceSchema, choices: &mut Choices) -> Json {
    let mut left = MOST;
    value(resource, &resource.body, choices, &mut left)
}

fn value(resource: &ResourceSchema, declared: &Schema, choices: &mut Choices, left: &mut usize) -> Json {
    *left = left.saturating_sub(1);
    let schema = resource.resolve(declared);
    if choices.once_in(12) {
        return any_value(choices);
    }
    if let Some(listed) = &schema.enumeration
        && !choices.once_in(4)
    {
        return choices.one_of(&listed.values).clone();
    }
    match schema.json_type {
        Some(SchemaType::Boolean) => Json::Bool(choices.once_in(2)),
        Some(SchemaType::String) => Json::String((*choices.one_of(TEXTS)).to_owned()),
        Some(SchemaType::Integer | SchemaType::Number) => number(schema, choices),
        Some(SchemaType::Array) => {
            let mut items = Vec::new();
            while *left > 0 && items.len() < 20 && choices.once_in(2) {
                items.push(match &schema.items {
                    Some(declared) => value(resource, declared, choices, left),
                    None => any_value(choices),
                });
            }
            Json::Array(items)
        }
        Some(SchemaType::Object) => Json::Object(object(resource, schema, choices, left)),
        None if schema.properties.is_empty() && matches!(schema.additional, Additional::Open) => any_value(choices),
        None => Json::Object(object(resource, schema, choices, left)),
    }
}

fn object(resource: &ResourceSchema, schema: &Schema, choices: &mut Choices, left: &mut usize) -> Map<String, Json> {
    let mut members = Map::new();
    let mut chosen = schema;
    if let Some(discriminator) = &schema.discriminator {
        let names: Vec<(&String, &String)> = discriminator.variants.iter().collect();
        let tag = &discriminator.property;
        match choices.below(8) {
            0 => {}
            1 => drop(members.insert(tag.clone(), any_value(choices))),
            _ => {
                let (value, name) = choices.one_of(&names);
                members.insert(tag.clone(), Json::String((*value).clone()));
                chosen = resource.definitions.get(*name).unwrap_or(schema);
            }
        }
    }
    for (key, declared) in &chosen.properties {
        let is_wanted = match (schema.required.contains(key), declared.read_only) {
            (true, false) => !choices.once_in(8),
            (_, true) => choices.once_in(12),
            (false, false) => *left > 0 && choices.once_in(3),
        };
        if is_wanted && !members.contains_key(key) {
            members.insert(key.clone(), value(resource, declared, choices, left));
        }
    }
    while choices.once_in(6) {
        let key = *choices.one_of(&["tags", "name", "location", "extra", "consumed", "filled", "lives", "weeks", "a"]);
        let given = match &schema.additional {
            Additional::Of(declared) => value(resource, declared, choices, left),
            Additional::Open | Additional::Closed => any_value(choices),
        };
        members.insert(key.to_owned(), given);
    }
    members
}

fn number(schema: &Schema, choices: &mut Choices) -> Json {
    let near = [&schema.minimum, &schema.maximum].into_iter().flatten();
    let mut numbers = vec![json!(0), json!(1), json!(2), json!(1.0), json!(2.5), json!(0.3), json!(-0.0), json!(1e20)];
    for limit in near {
        numbers.push(Json::Number(limit.clone()));
        if let Some(limit) = limit.as_i64() {
            numbers.extend([json!(limit.saturating_sub(1)), json!(limit.saturating_add(1))]);
        }
        if let Some(limit) = limit.as_f64() {
            numbers.extend([json!(limit), json!(limit + 0.1)]);
        }
    }
    choices.one_of(&numbers).clone()
}

/// Whatever there is.
pub(super) fn any_value(choices: &mut Choices) -> Json {
    let values = [
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(1.0),
        json!(0.5),
        json!(3),
        json!(-7),
        json!("a"),
        json!(""),
        json!([]),
        json!({}),
        json!([1, "a"]),
        json!([1.0, "a"]),
        json!({ "a": 1, "b": [2] }),
        json!({ "b": [2.0], "a": 1.0 }),
        json!([1, 1.0]),
        json!({ "id": null }),
        json!([[], {}]),
    ];
    choices.one_of(&values).clone()
}

/// A JSON value with places, all of them at the beginning of the file.
pub(super) fn with_places(json: &Json) -> Value<'static> {
    let kind = match json {
        Json::Null => ValueKind::Null,
        Json::Bool(boolean) => ValueKind::Boolean(*boolean),
        Json::Number(number) => ValueKind::Number(number.clone()),
        Json::String(text) => ValueKind::String(text.clone().into()),
        Json::Array(items) => ValueKind::Array(Array { items: items.iter().map(with_places).collect(), open: false }),
        Json::Object(members) => {
            let member = |(key, value): (&String, &Json)| Member {
                key: key.clone().into(),
                key_span: Span::default(),
                span: Span::default(),
                value: with_places(value),
            };
            ValueKind::Object(Object { members: members.iter().map(member).collect(), ..Object::default() })
        }
    };
    Value::new(Span::default(), kind)
}

/// What is known of a value, as JSON.
pub(super) fn known_part(value: &Value<'_>) -> Json {
    match &value.kind {
        ValueKind::Null | ValueKind::Unknown(_) => Json::Null,
        ValueKind::Boolean(boolean) => Json::Bool(*boolean),
        ValueKind::Number(number) => Json::Number(number.clone()),
        ValueKind::String(text) => Json::String(text.clone().into_owned()),
        ValueKind::Array(array) => array.items.iter().filter(|item| !item.is_unknown()).map(known_part).collect(),
        ValueKind::Object(object) => {
            let known = object.members.iter().filter(|member| !member.value.is_unknown());
            Json::Object(known.map(|member| (member.key.to_string(), known_part(&member.value))).collect())
        }
    }
}

/// The pointers of a value and of all that is in it.
pub(super) fn places(json: &Json) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut at = 0;
    while at < found.len() {
        let pointer = found[at].clone();
        match json.pointer(&pointer) {
            Some(Json::Object(members)) => {
                found.extend(members.keys().map(|key| crate::document::child_pointer(&pointer, key)));
            }
            Some(Json::Array(items)) => found.extend((0..items.len()).map(|index| format!("{pointer}/{index}"))),
            _ => {}
        }
        at += 1;
    }
    found
}

/// The value at a place, or in its stead one that is not known.
pub(super) fn forget(value: &mut Value<'_>, pointer: &str) {
    let mut value = value;
    for segment in crate::document::pointer_segments(pointer) {
        value = match &mut value.kind {
            ValueKind::Object(object) => {
                &mut object.members.iter_mut().find(|member| member.key == segment).unwrap().value
            }
            ValueKind::Array(array) => &mut array.items[segment.parse::<usize>().unwrap()],
            _ => panic!("nothing stands at {pointer}"),
        };
    }
    value.kind = ValueKind::Unknown(Unknown::Expression { text: None, known_type: None });
}
