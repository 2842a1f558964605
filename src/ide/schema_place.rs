use std::sync::Arc;

use super::View;
use crate::catalog::{ResourceId, ResourceSchema};
use crate::project::Resource;

impl View<'_, '_> {
    /// All that is known of the type of a resource.
    pub(super) fn schema_of(&self, resource: &Resource<'_, '_>) -> Option<Arc<ResourceSchema>> {
        self.linter.config().catalog.load(resource.type_id()?)
    }
}

/// A type as people name it, with its version: `Network::Subnet 2025-05-01`.
pub(super) fn origin(id: &ResourceId) -> String {
    format!("{}::{} {}", id.group, id.resource_type, id.api_version)
}
