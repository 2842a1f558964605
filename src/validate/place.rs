use std::borrow::Cow;

use crate::catalog::SchemaPlace;
use crate::document::{Located, Member, Value, is_index, pointer_segments, readable_path};
use crate::text::Span;

/// A place in a resource's properties, and what the schema says there.
#[derive(Debug, Clone)]
pub(super) struct Place<'c, 's> {
    /// Its JSON Pointer.
    pub(super) pointer: String,
    /// What stands there.
    pub(super) found: Located<'c, 's>,
    /// What the schema says of it; `None` for a key that the schema does not know.
    pub(super) schema: Option<SchemaPlace<'c>>,
    /// What the schema says of the object or list that holds it.
    pub(super) holder: Option<SchemaPlace<'c>>,
}

impl<'c, 's> Place<'c, 's> {
    /// What stands here.
    pub(super) fn value(&self) -> &'c Value<'s> {
        self.found.value
    }

    /// The member whose value stands here, where it is one.
    pub(super) fn member(&self) -> Option<&'c Member<'s>> {
        self.found.member
    }

    /// Where the value stands.
    pub(super) fn span(&self) -> Span {
        self.found.value.span
    }

    /// The name for a message: the last key, with the index behind it if this is an item of a list.
    pub(super) fn name(&self) -> Cow<'static, str> {
        let mut rest = self.pointer.as_str();
        while let Some((before, segment)) = rest.rsplit_once('/') {
            if !is_index(segment) {
                let path = readable_path(pointer_segments(&self.pointer[before.len()..]));
                return ["`", &path, "`"].concat().into();
            }
            rest = before;
        }
        "the body of the resource".into()
    }
}
