//! Under which licences the crates stand that a module is compiled from: who ships the one ships their notices.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::Path,
    process::Command,
};

use serde_json::Value;

use crate::tools;

/// What the files that hold a licence are called, in small letters.
const FILES: [&str; 5] = ["license", "licence", "copying", "notice", "unlicense"];

/// Of several licences to choose from, these are not what is chosen where there is MIT.
const BESIDE_MIT: [&str; 3] = ["apache", "copying", "unlicense"];

/// The crates that packages are compiled from, each for its target: a line each, then the texts of their licences.
pub(crate) fn of_crates(packages: &[(&str, &str)]) -> Result<String, String> {
    let folders = folders()?;
    let mut crates = BTreeSet::new();
    for (package, target) in packages {
        crates.append(&mut compiled(package, target)?);
    }
    let mut texts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for Crate { name, .. } in &crates {
        let folder = folders.get(name).ok_or_else(|| format!("cargo says no folder of {name}"))?;
        for text in texts_in(Path::new(folder))? {
            texts.entry(text).or_default().push(name);
        }
    }
    let lines = crates.iter().map(|Crate { name, licence, repository }| format!("{name}  {licence}  {repository}\n"));
    let texts = texts.iter().map(|(text, names)| format!("\n\n{}\n\n{text}\n", names.join(", ")));
    Ok(lines.chain(texts).collect())
}

/// A crate that is compiled in.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Crate {
    /// Its name and its version.
    name: String,
    licence: String,
    repository: String,
}

/// The crates that a package is compiled from, without those that only make code, and without the project's own.
fn compiled(package: &str, target: &str) -> Result<BTreeSet<Crate>, String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["tree", "--package", package, "--target", target, "--edges", "normal,no-proc-macro"]);
    cargo.args(["--prefix", "none", "--no-dedupe", "--format", "{p}|{l}|{r}"]);
    let listed = tools::output(&mut cargo)?;
    let crates = listed.lines().filter_map(|line| {
        let mut parts = line.split('|').map(str::to_owned);
        let (package, licence, repository) = (parts.next()?, parts.next()?, parts.next()?);
        let is_ours = package.ends_with(')');
        let name = package.replacen(" v", " ", 1);
        (!is_ours && !name.is_empty()).then_some(Crate { name, licence, repository })
    });
    Ok(crates.collect())
}

/// Where the sources of crates are, by name and version.
fn folders() -> Result<BTreeMap<String, String>, String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--format-version", "1"]);
    let metadata = tools::output(&mut cargo)?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|error| format!("cargo metadata: {error}"))?;
    let folder = |package: &Value| {
        let manifest = Path::new(package["manifest_path"].as_str()?);
        let name = format!("{} {}", package["name"].as_str()?, package["version"].as_str()?);
        Some((name, manifest.parent()?.to_str()?.to_owned()))
    };
    Ok(metadata["packages"].as_array().into_iter().flatten().filter_map(folder).collect())
}

/// The texts of the licences in a folder.
fn texts_in(folder: &Path) -> Result<Vec<String>, String> {
    let named = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(named)? {
        let name = entry.map_err(named)?.file_name().to_string_lossy().into_owned();
        let small = name.to_ascii_lowercase();
        if FILES.iter().any(|file| small.starts_with(file)) && !small.contains("gpl") {
            names.push(name);
        }
    }
    let contains = |name: &String, part: &str| name.to_ascii_lowercase().contains(part);
    if names.iter().any(|name| contains(name, "mit")) {
        names.retain(|name| !BESIDE_MIT.iter().any(|other| contains(name, other)));
    }
    names.sort();
    let texts = names.iter().map(|name| Ok(fs::read_to_string(folder.join(name))?.trim().to_owned()));
    texts.collect::<Result<_, _>>().map_err(named)
}
