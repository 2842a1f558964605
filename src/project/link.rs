use super::{Project, Resolution, Resource, ResourceName, SEPARATOR};
use crate::catalog::{Dependency, Deployment};
use crate::document::{Member, Object, Value};

/// A dependency of a resource on another of this provider, by name.
pub(crate) struct Link<'p, 's> {
    /// The member of the definition's `dependencies`.
    pub(crate) member: &'p Member<'s>,
    /// The value that names the other resource: the member's, an item of its list, or the `name` of either.
    pub(crate) value: &'p Value<'s>,
    pub(crate) name: ResourceName,
    /// The number of the first resource of that name and type.
    pub(super) target: Option<usize>,
}

/// A dependency on a resource that is not declared.
pub(crate) struct Unresolved<'r, 'p, 's> {
    pub(crate) link: &'r Link<'p, 's>,
    pub(crate) dependency: &'r Dependency,
    /// Whether no resource of that type is declared at all.
    pub(crate) none_of_type: bool,
}

impl Resource<'_, '_> {
    /// What the catalogue knows of a dependency.
    pub(crate) fn dependency(&self, key: &str) -> Option<&Dependency> {
        self.deployment()?.dependencies.get(key)
    }
}

/// Those of the dependencies that are on resources of this provider that the catalogue knows, in the order of the text.
pub(super) fn links<'p, 's>(
    dependencies: Option<&'p Object<'s>>,
    deployment: Option<&Deployment>,
    file: usize,
) -> Vec<Link<'p, 's>> {
    let members = dependencies.into_iter().flat_map(|object| &object.members);
    let is_known = |member: &&Member<'_>| {
        let known = deployment.and_then(|deployment| deployment.dependencies.get(&*member.key));
        known.is_some_and(|dependency| dependency.provider.is_none())
    };
    members.filter(is_known).flat_map(|member| links_of(member, file)).collect()
}

fn links_of<'p, 's>(member: &'p Member<'s>, file: usize) -> impl Iterator<Item = Link<'p, 's>> {
    let values = match member.value.as_array() {
        Some(array) => array.items.as_slice(),
        None => std::slice::from_ref(&member.value),
    };
    values.iter().filter(|value| value.as_object().is_none_or(|object| !is_elsewhere(object))).map(move |value| {
        let value = named(value);
        Link { member, value, name: ResourceName::of(value, file), target: None }
    })
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
    /// The dependencies of a resource on resources that are surely not declared.
    pub(crate) fn unresolved<'r>(
        &self,
        resource: &'r Resource<'p, 's>,
    ) -> impl Iterator<Item = Unresolved<'r, 'p, 's>> {
        let links = &resource.links;
        let unresolved = resource.unresolved.get_or_init(|| {
            let is_absent = |link: &Link<'_, '_>| {
                let dependency = resource.dependency(&link.member.key)?;
                match self.resolve(&dependency.group, &dependency.resource_type, &link.name) {
                    Resolution::Absent => Some(false),
                    // A bare name can be that of many things.
                    Resolution::NoneOfType => link.name.shown().contains(SEPARATOR).then_some(true),
                    Resolution::Declared | Resolution::Unknown => None,
                }
            };
            if self.counts(resource) {
                let lost = links.iter().enumerate().filter(|(_, link)| link.target.is_none());
                lost.filter_map(|(at, link)| Some((at, is_absent(link)?))).collect()
            } else {
                Vec::new()
            }
        });
        unresolved.iter().filter_map(|(at, none_of_type)| {
            let link = &links[*at];
            let dependency = resource.dependency(&link.member.key)?;
            Some(Unresolved { link, dependency, none_of_type: *none_of_type })
        })
    }

    /// The resources that one surely depends on, as far as they are declared, and what says so.
    pub(crate) fn targets<'r>(
        &'r self,
        resource: &'r Resource<'p, 's>,
    ) -> impl Iterator<Item = (&'r Link<'p, 's>, &'r Resource<'p, 's>)> {
        resource.links.iter().filter_map(|link| Some((link, &self.resources[link.target?])))
    }

    /// The first of the resources that have a name.
    pub(crate) fn declared(&self, group: &str, resource_type: &str, name: &ResourceName) -> Option<&Resource<'p, 's>> {
        self.number_of(group, resource_type, name).map(|number| &self.resources[number])
    }
}
