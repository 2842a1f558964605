use super::{Catalog, ResourceId, distinct_versions, lookup::target};

/// A resource type that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeEntry<'c> {
    /// The group (`Network`).
    pub group: &'c str,
    /// The type in its group (`Subnet`).
    pub resource_type: &'c str,
    /// The name that Azure Resource Manager has for it (`Microsoft.Network/virtualNetworks/subnets`).
    pub arm_type: &'c str,
    /// The API versions that are known, the oldest first.
    pub versions: Vec<&'c str>,
    /// The version that is meant where a file asks for none.
    pub target: &'c str,
}

impl Catalog {
    /// Every resource type that is known, with its versions, sorted by group and type.
    #[must_use]
    pub fn entries(&self) -> Vec<TypeEntry<'_>> {
        let of_one_type = self.types.chunk_by(|one, other| one.name() == other.name());
        let entries = of_one_type.filter_map(|types| {
            let meant = target(types)?;
            Some(TypeEntry {
                group: &meant.id.group,
                resource_type: &meant.id.resource_type,
                arm_type: self.arm_name(meant).unwrap_or_default(),
                versions: distinct_versions(types).collect(),
                target: &meant.id.api_version,
            })
        });
        entries.collect()
    }

    /// The name that Azure Resource Manager has for a type (`Microsoft.Network/virtualNetworks/subnets`).
    #[must_use]
    pub fn arm_type(&self, id: &ResourceId) -> Option<String> {
        self.arm_name(self.known(id)?).map(str::to_owned)
    }
}
