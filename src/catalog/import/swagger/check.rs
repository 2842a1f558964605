use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::reference::Place;
use crate::catalog::{
    import::log::Log,
    swagger::{problems, split::split},
};
use crate::document::{parent_pointer, pointer_segments};

/// What a schema may say of a value whose form is not known.
pub(super) const FLAGS: [&str; 4] = ["readOnly", "x-ms-mutability", "x-ms-secret", "x-nullable"];

/// Has the reader of the catalogue look at a document: what it would leave out is left out here, and noted
/// at the place that it comes from.
pub(super) fn leave_out_what_is_wrong(document: &mut Value, origins: &BTreeMap<String, Place>, log: &mut Log) {
    let Ok(slices) = split(document) else { return };
    for problem in problems(&slices) {
        // A member that contradictory parts bring may be in none of them alone.
        let mut pointer = problem.pointer.as_str();
        while document.pointer(pointer).is_none() {
            pointer = parent_pointer(pointer);
        }
        if let Some((place, rest)) = origin(pointer, origins) {
            log.skip(&place.file, &format!("{}{rest}", place.pointer), problem.message);
        }
        leave_out(document, &problem.pointer);
    }
}

/// The place that a part of the document comes from, and the way from there.
fn origin<'o, 'p>(pointer: &'p str, origins: &'o BTreeMap<String, Place>) -> Option<(&'o Place, &'p str)> {
    let mut holder = pointer;
    loop {
        if let Some(place) = origins.get(holder) {
            return Some((place, &pointer[holder.len()..]));
        }
        if holder.is_empty() {
            return None;
        }
        holder = parent_pointer(holder);
    }
}

/// Takes its facts from the schema at a pointer, or removes the fact that is there.
fn leave_out(document: &mut Value, pointer: &str) {
    let parent = parent_pointer(pointer);
    let Some(key) = pointer_segments(pointer).last() else { return };
    if parent.ends_with("/allOf") {
        if let Some(part) = document.pointer_mut(pointer) {
            *part = Value::Object(Map::new());
        }
        // An object that lost a part may have had any members.
        if let Some(Value::Object(holder)) = document.pointer_mut(parent_pointer(parent)) {
            holder.insert("additionalProperties".to_owned(), Value::Bool(true));
        }
        return;
    }
    if let Some(holder) = parent.strip_suffix("/properties")
        && let Some(Value::Object(holder)) = document.pointer_mut(holder)
    {
        holder.entry("properties").or_insert_with(|| Value::Object(Map::new()));
    }
    let Some(Value::Object(members)) = document.pointer_mut(parent) else { return };
    let is_fact = members.get(&*key).is_some_and(|value| !value.is_object());
    if is_fact {
        members.remove(&*key);
    } else {
        let schema = members.entry(&*key).or_insert_with(|| Value::Object(Map::new()));
        if let Value::Object(schema) = schema {
            schema.retain(|fact, _| FLAGS.contains(&fact.as_str()));
        }
    }
}
