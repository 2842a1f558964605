use std::sync::Arc;

use super::View;
use crate::catalog::{Lookup, ResourceId, ResourceSchema};
use crate::project::Resource;

/// The type of a resource and the version that is meant of it, where the catalogue has it.
pub(super) fn type_of<'r>(resource: &'r Resource<'_, '_>) -> Option<&'r ResourceId> {
    match &resource.known_type()?.lookup {
        Lookup::Found(id) => Some(id),
        _ => None,
    }
}

impl View<'_, '_> {
    /// All that is known of the type of a resource.
    pub(super) fn schema_of(&self, resource: &Resource<'_, '_>) -> Option<Arc<ResourceSchema>> {
        self.linter.config().catalog.load(type_of(resource)?)
    }
}

/// A type as people name it, with its version: `Network::Subnet 2025-05-01`.
pub(super) fn origin(id: &ResourceId) -> String {
    format!("{}::{} {}", id.group, id.resource_type, id.api_version)
}
