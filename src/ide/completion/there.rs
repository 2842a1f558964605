//! What of a definition is there already.

use crate::document::{Notation, Value};
use crate::ide::cursor::Cursor;

/// Whether the object has a key already; the one that is being written does not count.
pub(super) fn is_there(cursor: &Cursor<'_, '_>, key: &str) -> bool {
    let is_written = cursor.key.is_some_and(|written| written.key == key);
    // What is meant for the deployment stands beside the content of a template's resource.
    let is_beside = cursor.pointer.is_empty() && cursor.resource.definition.notation == Notation::Template;
    !is_written
        && (cursor.value.as_object().is_some_and(|object| object.get(key).is_some())
            || (is_beside && cursor.resource.definition.field(key).is_some()))
}

/// The text of a member of an object, where it is known.
pub(super) fn text_beside<'v>(cursor: &Cursor<'v, '_>, key: &str) -> Option<&'v str> {
    cursor.root.as_object()?.get(key).map(|member| &member.value).and_then(Value::as_str)
}
