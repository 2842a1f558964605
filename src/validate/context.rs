use std::borrow::Cow;

use crate::catalog::{Catalog, ResourceSchema, SchemaPlace};
use crate::document::{Located, Value, ValueKind, locate, pointer_segments, readable_path};
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

impl<'c, 's> Context<'c, 's> {
    /// The value at a pointer.
    pub(super) fn value(&self, pointer: &str) -> Option<Located<'c, 's>> {
        locate(self.root, pointer)
    }

    /// What the schema says of the place at a pointer.
    pub(super) fn place(&self, pointer: &str) -> Option<SchemaPlace<'c>> {
        self.resource.at(self.root, pointer)
    }

    /// The place that stands for the value at a pointer as a whole.
    pub(super) fn handle(&self, pointer: &str) -> Span {
        if pointer.is_empty() { self.handle } else { self.value(pointer).map_or(self.handle, |found| found.handle()) }
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

/// The name of the place at a pointer for a message: its last key, with the index behind it if it is
/// an item of a list.
pub(super) fn place_name(pointer: &str) -> String {
    let segments: Vec<Cow<'_, str>> = pointer_segments(pointer).collect();
    let last_key = segments.iter().rposition(|segment| !segment.bytes().all(|byte| byte.is_ascii_digit()));
    match last_key {
        Some(last_key) => format!("`{}`", readable_path(segments[last_key..].iter().cloned())),
        None => "the body of the resource".to_owned(),
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
            Some(known_type) => with_article(&known_type.to_string()),
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
