use std::sync::Arc;

use jsonschema::Validator;

use super::compile::compile;
use crate::catalog::{Catalog, ResourceId, ResourceSchema};
use crate::document::SpannedJson;

/// A resource type, ready to hold values against.
#[derive(Debug)]
pub(crate) struct TypeValidator {
    pub(crate) schema: Arc<ResourceSchema>,
    pub(super) validator: Validator<SpannedJson>,
}

impl TypeValidator {
    /// The type of that id; `None` if its schema cannot be used.
    pub(super) fn of(id: &ResourceId, catalog: &Catalog) -> Option<Self> {
        let schema = catalog.load_settable(id)?;
        let validator = compile(&schema)?;
        Some(Self { schema, validator })
    }
}
