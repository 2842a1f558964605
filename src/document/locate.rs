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
    pointer_segments(pointer).try_fold(Located::root(root), |found, segment| found.inside(&segment))
}

impl<'v, 's> Located<'v, 's> {
    /// A value that is inside no other.
    pub(crate) fn root(value: &'v Value<'s>) -> Self {
        Self { value, member: None }
    }

    /// The value that the key or index `segment` leads to.
    pub(crate) fn inside(self, segment: &str) -> Option<Self> {
        match &self.value.kind {
            ValueKind::Object(object) => {
                let member = object.get(segment)?;
                Some(Self { value: &member.value, member: Some(member) })
            }
            ValueKind::Array(array) => Some(Self::root(array.items.get(segment.parse::<usize>().ok()?)?)),
            _ => None,
        }
    }

    /// The place that stands for the whole value: the key it hangs on, else its opening bracket.
    pub(crate) fn handle(&self) -> Span {
        self.member.map_or(self.value.span.first_byte(), |member| member.key_span)
    }
}
