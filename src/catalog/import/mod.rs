//! Makes swagger files that the catalogue takes of what Azure publishes: a checkout of azure-rest-api-specs, a
//! checkout of bicep-types-az, any part of either, or one swagger file.
//!
//! Files come from a [`SchemaFiles`], documents go to the caller one by one: nothing here touches a disk, and
//! no more than one folder's files are in memory at once.

mod bicep;
mod files;
mod json;
mod log;
mod name;
mod patterns;
mod resource_type;
mod sources;
mod swagger;

pub use files::{FilesInMemory, LARGEST_SCHEMA_FILE, SchemaFiles};
pub use log::Skipped;

use serde_json::Value;

use log::Log;
use swagger::Folder;

/// The resource types of one provider at one API version, as one swagger file that refers to no other.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The namespace of the provider (`Microsoft.Storage`).
    pub provider: String,
    /// The API version (`2021-08-01`).
    pub api_version: String,
    /// The swagger file, which [`Catalog::add_swagger`](super::Catalog::add_swagger) takes.
    pub swagger: Value,
}

/// What an import came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportSummary {
    /// How many resource types there are.
    pub types: usize,
    /// How many there are if each version of a type counts.
    pub versions: usize,
    /// How many files they come from.
    pub files: usize,
    /// How many resource types only the service creates: there is nothing to check of them.
    pub read_only: usize,
    /// What could not be used, and why.
    pub skipped: Vec<Skipped>,
}

/// Imports `files`.
///
/// ```
/// use lazuli::catalog::Catalog;
/// use lazuli::catalog::import::{FilesInMemory, import};
///
/// let types = r##"[
///   { "$type": "StringType" },
///   { "$type": "ObjectType", "name": "Thing", "properties": { "kind": { "type": { "$ref": "#/0" }, "flags": 1 } } },
///   { "$type": "ResourceType", "name": "Microsoft.Test/things@2020-01-01", "body": { "$ref": "#/1" }, "writableScopes": 8 }
/// ]"##;
/// let files: FilesInMemory = [("types.json", types)].into_iter().collect();
///
/// let mut catalog = Catalog::empty();
/// let summary = import(&files, &mut |_, _, _| {}, &mut |imported| {
///     catalog.add_swagger(&imported.swagger.to_string()).expect("it is swagger");
/// });
/// assert_eq!((summary.types, summary.skipped.len()), (1, 0));
/// assert_eq!(catalog.versions("Test", "things"), ["2020-01-01"]);
/// ```
///
/// `progress` is told before each file is read how many are done, of how many, and which is
/// next; `sink` is given what was made, piece by piece.
///
/// It never fails: what cannot be used is in the summary, and the rest is imported.
pub fn import(
    files: &dyn SchemaFiles,
    progress: &mut dyn FnMut(usize, usize, &str),
    sink: &mut dyn FnMut(Imported),
) -> ImportSummary {
    let folders = sources::by_folder(files.paths());
    let of = folders.values().map(Vec::len).sum();
    let is_alone = of == 1;
    let mut log = Log::default();
    let mut done = 0;
    for paths in folders.into_values() {
        let mut folder = Folder::new(files);
        for path in paths {
            progress(done, of, &path);
            done += 1;
            match files::read_json(files, &path) {
                Err(message) => log.skip(&path, "", message),
                Ok(Value::Array(nodes)) => bicep::import(&path, &nodes, &mut log, sink),
                Ok(file) if file.get("swagger").is_some() => folder.add(path, file, &mut log),
                Ok(file) if is_alone || file.get("openapi").is_some() => {
                    log.skip(&path, "", "it is no swagger file: it has no `\"swagger\": \"2.0\"`");
                }
                Ok(_) => {}
            }
        }
        folder.import(&mut log, sink);
    }
    log.into_summary()
}
