//! The resource types that lazuli knows: swagger in, [`ResourceSchema`] out.

mod deployment;
mod entry;
mod facts;
pub mod import;
mod known_names;
mod lookup;
mod packed;
mod pattern;
mod required;
mod resource_schema;
mod schema;
mod swagger;

use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{Arc, OnceLock, PoisonError, RwLock},
};

use serde_json::Value;
use thiserror::Error;

pub use deployment::{Dependency, Deployment, EnvironmentVariable, PathParameter};
pub use entry::TypeEntry;
pub use lookup::Lookup;
pub use pattern::Pattern;
pub use required::{RequiredMember, RequiredValue};
pub use resource_schema::{ResourceId, ResourceSchema, SET_BY_THE_TOOL, SchemaPlace};
pub use schema::{Additional, Discriminator, Enumeration, Schema, SchemaType};

use known_names::KnownNames;
use packed::{EMBEDDED, PackedResource};
use swagger::Extent;
use swagger::split::{Slices, TARGET, arm_type};

/// Every resource type that is known, ready to be looked up.
///
/// A type is decoded when it is asked for, not before.
#[derive(Debug, Default)]
pub struct Catalog {
    /// The types, sorted by group, type and version; a type that was added stands behind the embedded
    /// one of the same name and version, and wins.
    types: Vec<KnownType>,
    /// Swagger files that were added.
    added: Vec<Slices>,
    /// What was read so far of how types are deployed.
    deployments: RwLock<HashMap<ResourceId, Arc<Deployment>>>,
    /// What was read so far of what can be set.
    settable: RwLock<HashMap<ResourceId, Option<Arc<ResourceSchema>>>>,
    /// What was worked out so far of what must be set.
    required: RwLock<HashMap<ResourceId, Arc<Vec<RequiredMember>>>>,
}

#[derive(Debug)]
struct KnownType {
    id: ResourceId,
    origin: Origin,
    /// Whether somebody chose this version as the one that is meant of the type.
    is_chosen: bool,
    /// The name that Azure Resource Manager has for it, once somebody asked for it.
    arm_name: OnceLock<Option<String>>,
}

/// Where the facts of a type lie.
#[derive(Debug, Clone, Copy)]
enum Origin {
    Embedded(PackedResource),
    /// The file and the resource in it; whether it is the version that GruCloud deploys.
    Added {
        file: usize,
        resource: usize,
        is_target: bool,
    },
}

/// Why a text is no swagger file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SwaggerError {
    /// The text is not JSON.
    #[error("not JSON: {0}")]
    NotJson(String),
    /// The JSON is not swagger.
    #[error("{0}")]
    NotSwagger(String),
}

/// A part of a swagger file that says something it cannot mean. The part is left out; the rest counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SwaggerProblem {
    /// The JSON Pointer of the part.
    pub pointer: String,
    /// What is wrong with it.
    pub message: String,
}

impl Catalog {
    /// The types that are built in.
    #[must_use]
    pub fn embedded() -> Self {
        let known = |resource: PackedResource| KnownType {
            id: ResourceId {
                group: Cow::Borrowed(resource.group),
                resource_type: Cow::Borrowed(resource.resource_type),
                api_version: Cow::Borrowed(resource.api_version),
            },
            origin: Origin::Embedded(resource),
            is_chosen: false,
            arm_name: OnceLock::new(),
        };
        Self { types: EMBEDDED.resources().map(known).collect(), ..Self::default() }
    }

    /// A catalogue without any type.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// Adds the types of a swagger file (Swagger 2.0, as Azure writes it), or of a JSON array of such files,
    /// as `lazuli schema import` writes it. Types that are known already, at the same version, are replaced; a new
    /// version of a type that is known joins the others, under the name that GruCloud has for it.
    ///
    /// Returns what in the file could not be used.
    ///
    /// # Errors
    /// If the text is not JSON, or not swagger. The catalogue is then as before.
    pub fn add_swagger(&mut self, text: &str) -> Result<Vec<SwaggerProblem>, SwaggerError> {
        let file: Value = serde_json::from_str(text).map_err(|error| SwaggerError::NotJson(error.to_string()))?;
        let (documents, problems) = swagger::documents(file).map_err(SwaggerError::NotSwagger)?;
        let known_names = KnownNames::of(self);
        for slices in documents {
            let slices = known_names.join(slices);
            for (resource, (group, resource_type, slice)) in slices.resources.iter().enumerate() {
                let id = ResourceId {
                    group: Cow::Owned(group.clone()),
                    resource_type: Cow::Owned(resource_type.clone()),
                    api_version: Cow::Owned(slices.api_version.clone()),
                };
                let is_target = slice.get(TARGET).is_some_and(|target| *target == Value::Bool(true));
                let origin = Origin::Added { file: self.added.len(), resource, is_target };
                self.types.push(KnownType { id, origin, is_chosen: false, arm_name: OnceLock::new() });
            }
            self.added.push(slices);
        }
        self.sort();
        self.deployments = RwLock::default();
        self.settable = RwLock::default();
        self.required = RwLock::default();
        Ok(problems)
    }

    /// What was added later stands behind what was there.
    fn sort(&mut self) {
        self.types.sort_by(|one, other| one.id.cmp(&other.id));
    }

    /// The types that are known, each version of each, sorted.
    pub fn types(&self) -> impl Iterator<Item = &ResourceId> {
        self.types.iter().map(|known| &known.id)
    }

    /// Those of them that swagger files brought, and that are not built in.
    pub fn added(&self) -> impl Iterator<Item = &ResourceId> {
        self.types.iter().filter(|known| matches!(known.origin, Origin::Added { .. })).map(|known| &known.id)
    }

    /// The versions of a type that are known, the oldest first.
    #[must_use]
    pub fn versions(&self, group: &str, resource_type: &str) -> Vec<&str> {
        distinct_versions(self.of_type(group, resource_type)).collect()
    }

    /// All that is known of one version of a type.
    #[must_use]
    pub fn load(&self, id: &ResourceId) -> Option<Arc<ResourceSchema>> {
        self.read(self.known(id)?, Extent::Whole).map(|(schema, _)| Arc::new(schema))
    }

    /// What can be set of one version of a type: what a read-only property consists of is left out. It is read once,
    /// and kept.
    pub(crate) fn load_settable(&self, id: &ResourceId) -> Option<Arc<ResourceSchema>> {
        let kept = self.settable.read().unwrap_or_else(PoisonError::into_inner).get(id).cloned();
        kept.unwrap_or_else(|| {
            let read = self.known(id).and_then(|known| self.read(known, Extent::Settable));
            let schema = read.map(|(schema, _)| Arc::new(schema));
            let mut all = self.settable.write().unwrap_or_else(PoisonError::into_inner);
            all.entry(id.clone()).or_insert(schema).clone()
        })
    }

    /// What deploying a resource of a version of a type takes. It is read once, and kept.
    #[must_use]
    pub fn deployment(&self, id: &ResourceId) -> Option<Arc<Deployment>> {
        let kept = self.deployments.read().unwrap_or_else(PoisonError::into_inner).get(id).cloned();
        kept.or_else(|| {
            let read = self.with_facts(self.known(id)?, |slice, _| swagger::read_deployment(slice))?;
            let mut all = self.deployments.write().unwrap_or_else(PoisonError::into_inner);
            Some(Arc::clone(all.entry(id.clone()).or_insert_with(|| Arc::new(read))))
        })
    }

    /// One version of a type as a swagger file of its own, with the definitions that it leads to.
    #[must_use]
    pub fn swagger(&self, id: &ResourceId) -> Option<Value> {
        self.with_facts(self.known(id)?, |slice, definition| swagger::document(id, slice, definition))
    }

    fn known(&self, id: &ResourceId) -> Option<&KnownType> {
        self.of_type(&id.group, &id.resource_type).iter().rfind(|known| known.id == *id)
    }

    fn of_type(&self, group: &str, resource_type: &str) -> &[KnownType] {
        let name = (group, resource_type);
        let start = self.types.partition_point(|known| known.name() < name);
        let length = self.types[start..].partition_point(|known| known.name() == name);
        &self.types[start..start + length]
    }

    /// Makes a version the one that is meant of its type.
    fn mark_as_chosen(&mut self, chosen: &ResourceId) {
        let name = (&*chosen.group, &*chosen.resource_type);
        for known in self.types.iter_mut().filter(|known| known.name() == name) {
            known.is_chosen = known.id == *chosen;
        }
    }

    fn read(&self, known: &KnownType, extent: Extent) -> Option<(ResourceSchema, Vec<SwaggerProblem>)> {
        let deployment = self.deployment(&known.id)?;
        self.with_facts(known, |slice, definition| {
            swagger::read_resource(known.id.clone(), deployment, slice, definition, extent)
        })
    }

    /// What `use_facts` makes of what is stored of a type, and of the definitions beside it.
    fn with_facts<T>(
        &self,
        known: &KnownType,
        use_facts: impl FnOnce(&Value, &dyn Fn(&str) -> Option<Value>) -> T,
    ) -> Option<T> {
        Some(match known.origin {
            Origin::Embedded(resource) => use_facts(&resource.slice()?, &|name| EMBEDDED.definition(resource, name)),
            Origin::Added { file, resource, .. } => {
                let slices = self.added.get(file)?;
                use_facts(&slices.resources.get(resource)?.2, &|name| slices.definitions.get(name).cloned())
            }
        })
    }
}

impl Catalog {
    /// The namespace and type by which Azure Resource Manager knows a type
    /// (`Microsoft.Storage/storageAccounts/blobServices`).
    fn arm_name<'k>(&self, known: &'k KnownType) -> Option<&'k str> {
        let name = || {
            let path = match known.origin {
                Origin::Embedded(resource) => resource.text("path"),
                Origin::Added { file, resource, .. } => {
                    self.added.get(file)?.resources.get(resource)?.2.get("path")?.as_str().map(Cow::Borrowed)
                }
            }?;
            let (namespace, resource_type) = arm_type(&path)?;
            Some(format!("{namespace}/{resource_type}"))
        };
        known.arm_name.get_or_init(name).as_deref()
    }
}

impl KnownType {
    /// Whether this is the version that GruCloud deploys.
    fn is_target(&self) -> bool {
        match self.origin {
            Origin::Embedded(resource) => resource.is(TARGET),
            Origin::Added { is_target, .. } => is_target,
        }
    }

    fn name(&self) -> (&str, &str) {
        (&self.id.group, &self.id.resource_type)
    }
}

/// The versions among `types`, which are sorted.
fn distinct_versions(types: &[KnownType]) -> impl Iterator<Item = &str> {
    types.chunk_by(|one, other| one.id == other.id).map(|same| &*same[0].id.api_version)
}
