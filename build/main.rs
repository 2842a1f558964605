//! Packs the swagger files of `schemas/` into the blob that lazuli carries.

#[path = "../src/catalog/packed/format.rs"]
#[allow(unreachable_pub, reason = "a module of the crate, compiled on its own here")]
mod format;
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

use format::{COUNT, DEFINITION, ENTRY, RESOURCE, key};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=schemas");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/catalog");
    let mut slices = BTreeMap::new();
    for path in swagger_files(Path::new("schemas"))? {
        collect(&path, &mut slices).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let blob = PathBuf::from(env::var("OUT_DIR")?).join("catalogue.bin");
    fs::write(blob, pack(&slices)?)?;
    Ok(())
}

/// `schemas/<Group>/<api-version>.json`, sorted.
fn swagger_files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for group in fs::read_dir(folder)? {
        let group = group?.path();
        if group.is_dir() {
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

fn collect(path: &Path, slices: &mut BTreeMap<String, String>) -> Result<(), Box<dyn Error>> {
    let file = serde_json::from_str(&fs::read_to_string(path)?)?;
    let cut = split::split(&file)?;
    if let Some(problem) = cut.problems.first() {
        return Err(format!("{}: {}", problem.pointer, problem.message).into());
    }
    let group = path.parent().and_then(Path::file_name).and_then(|name| name.to_str()).unwrap_or_default();
    for (resource_group, resource_type, slice) in &cut.resources {
        if resource_group != group {
            return Err(format!("{resource_group}::{resource_type} belongs in another folder").into());
        }
        slices.insert(key(&[RESOURCE, group, resource_type, &cut.api_version]), slice.to_string());
    }
    for (name, definition) in &cut.definitions {
        slices.insert(key(&[DEFINITION, group, &cut.api_version, name]), definition.to_string());
    }
    Ok(())
}

fn pack(slices: &BTreeMap<String, String>) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut index = Vec::new();
    let mut data: Vec<u8> = Vec::new();
    let start = COUNT + slices.len() * ENTRY;
    index.extend(u32::try_from(slices.len())?.to_le_bytes());
    for (key, slice) in slices {
        for part in [key, slice] {
            index.extend(u32::try_from(start + data.len())?.to_le_bytes());
            index.extend(u32::try_from(part.len())?.to_le_bytes());
            data.extend(part.as_bytes());
        }
    }
    index.extend(data);
    Ok(index)
}
