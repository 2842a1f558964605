use super::{Catalog, KnownType, ResourceId, distinct_versions};
use crate::text::nearest;

/// What the catalogue has for a resource type that a file names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup {
    /// The type, at the version that is meant.
    Found(ResourceId),
    /// The type is known, the version that the file asks for is not: these are.
    OtherVersions(Vec<String>),
    /// No such type, but one whose name is so near that it is surely meant.
    Slip(ResourceId),
    /// Nothing of the kind.
    NotCovered,
}

impl Catalog {
    /// What the catalogue has for `group` and `resource_type`, at `api_version` where the file asks for one.
    ///
    /// Without a group, as `provider.makeResourceGroup` has it, the type is looked for in every group, and
    /// found if only one has it.
    #[must_use]
    pub fn find(&self, group: Option<&str>, resource_type: &str, api_version: Option<&str>) -> Lookup {
        let by_arm_name = || self.of_arm_type(resource_type).unwrap_or_default();
        let versions = match group.or_else(|| self.only_group_of(resource_type)) {
            Some(group) => self.of_type(group, resource_type),
            None if resource_type.contains('/') => by_arm_name(),
            None => return Lookup::NotCovered,
        };
        if let Some(version) = target(versions) {
            return match api_version {
                None => Lookup::Found(version.id.clone()),
                Some(wanted) => match versions.iter().rfind(|known| known.id.api_version == wanted) {
                    Some(known) => Lookup::Found(known.id.clone()),
                    None => Lookup::OtherVersions(distinct_versions(versions).map(str::to_owned).collect()),
                },
            };
        }
        let meant = group.and_then(|group| self.meant_by(group, resource_type));
        let meant = meant.and_then(|known| target(self.of_type(&known.id.group, &known.id.resource_type)));
        meant.map_or(Lookup::NotCovered, |known| Lookup::Slip(known.id.clone()))
    }

    /// The versions of the type that Azure Resource Manager knows by this name, in any case.
    fn of_arm_type(&self, name: &str) -> Option<&[KnownType]> {
        let is_meant = |known: &&KnownType| self.arm_name(known).is_some_and(|known| known.eq_ignore_ascii_case(name));
        let known = self.types.iter().find(is_meant)?;
        Some(self.of_type(&known.id.group, &known.id.resource_type))
    }

    fn only_group_of(&self, resource_type: &str) -> Option<&str> {
        let mut groups =
            self.types.iter().filter(|known| known.id.resource_type == resource_type).map(|known| &*known.id.group);
        let first = groups.next()?;
        groups.all(|group| group == first).then_some(first)
    }

    /// The type that differs from what the file says only by case or a slip, in group, type or both.
    fn meant_by(&self, group: &str, resource_type: &str) -> Option<&KnownType> {
        let mut groups: Vec<&str> = self.types.iter().map(|known| &*known.id.group).collect();
        groups.dedup();
        // Azure Resource Manager's name of a group has its namespace before it.
        let bare = group.strip_prefix("Microsoft.").unwrap_or(group);
        let meant_group = if groups.contains(&bare) { bare } else { nearest(bare, groups)? };
        let types = || self.types.iter().filter(|known| known.id.group == meant_group);
        let exact = types().rfind(|known| known.id.resource_type == resource_type);
        exact.or_else(|| {
            let mut names: Vec<&str> = types().map(|known| &*known.id.resource_type).collect();
            names.dedup();
            let meant_type = nearest(resource_type, names)?;
            types().rfind(|known| known.id.resource_type == meant_type)
        })
    }
}

impl Catalog {
    /// Makes `api_version` the one that is meant of a type where a file asks for none.
    ///
    /// # Errors
    /// If there is no such type, or not at that version: what there is instead.
    pub fn choose(&mut self, group: &str, resource_type: &str, api_version: &str) -> Result<(), Lookup> {
        match self.find(Some(group), resource_type, Some(api_version)) {
            Lookup::Found(id) => {
                self.mark_as_chosen(&id);
                Ok(())
            }
            instead => Err(instead),
        }
    }

    /// Makes `api_version` the one that is meant of every type of a group that has it; `false` if none has.
    pub fn choose_for_group(&mut self, group: &str, api_version: &str) -> bool {
        let is_meant = |id: &&ResourceId| id.group == group && id.api_version == api_version;
        let with_version: Vec<ResourceId> = self.types().filter(is_meant).cloned().collect();
        for id in &with_version {
            self.mark_as_chosen(id);
        }
        !with_version.is_empty()
    }
}

/// The version of a type that is meant where a file asks for none: the one that somebody chose, the one that
/// GruCloud deploys, or else the newest.
pub(super) fn target(versions: &[KnownType]) -> Option<&KnownType> {
    let chosen = versions.iter().rfind(|known| known.is_chosen);
    chosen.or_else(|| versions.iter().rfind(|known| known.is_target())).or(versions.last())
}
