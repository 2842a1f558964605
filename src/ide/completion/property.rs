use super::{
    Completion, CompletionKind,
    body::keys_of_templates,
    insertion::{Shape, Writing},
    there::is_there,
};
use crate::catalog::{ResourceSchema, SET_BY_THE_TOOL, Schema, SchemaPlace, SchemaType};
use crate::document::{Notation, child_pointer, keys_of};
use crate::ide::{View, cursor::Cursor};
use crate::rules::{allowed_values, is_service_managed};

/// The keys or values that can stand at a place of a resource's properties.
pub(super) fn items(view: &View<'_, '_>, cursor: &Cursor<'_, '_>, writing: &Writing) -> Vec<Completion> {
    let is_template_itself =
        cursor.pointer.is_empty() && cursor.resource.definition.notation == Notation::Template && cursor.is_at_a_key();
    let of_templates = if is_template_itself { keys_of_templates(cursor, writing) } else { Vec::new() };
    let Some(schema) = view.schema_of(cursor.resource) else { return of_templates };
    let Some(place) = schema.at(cursor.root, &cursor.pointer) else { return of_templates };
    if cursor.is_at_a_key() {
        let mut items = keys(&schema, place, cursor, writing);
        items.retain(|item| of_templates.iter().all(|known| known.label != item.label));
        items.extend(of_templates);
        return items;
    }
    let listed = known_values(cursor, place);
    if !listed.is_empty() {
        return listed.iter().map(|text| Completion::new(text, CompletionKind::Value, writing.string(text))).collect();
    }
    let declared = match (cursor.value.as_array(), &place.schema.items) {
        (Some(_), Some(items)) => items,
        _ => place.declared,
    };
    values(&schema, declared, writing)
}

/// The values that a place can have though its schema does not list them.
fn known_values(cursor: &Cursor<'_, '_>, place: SchemaPlace<'_>) -> &'static [&'static str] {
    let known = match keys_of(&cursor.pointer) {
        (Some(parent), Some(key)) if place.schema.enumeration.is_none() => allowed_values(&parent, &key),
        _ => None,
    };
    known.unwrap_or_default()
}

/// The keys that are not yet there and can be set, those that must be there first.
fn keys(
    schema: &ResourceSchema,
    place: SchemaPlace<'_>,
    cursor: &Cursor<'_, '_>,
    writing: &Writing,
) -> Vec<Completion> {
    let is_root = cursor.pointer.is_empty();
    let is_set_by_the_tool = |key: &str| is_root && SET_BY_THE_TOOL.contains(&key);
    let is_settable = |key: &str, member: &Schema| {
        let is_read_only = member.read_only || schema.resolve(member).read_only;
        let is_managed =
            is_service_managed(cursor.resource.type_name(), key, &child_pointer(&cursor.pointer, key)) || is_read_only;
        !is_managed || is_set_by_the_tool(key) || is_tag(place.schema, key)
    };
    let mut items: Vec<Completion> = place
        .schema
        .properties
        .iter()
        .filter(|(key, member)| !is_there(cursor, key) && is_settable(key, member))
        .map(|(key, member)| {
            let (insert, snippet) = writing.member(key, shape(schema, member));
            let required = place.schema.required.contains(key) && !is_set_by_the_tool(key);
            let facts = schema.facts(member, required).join(", ");
            Completion {
                documentation: described(schema, member)
                    .into_iter()
                    .chain((!facts.is_empty()).then_some(facts))
                    .reduce(|description, facts| format!("{description}\n{facts}")),
                required,
                snippet,
                ..Completion::new(key, CompletionKind::Property, insert).with_detail(schema.kind(member))
            }
        })
        .collect();
    items.sort_by_key(|item| !item.required);
    items
}

fn described(schema: &ResourceSchema, member: &Schema) -> Option<String> {
    member.description.clone().or_else(|| schema.resolve(member).description.clone())
}

/// Whether a member says which variant the object is.
fn is_tag(schema: &Schema, key: &str) -> bool {
    schema.discriminator.as_ref().is_some_and(|discriminator| discriminator.property == key)
}

/// The values that a place allows, as far as they can be listed.
fn values(schema: &ResourceSchema, declared: &Schema, writing: &Writing) -> Vec<Completion> {
    let resolved = schema.resolve(declared);
    let value = |text: &str, insert: String| Completion::new(text, CompletionKind::Value, insert);
    let mut items = Vec::new();
    if let Some(enumeration) = &resolved.enumeration {
        for allowed in &enumeration.values {
            items.extend(match allowed.as_str() {
                Some(text) => Some(value(text, writing.string(text))),
                None => writing.bare(&allowed.to_string()).map(|text| value(&allowed.to_string(), text)),
            });
        }
    }
    if resolved.json_type == Some(SchemaType::Boolean) {
        items.extend(["true", "false"].into_iter().filter_map(|text| Some(value(text, writing.bare(text)?))));
    }
    if declared.nullable || resolved.nullable {
        items.extend(writing.bare("null").map(|text| value("null", text)));
    }
    items
}

fn shape(schema: &ResourceSchema, member: &Schema) -> Shape {
    let resolved = schema.resolve(member);
    match resolved.json_type {
        // What can be chosen from is completed in its turn.
        Some(SchemaType::String) => Shape::Text,
        Some(SchemaType::Object) => Shape::Object,
        None if !resolved.properties.is_empty() => Shape::Object,
        Some(SchemaType::Array) => {
            let item = resolved.items.as_deref().map(|items| schema.resolve(items));
            if item.is_some_and(|item| item.json_type == Some(SchemaType::String)) {
                Shape::TextList
            } else {
                Shape::List
            }
        }
        _ => Shape::Other,
    }
}
