//! Imports the types of bicep-types-az: a `types.json` is an array of nodes that refer to each other by number.

mod document;
mod nodes;
mod types;

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Imported, log::Log};
use document::document;
use nodes::{Nodes, Resource};

/// Makes a document for each API version of each provider in the file, which is one for Azure's own files.
pub(super) fn import(file: &str, nodes: &[Value], log: &mut Log, sink: &mut dyn FnMut(Imported)) {
    if nodes.first().is_some_and(|first| first.get("swagger").is_some()) {
        log.skip(file, "", "it is imported already: it is used as it is");
        return;
    }
    let nodes = Nodes { file, nodes };
    let mut documents: BTreeMap<(String, String), Vec<Resource>> = BTreeMap::new();
    for resource in nodes.resources(log) {
        let key = (resource.namespace.to_ascii_lowercase(), resource.api_version.clone());
        documents.entry(key).or_default().push(resource);
    }
    for ((_, api_version), resources) in documents {
        if let Some(provider) = resources.first().map(|resource| resource.namespace.clone()) {
            let swagger = document(&provider, &api_version, &resources, &nodes, log);
            sink(Imported { provider, api_version, swagger });
        }
    }
}
