use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

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

/// The validators made so far. Each type is decoded and compiled once, when the first file names it.
#[derive(Debug, Default)]
pub(crate) struct Validators {
    made: RwLock<HashMap<ResourceId, Option<Arc<TypeValidator>>>>,
}

impl Validators {
    /// The validator of a type; `None` if its schema cannot be used.
    pub(crate) fn get(&self, id: &ResourceId, catalog: &Catalog) -> Option<Arc<TypeValidator>> {
        let made = self.made.read().unwrap_or_else(PoisonError::into_inner).get(id).cloned();
        made.unwrap_or_else(|| {
            let validator = make(id, catalog);
            let mut all = self.made.write().unwrap_or_else(PoisonError::into_inner);
            all.entry(id.clone()).or_insert(validator).clone()
        })
    }
}

fn make(id: &ResourceId, catalog: &Catalog) -> Option<Arc<TypeValidator>> {
    let schema = catalog.load(id)?;
    let validator = compile(&schema)?;
    Some(Arc::new(TypeValidator { schema, validator }))
}
