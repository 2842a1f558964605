use super::{Likeness, Project, ResourceName};

/// What a project has for a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Resolution {
    /// A resource of that name.
    Declared,
    /// Perhaps one: only running the program would tell.
    Unknown,
    /// Resources of that type, but none of that name.
    Absent,
    /// No resource of that type at all.
    NoneOfType,
}

/// So many names that are not known are looked at; a project with more of them is given the benefit of the doubt.
const MOST_COMPARED: usize = 1_000;

impl Project<'_, '_> {
    /// What the project has for the name of a resource of a type.
    pub(crate) fn resolve(&self, group: &str, resource_type: &str, name: &ResourceName) -> Resolution {
        let Some(of_type) = self.of_type(group, resource_type) else {
            return if self.is_open { Resolution::Unknown } else { Resolution::NoneOfType };
        };
        if of_type.by_name.contains_key(name) {
            return Resolution::Declared;
        }
        let candidates = if name.as_known().is_some() { &of_type.with_holes } else { &of_type.all };
        let may_be = |at: &usize| name.compare(&self.resources[*at].name) == Likeness::Unknown;
        if self.is_open || candidates.len() > MOST_COMPARED || candidates.iter().any(may_be) {
            Resolution::Unknown
        } else {
            Resolution::Absent
        }
    }
}
