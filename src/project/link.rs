use super::{Project, Resource, ResourceName};
use crate::catalog::Dependency;
use crate::document::{Member, Object, Value};

/// A dependency of a resource on another, by name.
pub(crate) struct Link<'l, 's> {
    /// The member of the definition's `dependencies`.
    pub(crate) member: &'l Member<'s>,
    /// What the catalogue knows of the dependency.
    pub(crate) dependency: &'l Dependency,
    /// The value that names the other resource: the member's, or an item of its list.
    pub(crate) value: &'l Value<'s>,
    pub(crate) name: ResourceName,
}

impl<'p, 's> Resource<'p, 's> {
    /// The dependencies on resources of this provider, in the order of the text.
    pub(crate) fn links(&self) -> impl Iterator<Item = Link<'_, 's>> {
        let known = self.deployment().map(|deployment| &deployment.dependencies);
        let members = self.dependencies().into_iter().flat_map(|object| &object.members);
        members
            .filter_map(move |member| Some((member, known?.get(&*member.key)?)))
            .filter(|(_, dependency)| dependency.provider.is_none())
            .flat_map(move |(member, dependency)| {
                let values = match member.value.as_array() {
                    Some(array) => array.items.as_slice(),
                    None => std::slice::from_ref(&member.value),
                };
                let is_a_name = |value: &&Value<'s>| value.as_object().is_none_or(|object| !is_elsewhere(object));
                values.iter().filter(is_a_name).map(move |value| Link {
                    member,
                    dependency,
                    value: named(value),
                    name: ResourceName::of(named(value), self.file),
                })
            })
    }
}

/// The value that names the resource: `{ name: "…" }` says it inside.
fn named<'v, 's>(value: &'v Value<'s>) -> &'v Value<'s> {
    value.as_object().and_then(|object| object.get("name")).map_or(value, |member| &member.value)
}

/// Whether an object names a resource of another provider.
fn is_elsewhere(object: &Object<'_>) -> bool {
    object.open || object.get("provider").is_some()
}

impl<'p, 's> Project<'p, 's> {
    /// The resources that one surely depends on, as far as they are declared: the member that says so, and the
    /// resource.
    pub(crate) fn targets<'r>(
        &'r self,
        resource: &'r Resource<'p, 's>,
    ) -> impl Iterator<Item = (Link<'r, 's>, &'r Resource<'p, 's>)> {
        resource.links().filter_map(|link| {
            let target = self.declared(&link.dependency.group, &link.dependency.resource_type, &link.name)?;
            Some((link, target))
        })
    }

    /// The first of the resources that have a name.
    pub(crate) fn declared(&self, group: &str, resource_type: &str, name: &ResourceName) -> Option<&Resource<'p, 's>> {
        let found = self.of_type(group, resource_type)?.by_name.get(name)?;
        found.first().map(|at| &self.resources[*at])
    }
}
