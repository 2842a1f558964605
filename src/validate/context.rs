use super::place::Place;
use crate::catalog::{Catalog, ResourceSchema};
use crate::document::{Value, ValueKind, pointer_segments, readable_path};
use crate::text::{Span, quote, quote_value};

/// What the rules know while they word a violation.
pub(super) struct Context<'c, 's> {
    /// The resource's properties.
    pub(super) root: &'c Value<'s>,
    /// The place that stands for the whole of them.
    pub(super) handle: Span,
    pub(super) resource: &'c ResourceSchema,
    pub(super) catalog: &'c Catalog,
    /// The text of the file.
    pub(super) text: &'c str,
}

impl Context<'_, '_> {
    /// The place that stands for the whole of the value at a place.
    pub(super) fn handle(&self, place: &Place<'_, '_>) -> Span {
        if place.pointer.is_empty() { self.handle } else { place.found.handle() }
    }

    /// The object at a pointer for a message: its path, or the resource type for the root.
    pub(super) fn object(&self, pointer: &str) -> String {
        if pointer.is_empty() {
            format!("a {} {}", self.resource.id.group, self.resource.id.resource_type)
        } else {
            format!("`{}`", readable_path(pointer_segments(pointer)))
        }
    }
}

/// A value as a message names it: ``the number `5` ``, ``the string `"a"` ``, `an object`.
pub(super) fn describe(value: &Value<'_>) -> String {
    match &value.kind {
        ValueKind::Null => "`null`".to_owned(),
        ValueKind::Boolean(boolean) => format!("`{boolean}`"),
        ValueKind::Number(number) => format!("the number `{number}`"),
        ValueKind::String(text) => format!("the string {}", quote_value(text)),
        ValueKind::Array(_) => "a list".to_owned(),
        ValueKind::Object(_) => "an object".to_owned(),
        ValueKind::Unknown(_) => match value.known_type() {
            Some(known_type) => with_article(known_type.name()),
            None => "a value".to_owned(),
        },
    }
}

/// A JSON value of a schema as it would stand in a file.
pub(super) fn quote_json(value: &serde_json::Value) -> String {
    value.as_str().map_or_else(|| quote(&value.to_string()), quote_value)
}

/// `a string`, `an object`; what JSON calls an array people call a list.
pub(super) fn with_article(type_name: &str) -> String {
    match type_name {
        "array" => "a list".to_owned(),
        "integer" => "a whole number".to_owned(),
        "boolean" => "`true` or `false`".to_owned(),
        "object" => "an object".to_owned(),
        "null" => "`null`".to_owned(),
        other => format!("a {other}"),
    }
}
