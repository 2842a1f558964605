use super::{Member, Value, ValueKind, pointer_segments};
use crate::text::Span;

/// A value inside another, found by its pointer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Located<'v, 's> {
    /// The value.
    pub(crate) value: &'v Value<'s>,
    /// The member it is the value of, where it is one.
    pub(crate) member: Option<&'v Member<'s>>,
}

/// Follows `pointer` from `root`.
pub(crate) fn locate<'v, 's>(root: &'v Value<'s>, pointer: &str) -> Option<Located<'v, 's>> {
    let mut found = Located { value: root, member: None };
    for segment in pointer_segments(pointer) {
        found = match &found.value.kind {
            ValueKind::Object(object) => {
                let member = object.get(&segment)?;
                Located { value: &member.value, member: Some(member) }
            }
            ValueKind::Array(array) => {
                Located { value: array.items.get(segment.parse::<usize>().ok()?)?, member: None }
            }
            _ => return None,
        };
    }
    Some(found)
}

impl Located<'_, '_> {
    /// The place that stands for the whole value: the key it hangs on, else its opening bracket.
    pub(crate) fn handle(&self) -> Span {
        self.member.map_or(self.value.span.first_byte(), |member| member.key_span)
    }
}
