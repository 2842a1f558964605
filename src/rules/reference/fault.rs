use crate::project::{Likeness, Project, Resource, ResourceName, SEPARATOR, Unresolved};

/// Why a name does not lead to a resource.
pub(super) enum Fault {
    /// It differs from this one, which is declared, by case alone.
    Case(String),
    /// These, which are declared, have the names of parents before it.
    Prefix(Vec<String>),
    /// It is the name of a resource of another type.
    Type { group: String, resource_type: String },
    /// Nothing of the kind is declared.
    Dangling,
}

/// The type whose names GruCloud writes in lower case.
const RESOURCE_GROUP: &str = "ResourceGroup";

/// So many names are looked at to find the one that was meant.
pub(super) const MOST_NAMES: usize = 500;

impl Fault {
    /// Why a dependency leads nowhere; `None` if that may be right.
    pub(super) fn of(project: &Project<'_, '_>, unresolved: &Unresolved<'_, '_, '_>) -> Option<Self> {
        let dependency = unresolved.dependency;
        let name = &unresolved.link.name;
        Self::of_name(project, (&dependency.group, &dependency.resource_type), name, unresolved.none_of_type)
    }

    /// Why there is no resource of a type under a name.
    pub(super) fn of_name(
        project: &Project<'_, '_>,
        (group, resource_type): (&str, &str),
        name: &ResourceName,
        none_of_type: bool,
    ) -> Option<Self> {
        let known = name.as_known().unwrap_or_default();
        if !none_of_type && !known.is_empty() {
            let names = || names_of(project, group, resource_type);
            if let Some(same) = names().find(|other| other.eq_ignore_ascii_case(known)) {
                // A group that is declared in upper case is wrong itself: in lower case it is found again.
                let is_right = resource_type == RESOURCE_GROUP && same.to_ascii_lowercase() == known;
                return (!is_right).then(|| Self::Case(same.to_owned()));
            }
            let is_longer = |other: &&str| other.strip_suffix(known).is_some_and(|rest| rest.ends_with(SEPARATOR));
            let longer: Vec<String> = names().filter(is_longer).map(str::to_owned).collect();
            if !longer.is_empty() {
                return Some(Self::Prefix(longer));
            }
        }
        // A bare name can be that of many things.
        if !none_of_type || known.contains(SEPARATOR) {
            // One that has no name of its own goes by that of its parent.
            let has_a_name =
                |resource: &Resource<'_, '_>| resource.deployment().is_some_and(|known| known.own_name().is_some());
            let other = project.types().filter(|other| *other != (group, resource_type));
            let having = |(group, resource_type): &(&str, &str)| {
                project.declared(group, resource_type, name).is_some_and(has_a_name)
            };
            if let Some((group, resource_type)) = { other }.find(having) {
                return Some(Self::Type { group: group.to_owned(), resource_type: resource_type.to_owned() });
            }
        }
        (!none_of_type).then_some(Self::Dangling)
    }
}

/// The names of the resources of a type, as far as they are known.
pub(super) fn names_of<'r>(
    project: &'r Project<'_, '_>,
    group: &str,
    resource_type: &str,
) -> impl Iterator<Item = &'r str> {
    project.resources_of(group, resource_type).take(MOST_NAMES).filter_map(|resource| resource.name.as_known())
}

/// Whether two names may be one.
pub(super) fn may_be_one(one: &ResourceName, other: &ResourceName) -> bool {
    one.compare(other) != Likeness::Different
}
