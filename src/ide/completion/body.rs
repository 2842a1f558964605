use super::{
    Completion, CompletionKind,
    insertion::{Shape, Writing},
    there::{is_there, text_beside},
};
use crate::catalog::Lookup;
use crate::document::Notation;
use crate::ide::{View, cursor::Cursor};

/// The keys of a definition, in the order in which people write them.
const KEYS: [(&str, Shape, &str); 5] = [
    ("type", Shape::Text, "the resource type"),
    ("group", Shape::Text, "the group of the resource type"),
    ("name", Shape::Text, "the name of the resource"),
    ("properties", Shape::Function, "what the service gets"),
    ("dependencies", Shape::Function, "the resources that this one depends on"),
];

/// The keys of a template's resource that are meant for the deployment.
const OF_TEMPLATES: [(&str, Shape, &str); 5] = [
    ("type", Shape::Text, "the resource type"),
    ("apiVersion", Shape::Text, "the version of the resource type"),
    ("name", Shape::Text, "the name of the resource"),
    ("dependsOn", Shape::TextList, "the resources that are deployed before this one"),
    ("condition", Shape::Other, "whether the resource is deployed"),
];

/// What can stand in a definition beside its properties and dependencies.
pub(super) fn items(view: &View<'_, '_>, cursor: &Cursor<'_, '_>, writing: &Writing) -> Vec<Completion> {
    if cursor.is_at_a_key() && cursor.pointer.is_empty() {
        return keys(cursor, writing);
    }
    let is_template = cursor.resource.definition.notation == Notation::Template;
    match cursor.last_key().as_deref() {
        Some("type") if is_template => arm_types(view, writing),
        Some("type") => types(view, text_beside(cursor, "group"), writing),
        Some("group") => groups(view, text_beside(cursor, "type"), writing),
        Some("apiVersion") => versions(view, cursor, writing),
        _ => Vec::new(),
    }
}

/// Those of the keys of a template's resource that are not yet there.
pub(super) fn keys_of_templates(cursor: &Cursor<'_, '_>, writing: &Writing) -> Vec<Completion> {
    OF_TEMPLATES.into_iter().filter(|(key, ..)| !is_there(cursor, key)).map(|known| key(known, writing)).collect()
}

fn keys(cursor: &Cursor<'_, '_>, writing: &Writing) -> Vec<Completion> {
    let is_call = cursor.resource.definition.notation == Notation::Call;
    let is_said = |key: &str| is_there(cursor, key) || (is_call && matches!(key, "type" | "group"));
    KEYS.into_iter().filter(|(key, ..)| !is_said(key)).map(|known| key(known, writing)).collect()
}

fn key((key, shape, about): (&str, Shape, &str), writing: &Writing) -> Completion {
    let (insert, snippet) = writing.member(key, shape);
    Completion {
        snippet,
        required: matches!(key, "type" | "group" | "apiVersion"),
        ..Completion::new(key, CompletionKind::Property, insert).with_detail(about)
    }
}

/// The types that are known, those of a group where that is known.
pub(super) fn types(view: &View<'_, '_>, group: Option<&str>, writing: &Writing) -> Vec<Completion> {
    let entries = view.linter.config().catalog.entries();
    let is_group = group.is_some_and(|group| entries.iter().any(|entry| entry.group == group));
    let wanted = entries.iter().filter(|entry| !is_group || group == Some(entry.group));
    let item = |resource_type: &str, group: &str| {
        Completion::new(resource_type, CompletionKind::Type, writing.string(resource_type)).with_detail(group)
    };
    wanted.map(|entry| item(entry.resource_type, entry.group)).collect()
}

/// The groups that are known, those that have a type where that is known.
pub(super) fn groups(view: &View<'_, '_>, resource_type: Option<&str>, writing: &Writing) -> Vec<Completion> {
    let entries = view.linter.config().catalog.entries();
    let has_it =
        |group: &str| entries.iter().any(|entry| entry.group == group && Some(entry.resource_type) == resource_type);
    let mut groups: Vec<&str> = entries.iter().map(|entry| entry.group).collect();
    groups.dedup();
    if groups.iter().any(|group| has_it(group)) {
        groups.retain(|group| has_it(group));
    }
    groups.into_iter().map(|group| Completion::new(group, CompletionKind::Group, writing.string(group))).collect()
}

fn arm_types(view: &View<'_, '_>, writing: &Writing) -> Vec<Completion> {
    let entries = view.linter.config().catalog.entries();
    let item = |name: &str| Completion::new(name, CompletionKind::Type, writing.string(name));
    entries.iter().filter(|entry| !entry.arm_type.is_empty()).map(|entry| item(entry.arm_type)).collect()
}

/// The versions of the resource's type, the newest first.
fn versions(view: &View<'_, '_>, cursor: &Cursor<'_, '_>, writing: &Writing) -> Vec<Completion> {
    let catalog = &view.linter.config().catalog;
    let definition = cursor.resource.definition;
    let group = definition.group.as_ref().map(|group| &*group.text);
    let known = definition.resource_type.as_ref().map(|name| catalog.find(group, &name.text, None));
    let Some(Lookup::Found(id)) = known else { return Vec::new() };
    let mut versions = catalog.versions(&id.group, &id.resource_type);
    versions.reverse();
    let item = |version: &str| Completion::new(version, CompletionKind::Value, writing.string(version));
    versions.into_iter().map(item).collect()
}
