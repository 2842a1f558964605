use std::{
    collections::HashMap,
    sync::{Arc, OnceLock, PoisonError, RwLock},
};

use crate::catalog::{Catalog, Deployment, Lookup, ResourceSchema};
use crate::document::Definition;

/// The most look-ups that are remembered: a file made to be odd could name any number of types.
const MOST_REMEMBERED: usize = 10_000;

/// The resource types that files named so far. Looking a name up that is not known takes longer than checking
/// a whole file, and reading a type longer still.
#[derive(Debug, Default)]
pub(crate) struct KnownTypes {
    known: RwLock<HashMap<String, Arc<KnownType>>>,
}

/// What there is for a resource type that a file names.
#[derive(Debug)]
pub(crate) struct KnownType {
    pub(crate) lookup: Lookup,
    /// What deploying it takes; only for one that was found.
    pub(crate) deployment: Option<Arc<Deployment>>,
    /// What can be set of it, once somebody asked for it.
    schema: OnceLock<Option<Arc<ResourceSchema>>>,
}

impl KnownType {
    fn of(lookup: Lookup, catalog: &Catalog) -> Self {
        let deployment = match &lookup {
            Lookup::Found(id) => catalog.deployment(id),
            _ => None,
        };
        Self { lookup, deployment, schema: OnceLock::new() }
    }

    /// What can be set of the type, to hold values against; only for one that was found.
    pub(crate) fn schema(&self, catalog: &Catalog) -> Option<&ResourceSchema> {
        let read = || match &self.lookup {
            Lookup::Found(id) => catalog.load_settable(id),
            _ => None,
        };
        self.schema.get_or_init(read).as_deref()
    }
}

impl KnownTypes {
    /// What `catalog` has for a type; asked with the arguments of [`Catalog::find`].
    pub(crate) fn get(
        &self,
        catalog: &Catalog,
        group: Option<&str>,
        resource_type: &str,
        api_version: Option<&str>,
    ) -> Arc<KnownType> {
        let question = [group.unwrap_or("\u{1}"), resource_type, api_version.unwrap_or("\u{1}")].join("\u{0}");
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner).get(&question).cloned();
        known.unwrap_or_else(|| {
            let known_type = Arc::new(KnownType::of(catalog.find(group, resource_type, api_version), catalog));
            let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
            if known.len() < MOST_REMEMBERED {
                known.insert(question, Arc::clone(&known_type));
            }
            known_type
        })
    }

    /// What `catalog` has for the type of a definition; `None` where the file does not tell the type.
    pub(crate) fn of_definition(&self, catalog: &Catalog, definition: &Definition<'_>) -> Option<Arc<KnownType>> {
        let resource_type = definition.resource_type.as_ref()?;
        let group = definition.group.as_ref().map(|group| &*group.text);
        Some(self.get(catalog, group, &resource_type.text, definition.api_version()))
    }
}
