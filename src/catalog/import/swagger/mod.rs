//! Imports a folder of swagger files, such as azure-rest-api-specs has one for each API version of a provider.

mod body;
mod check;
mod document;
mod file_set;
mod linker;
mod members;
mod operation;
mod reference;

use std::collections::{BTreeMap, btree_map::Entry};

use serde_json::Value;

use super::{Imported, files::SchemaFiles, log::Log};
use document::document;
use file_set::FileSet;
use operation::{Operation, operations};

/// How many providers a folder may have for one version: Azure's have one or two.
const MOST_PROVIDERS: usize = 100;

/// The swagger files of one folder.
pub(super) struct Folder<'f> {
    files: FileSet<'f>,
    /// The files by the API version that they describe.
    versions: BTreeMap<String, Vec<String>>,
}

impl<'f> Folder<'f> {
    pub(super) fn new(files: &'f dyn SchemaFiles) -> Self {
        Self { files: FileSet::new(files), versions: BTreeMap::new() }
    }

    /// Adds a file of the folder.
    pub(super) fn add(&mut self, path: String, file: Value, log: &mut Log) {
        if file.get("swagger").and_then(Value::as_str) != Some("2.0") {
            log.skip(&path, "/swagger", "only swagger 2.0 is read");
            return;
        }
        if let Some(version) = file.pointer("/info/version").and_then(Value::as_str) {
            self.versions.entry(version.to_owned()).or_default().push(path.clone());
        } else {
            log.skip(&path, "/info", "it does not say its API version: `info.version` is missing");
        }
        self.files.add(path, file);
    }

    /// Makes a document for each API version of each provider.
    pub(super) fn import(mut self, log: &mut Log, sink: &mut dyn FnMut(Imported)) {
        for (version, paths) in std::mem::take(&mut self.versions) {
            let mut providers: BTreeMap<String, Vec<Operation>> = BTreeMap::new();
            let mut first_files: BTreeMap<String, String> = BTreeMap::new();
            for path in paths {
                for operation in operations(&path, &mut self.files, log) {
                    // One request that two files describe; requests that create the same type in other
                    // places have other paths.
                    match first_files.entry(operation.target.shape()) {
                        Entry::Vacant(free) => {
                            free.insert(path.clone());
                        }
                        Entry::Occupied(first) => {
                            let message = already_defined(&operation, &version, first.get());
                            log.skip(&path, &operation.pointer, message);
                            continue;
                        }
                    }
                    providers.entry(operation.target.namespace.to_ascii_lowercase()).or_default().push(operation);
                }
            }
            for operations in providers.into_values().take(MOST_PROVIDERS) {
                let operations = not_defined_elsewhere(operations, &version, log);
                if let Some(first) = operations.first() {
                    let provider = first.target.namespace.clone();
                    let swagger = document(&provider, &version, operations, &mut self.files, log);
                    sink(Imported { provider, api_version: version.clone(), swagger });
                }
            }
        }
    }
}

/// The operations whose resource types no file of another folder defines.
fn not_defined_elsewhere(operations: Vec<Operation>, version: &str, log: &mut Log) -> Vec<Operation> {
    let mut by_type: BTreeMap<String, Vec<Operation>> = BTreeMap::new();
    for operation in operations {
        by_type.entry(operation.target.full_name().to_ascii_lowercase()).or_default().push(operation);
    }
    let mut kept = Vec::new();
    for (resource_type, operations) in by_type {
        let file = operations.first().map(|operation| operation.file.clone()).unwrap_or_default();
        let taken = log.define(&resource_type, version, &file).err().map(str::to_owned);
        let Some(first) = taken else {
            kept.extend(operations);
            continue;
        };
        for operation in operations {
            log.skip(&operation.file, &operation.pointer, already_defined(&operation, version, &first));
        }
    }
    kept
}

fn already_defined(operation: &Operation, version: &str, first: &str) -> String {
    format!("`{}` at {version} is defined in `{first}` already, which counts", operation.target.full_name())
}
