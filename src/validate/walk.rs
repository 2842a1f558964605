//! Goes once through a value and through the schema beside it.

use super::{
    enumeration,
    followed::Followed,
    format, items, length, pattern,
    place::Place,
    range, type_mismatch,
    violation::{Kind, Violation},
};
use crate::catalog::{ResourceSchema, Schema, SchemaPlace};
use crate::document::{Array, Located, Path, Segment, Value, ValueKind};

/// All that is wrong with `root`, a resource's properties: one violation for each value, and one for each member that
/// an object lacks. The walk goes as deep as the value does, whatever circles the schema leads in.
pub(super) fn violations<'c, 's>(resource: &'c ResourceSchema, root: &'c Value<'s>) -> Vec<Violation<'c, 's>> {
    let mut walk = Walk { resource, found: Vec::new() };
    walk.value(&At { path: None, found: Located::root(root), holder: None }, &resource.body);
    walk.found
}

/// The walk, and what it found so far.
pub(super) struct Walk<'c, 's> {
    pub(super) resource: &'c ResourceSchema,
    found: Vec<Violation<'c, 's>>,
}

/// Where the walk is.
#[derive(Clone, Copy)]
pub(super) struct At<'w, 'c, 's> {
    /// The way from the root; `None` there.
    pub(super) path: Option<&'w Path<'w>>,
    /// What stands there.
    pub(super) found: Located<'c, 's>,
    /// What the schema says of the object or list that holds it.
    pub(super) holder: Option<SchemaPlace<'c>>,
}

impl<'c, 's> Walk<'c, 's> {
    /// Holds a value against what is declared for its place.
    pub(super) fn value(&mut self, at: &At<'_, 'c, 's>, declared: &'c Schema) {
        if let Some(followed) = Followed::by(at.found.value, declared, self.resource) {
            self.facts(at, &followed);
        }
    }

    /// Holds a value against each fact of the schema that it follows.
    fn facts(&mut self, at: &At<'_, 'c, 's>, followed: &Followed<'c>) {
        let value = at.found.value;
        if let Some(kind) = mistake(value, followed) {
            self.report(at, Some(followed.place), kind);
        }
        match &value.kind {
            ValueKind::Array(array) => self.items(at, followed, array),
            ValueKind::Object(object) => self.object(at, followed, object),
            _ => {}
        }
    }

    fn items(&mut self, at: &At<'_, 'c, 's>, followed: &Followed<'c>, array: &'c Array<'s>) {
        let Some(declared) = followed.place.schema.items.as_deref() else { return };
        for (index, item) in array.items.iter().enumerate() {
            let path = Path { parent: at.path, segment: Segment::Index(index) };
            let at = At { path: Some(&path), found: Located::root(item), holder: Some(followed.place) };
            self.settable(&at, declared);
        }
    }

    /// Holds a value against what is declared for its place, if it can be set at all.
    pub(super) fn settable(&mut self, at: &At<'_, 'c, 's>, declared: &'c Schema) {
        if declared.read_only {
            // Whatever it is, it cannot be set: that is all there is to say of it.
            self.report(at, Some(self.resource.place(declared, at.found.value)), Kind::ReadOnly);
        } else {
            self.value(at, declared);
        }
    }

    /// Notes down what is wrong at a place; `schema` is what the schema says there.
    pub(super) fn report(&mut self, at: &At<'_, 'c, 's>, schema: Option<SchemaPlace<'c>>, kind: Kind) {
        let place = Place { pointer: at.pointer(), found: at.found, schema, holder: at.holder };
        self.found.push(Violation { place, kind });
    }
}

impl At<'_, '_, '_> {
    /// Whether this is the whole of the properties.
    pub(super) fn is_root(&self) -> bool {
        self.path.is_none()
    }

    /// The place as a JSON Pointer.
    pub(super) fn pointer(&self) -> String {
        self.path.map(Path::pointer).unwrap_or_default()
    }
}

/// What is wrong with a value itself, apart from its parts. Of several things it is the one that explains the others.
fn mistake(value: &Value<'_>, followed: &Followed<'_>) -> Option<Kind> {
    let SchemaPlace { declared, schema } = followed.place;
    if matches!(value.kind, ValueKind::Null) {
        let is_allowed = declared.nullable || schema.nullable;
        return (!is_allowed && !followed.takes_null()).then_some(Kind::Null);
    }
    if followed.json_type().is_some_and(|expected| !type_mismatch::may_be(value, expected)) {
        return Some(Kind::Type);
    }
    let is_listed = || schema.enumeration.as_ref().is_none_or(|listed| enumeration::may_list(&listed.values, value));
    match &value.kind {
        ValueKind::Unknown(_) => None,
        _ if !is_listed() => Some(Kind::Enumeration),
        ValueKind::Number(number) => range::broken_by(number, schema),
        ValueKind::String(text) => {
            let of_form = || pattern::broken_by(text, schema);
            length::broken_by(text, schema).or_else(|| format::broken_by(text, schema)).or_else(of_form)
        }
        ValueKind::Array(array) => items::broken_by(array, schema),
        ValueKind::Null | ValueKind::Boolean(_) | ValueKind::Object(_) => None,
    }
}
