//! What is known of resource types: requests of our own, for editors that show it.

use gen_lsp_types::{Position, TextDocumentIdentifier};
use serde::{Deserialize, Serialize};

use crate::catalog::{Catalog, Lookup, ResourceId};
use crate::lsp::session::Session;
use crate::report::schema::tree;

/// `lazuli/types`: a resource type that is known.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct KnownType {
    group: String,
    #[serde(rename = "type")]
    resource_type: String,
    arm_type: String,
    /// The API versions, the oldest first.
    versions: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct TypesParams {}

/// `lazuli/schema`: a type by its name, or that of the resource at a place.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SchemaParams {
    /// `Network::Subnet`
    #[serde(rename = "type")]
    resource_type: Option<String>,
    api_version: Option<String>,
    text_document: Option<TextDocumentIdentifier>,
    position: Option<Position>,
}

/// All that is known of a type, for people.
#[derive(Serialize)]
pub(super) struct ShownSchema {
    title: String,
    text: String,
}

/// The width of the text, in characters.
const WIDTH: usize = 100;

pub(super) fn types(session: &mut Session, _: &TypesParams) -> Vec<KnownType> {
    session.with_catalog(None, |catalog| {
        let entries = catalog.entries().into_iter();
        let known = entries.map(|entry| KnownType {
            group: entry.group.to_owned(),
            resource_type: entry.resource_type.to_owned(),
            arm_type: entry.arm_type.to_owned(),
            versions: entry.versions.into_iter().map(str::to_owned).collect(),
        });
        known.collect()
    })
}

pub(super) fn schema(session: &mut Session, params: &SchemaParams) -> Option<ShownSchema> {
    let document = params.text_document.as_ref();
    if let Some(name) = &params.resource_type {
        let (group, name) = match name.split_once("::") {
            Some((group, name)) => (Some(group), name),
            None => (None, name.as_str()),
        };
        return session.with_catalog(document, |catalog| {
            match catalog.find(group, name, params.api_version.as_deref()) {
                Lookup::Found(id) => shown(catalog, &id),
                _ => None,
            }
        });
    }
    let asked = session.asked(&document?.uri)?;
    let catalog = &asked.project.linter().config().catalog;
    shown(catalog, &asked.view().resource_type(asked.file, asked.offset(params.position?))?)
}

fn shown(catalog: &Catalog, id: &ResourceId) -> Option<ShownSchema> {
    let resource = catalog.load(id)?;
    let versions = catalog.versions(&id.group, &id.resource_type);
    let text = tree(&resource, &catalog.arm_type(id).unwrap_or_default(), &versions, WIDTH);
    let group = if id.group.is_empty() { String::new() } else { format!("{}::", id.group) };
    Some(ShownSchema { title: format!("{group}{} {}", id.resource_type, id.api_version), text })
}

impl Session {
    /// What `use_catalog` makes of the catalogue that a file is checked by; that of any open file without one.
    fn with_catalog<T>(
        &mut self,
        document: Option<&TextDocumentIdentifier>,
        use_catalog: impl FnOnce(&Catalog) -> T,
    ) -> T {
        let path = document.map(|document| self.projects.path_of(&document.uri));
        match path.or_else(|| self.projects.documents().next().cloned()) {
            Some(path) => use_catalog(&self.projects.project_of(&path).configured.linter.config().catalog),
            None => use_catalog(&Catalog::embedded()),
        }
    }
}
