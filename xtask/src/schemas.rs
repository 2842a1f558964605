use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::tools::{empty, npm_ci, run, target_folder};

/// What is written by hand: the importer has nothing to say of it.
const BY_HAND: &str = "DocumentDB/2022-02-15-preview.json";

/// Writes the swagger files of `schemas/` anew from the pinned packages; with `check_only` nothing is written, and
/// a file that is not what the importer writes is an error.
pub(crate) fn schemas(check_only: bool) -> Result<(), String> {
    let schemas = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas");
    let importer = schemas.join("import");
    println!("==> installing the pinned packages: npm ci");
    npm_ci(&importer)?;
    println!("==> testing the importer: node --test, python3 -m unittest");
    run(Command::new("node").args(["--test", "--test-reporter=dot", "test/"]).current_dir(&importer))?;
    run(Command::new("python3").args(["-m", "unittest", "-q"]).current_dir(importer.join("overlay")))?;

    let work = target_folder().join("schemas");
    let (wheels, written) = (work.join("wheels"), work.join("written"));
    for folder in [&wheels, &written] {
        empty(folder)?;
    }
    println!("==> downloading the pinned wheels: pip download");
    run(Command::new("python3")
        .args(["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"])
        .args(["--requirement", "requirements.txt", "--dest"])
        .arg(&wheels)
        .current_dir(importer.join("overlay")))?;
    println!("==> reading the wheels: overlay.py");
    let overlay = work.join("overlay.json");
    run(Command::new("python3")
        .arg("overlay.py")
        .arg("--wheels")
        .arg(&wheels)
        .arg("--out")
        .arg(&overlay)
        .current_dir(importer.join("overlay")))?;
    println!("==> importing: node src/main.mjs");
    run(Command::new("node")
        .arg("src/main.mjs")
        .arg("--overlay")
        .arg(&overlay)
        .arg("--out")
        .arg(&written)
        .current_dir(&importer))?;

    let (old, new) = (files(&schemas)?, files(&written)?);
    let names = old.keys().chain(new.keys().filter(|name| !old.contains_key(*name)));
    let changed: Vec<&String> = names.filter(|name| *name != BY_HAND && old.get(*name) != new.get(*name)).collect();
    if changed.is_empty() {
        println!("All {} files are what the importer writes.", new.len());
        return Ok(());
    }
    if check_only {
        let names: Vec<&str> = changed.iter().map(|name| name.as_str()).collect();
        return Err(format!("not what the importer writes; run `cargo xtask schemas`:\n{}", names.join("\n")));
    }
    for name in changed {
        let path = schemas.join(name);
        println!("    {name}");
        let done = match new.get(name) {
            Some(content) => path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, content)),
            None => fs::remove_file(&path),
        };
        done.map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

/// The generated files below `folder`, by their paths in it: the page, and the swagger of each group.
fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut found = BTreeMap::new();
    let mut add = |path: PathBuf| -> std::io::Result<()> {
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        found.insert(name, fs::read(&path)?);
        Ok(())
    };
    let read = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(read)? {
        let path = entry.map_err(read)?.path();
        if path.is_file() {
            add(path).map_err(read)?;
        } else if !path.ends_with("import") {
            for file in fs::read_dir(path).map_err(read)? {
                add(file.map_err(read)?.path()).map_err(read)?;
            }
        }
    }
    Ok(found)
}
