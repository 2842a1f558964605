//! Packs the swagger files of `schemas/` into the blob that lazuli carries.

#[path = "../src/catalog/packed/format.rs"]
#[allow(unreachable_pub, reason = "a module of the crate, compiled on its own here")]
mod format;
mod not_compared;
mod pack;
#[path = "../src/catalog/swagger/split.rs"]
#[allow(unreachable_pub, reason = "a module of the crate, compiled on its own here")]
mod split;

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use pack::{File, pack};
use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/catalog/packed");
    println!("cargo::rerun-if-changed=src/catalog/swagger/split.rs");
    let mut files = Vec::new();
    for path in swagger_files(Path::new("schemas"))? {
        files.push(read(&path).map_err(|error| format!("{}: {error}", path.display()))?);
    }
    let blob = PathBuf::from(env::var("OUT_DIR")?).join("catalogue.bin");
    fs::write(blob, pack(&files)?)?;
    Ok(())
}

/// `schemas/<Group>/<api-version>.json`, sorted.
fn swagger_files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for group in fs::read_dir(folder)? {
        let group = group?.path();
        let is_group =
            group.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(char::is_uppercase));
        if group.is_dir() && is_group {
            // Not the folder of the importer, in which packages lie by the thousand.
            println!("cargo::rerun-if-changed={}", group.display());
            for file in fs::read_dir(group)? {
                let file = file?.path();
                if file.extension().is_some_and(|extension| extension == "json") {
                    files.push(file);
                }
            }
        }
    }
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<File, Box<dyn Error>> {
    let cut = split::split(&serde_json::from_str(&fs::read_to_string(path)?)?)?;
    if let Some(problem) = cut.problems.first() {
        return Err(format!("{}: {}", problem.pointer, problem.message).into());
    }
    let group = path.parent().and_then(Path::file_name).and_then(|name| name.to_str()).unwrap_or_default();
    if let Some((_, other, _)) = cut.resources.iter().find(|(found, ..)| found != group) {
        return Err(format!("{other} belongs in another folder").into());
    }
    let mut resources = BTreeMap::new();
    for (_, resource_type, mut slice) in cut.resources {
        not_compared::keep_what_can_be_set(&mut slice, &cut.definitions);
        resources.insert(resource_type, needed(slice));
    }
    let definitions = cut.definitions.into_iter().map(|(name, definition)| (name, needed(definition)));
    Ok(File { group: group.to_owned(), api_version: cut.api_version, resources, definitions: definitions.collect() })
}

/// The value without the names of enumerations, which nothing reads: values that differ in nothing else are then
/// stored once.
fn needed(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(needed).collect(),
        Value::Object(members) => {
            let needed_member = |(key, mut value): (String, Value)| {
                if key == "x-ms-enum"
                    && let Some(facts) = value.as_object_mut()
                {
                    facts.remove("name");
                }
                (key, needed(value))
            };
            Value::Object(members.into_iter().map(needed_member).collect())
        }
        other => other,
    }
}
