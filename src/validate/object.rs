//! What the walk does in an object: which members it may have, and which it must.

use super::{
    enumeration,
    followed::Followed,
    type_mismatch,
    violation::Kind,
    walk::{At, Walk},
};
use crate::catalog::{Additional, Discriminator, SET_BY_THE_TOOL, Schema, SchemaPlace, SchemaType};
use crate::document::{Located, Member, Object, Path, Segment, ValueKind};

impl<'c, 's> Walk<'c, 's> {
    pub(super) fn object(&mut self, at: &At<'_, 'c, 's>, followed: &Followed<'c>, object: &'c Object<'s>) {
        // An open object may have the rest of its members from elsewhere.
        if !object.open {
            self.what_is_missing(at, followed, object);
        }
        for member in &object.members {
            let path = Path { parent: at.path, segment: Segment::Key(&member.key) };
            let found = Located { value: &member.value, member: Some(member) };
            let at = At { path: Some(&path), found, holder: Some(followed.place) };
            self.member(&at, followed, member);
        }
    }

    fn member(&mut self, at: &At<'_, 'c, 's>, followed: &Followed<'c>, member: &'c Member<'s>) {
        let schema = followed.place.schema;
        let key = &*member.key;
        if let Some(discriminator) = followed.undecided.filter(|discriminator| discriminator.property == key) {
            return self.unknown_tag(at, schema, discriminator);
        }
        let is_set_by_the_tool = || at.path.is_some_and(Path::is_at_root) && SET_BY_THE_TOOL.contains(&key);
        match schema.properties.get(key) {
            Some(declared) if !declared.read_only => self.value(at, declared),
            // The tool gives the name that the service would answer with.
            Some(_) if key == "name" && is_set_by_the_tool() => {}
            Some(declared) if followed.is_tag(key, self.resource) => self.value(at, declared),
            Some(declared) => self.settable(at, declared),
            None if is_set_by_the_tool() || followed.is_of_some_variant(key, self.resource) => {}
            None => match &schema.additional {
                Additional::Open => {}
                Additional::Of(declared) => self.settable(at, declared),
                Additional::Closed if self.resource.is_consumed(&at.pointer()) => {}
                Additional::Closed => self.report(at, None, Kind::UnknownProperty),
            },
        }
    }

    /// Holds the member that should say which variant an object is of, and does not, against the names there are.
    fn unknown_tag(&mut self, at: &At<'_, 'c, 's>, schema: &'c Schema, discriminator: &'c Discriminator) {
        let value = at.found.value;
        let place = schema.member(&discriminator.property).map(|declared| self.resource.place(declared, value));
        let is_nullable = || place.is_some_and(|SchemaPlace { declared, schema }| declared.nullable || schema.nullable);
        let kind = match &value.kind {
            ValueKind::Null if is_nullable() => return,
            ValueKind::Null => Kind::Null,
            _ if !type_mismatch::may_be(value, SchemaType::String) => Kind::Type,
            ValueKind::String(text) if !self.is_a_variant(text, schema, discriminator) => Kind::Enumeration,
            _ => return,
        };
        self.report(at, place, kind);
    }

    /// Whether a value may stand where a variant is named: it names one, or is among those that are listed besides.
    fn is_a_variant(&self, name: &str, schema: &Schema, discriminator: &Discriminator) -> bool {
        let declared = schema.properties.get(&discriminator.property);
        let listed = declared.and_then(|declared| self.resource.resolve(declared).enumeration.as_ref());
        discriminator.variants.contains_key(name) || listed.is_some_and(|it| enumeration::lists(&it.values, name))
    }

    fn what_is_missing(&mut self, at: &At<'_, 'c, 's>, followed: &Followed<'c>, object: &Object<'s>) {
        let schema = followed.place.schema;
        for key in &schema.required {
            if object.get(key).is_some() || (at.is_root() && SET_BY_THE_TOOL.contains(&key.as_str())) {
                continue;
            }
            // What only the service sets, nobody can leave out.
            let is_read_only = schema.properties.get(key).is_some_and(|property| property.read_only);
            if is_read_only && !followed.is_tag(key, self.resource) {
                continue;
            }
            let pointer = Path { parent: at.path, segment: Segment::Key(key) }.pointer();
            if !self.resource.is_filled_by_a_dependency(&pointer) {
                self.report(at, Some(followed.place), Kind::Required(key.clone()));
            }
        }
    }
}
