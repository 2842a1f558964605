//! Where resources are named: in their own definitions, and in others.

use super::{
    View,
    cursor::{Cursor, touches},
};
use crate::document::{ReferenceOrigin, Value};
use crate::project::{Resource, ResourceName};
use crate::text::Span;

/// A value that names a resource of the project.
pub(super) struct Naming<'r, 'v, 's> {
    /// The file that the value stands in.
    pub(super) file: usize,
    pub(super) value: &'r Value<'s>,
    pub(super) resource: &'r Resource<'v, 's>,
}

impl<'v, 's> View<'v, 's> {
    /// The resource that is named at an offset of a file, by itself or by another, and the name there.
    pub(super) fn resource_named_at(&self, file: usize, offset: u32) -> Option<(&Resource<'v, 's>, Span)> {
        let cursor = Cursor::at(self, file, offset)?;
        let own = own_names(cursor.resource).find(|name| touches(name.span, offset));
        match own {
            Some(name) => Some((self.project.resource(file, cursor.resource.position), name.span)),
            None => self.led_to(&cursor, offset),
        }
    }

    /// Every value of a dependency or `getId` that names a resource of the project.
    pub(super) fn namings<'r>(&'r self) -> impl Iterator<Item = Naming<'r, 'v, 's>> {
        self.project.resources().iter().flat_map(move |resource| {
            let file = resource.file;
            let dependencies = self.project.targets(resource).map(move |(link, target)| Naming {
                file,
                value: link.value,
                resource: target,
            });
            let calls = resource.definition.references().into_iter().filter_map(move |reference| {
                if !matches!(reference.origin, ReferenceOrigin::GetId { .. }) {
                    return None;
                }
                let name = ResourceName::of(reference.name, file);
                let target = self.project.declared(reference.group?, reference.resource_type?, &name)?;
                Some(Naming { file, value: reference.name, resource: target })
            });
            dependencies.chain(calls)
        })
    }
}

/// The values by which a definition names its own resource: beside its properties, and in them.
pub(super) fn own_names<'v, 's>(resource: &Resource<'v, 's>) -> impl Iterator<Item = &'v Value<'s>> {
    let definition = resource.definition;
    let inner = definition.properties().and_then(Value::as_object).and_then(|object| object.get("name"));
    let beside = definition.field("name");
    let names = [beside, inner].into_iter().flatten().map(|member| &member.value);
    let mut seen = None;
    names.filter(move |name| seen.replace(name.span) != Some(name.span))
}
