use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::{
    Output, Problem,
    output::note,
    place::{canonical, seen_from_here, whole},
    problem::{reason, shown},
};
use crate::config::{Config, FILE_NAME, ReadConfig};
use crate::linter::Linter;
use crate::text::{LineIndex, quote};

/// The linters that files are checked with: one for each `lazuli.toml` above them, and one for those without any.
#[derive(Default)]
pub(super) struct Linters {
    /// The nearest config above each folder that was asked for.
    of_folders: HashMap<PathBuf, Option<PathBuf>>,
    /// `None` for a config that cannot be used.
    configured: HashMap<Option<PathBuf>, Option<Arc<Configured>>>,
}

/// A linter that goes by a config, and what the config leaves alone.
pub(super) struct Configured {
    pub(super) linter: Linter,
    exclude: Gitignore,
}

impl Linters {
    /// The linter for a file; `None` if its config cannot be used, which is said once.
    pub(super) fn of(&mut self, file: &Path, output: &mut Output) -> Option<Arc<Configured>> {
        let folder = file.parent().unwrap_or(Path::new(""));
        let config_file = match self.of_folders.get(folder) {
            Some(known) => known.clone(),
            None => {
                let found = config_above(folder);
                self.of_folders.insert(folder.to_owned(), found.clone());
                found
            }
        };
        let make = || {
            let config = read_config(config_file.as_deref(), output)?;
            let exclude = excluded(config_file.as_deref(), &config, output)?;
            Some(Arc::new(Configured { linter: Linter::new(config), exclude }))
        };
        self.configured.entry(config_file.clone()).or_insert_with(make).clone()
    }
}

impl Configured {
    /// Whether the config leaves a file alone.
    pub(super) fn leaves_alone(&self, file: &Path) -> bool {
        // The patterns count from where the config stands, whatever the file was called by.
        !self.exclude.is_empty()
            && canonical(file).is_ok_and(|file| {
                file.starts_with(self.exclude.path())
                    && self.exclude.matched_path_or_any_parents(&file, false).is_ignore()
            })
    }
}

/// What the `lazuli.toml` nearest to the present folder says; all that is built in, where there is none.
pub(super) fn config_here(output: &mut Output) -> Option<Config> {
    read_config(config_above(Path::new("")).as_deref(), output)
}

/// The nearest `lazuli.toml` in the folder or above it.
pub(super) fn config_above(folder: &Path) -> Option<PathBuf> {
    let folder = whole(folder)?;
    let found = folder.ancestors().map(|folder| folder.join(FILE_NAME)).find(|file| file.is_file())?;
    Some(seen_from_here(&found))
}

/// The files that a config leaves alone.
fn excluded(file: Option<&Path>, config: &Config, output: &mut Output) -> Option<Gitignore> {
    let Some(file) = file.filter(|_| !config.exclude.is_empty()) else { return Some(Gitignore::empty()) };
    let folder = Path::new(".").join(file.parent().unwrap_or(Path::new("")));
    let mut patterns = GitignoreBuilder::new(canonical(&folder).unwrap_or(folder));
    let added = config.exclude.iter().try_for_each(|pattern| patterns.add_line(None, pattern).map(|_| ()));
    match added.and_then(|()| patterns.build()) {
        Ok(patterns) => Some(patterns),
        Err(error) => {
            output.problem(&Problem::InvalidPattern { path: file.to_owned(), reason: error.to_string() });
            None
        }
    }
}

fn read_config(file: Option<&Path>, output: &mut Output) -> Option<Config> {
    let Some(file) = file else { return Some(Config::default()) };
    let text = match read_text(file) {
        Ok(text) => text,
        Err(error) => {
            output.problem(&Problem::Unreadable { path: file.to_owned(), error });
            return None;
        }
    };
    let folder = file.parent().unwrap_or(Path::new(""));
    let read_schema = |name: &str| read_text(&folder.join(name)).map_err(|error| reason(&error));
    match Config::from_toml(&text, read_schema) {
        Ok(ReadConfig { config, schema_problems }) => {
            for (name, problem) in schema_problems {
                let path = shown(&folder.join(name));
                note(&format!("{path}: left out what stands at {}: {}", quote(&problem.pointer), problem.message));
            }
            let root = canonical(&Path::new(".").join(folder)).unwrap_or_default();
            Some(Config { root, ..config })
        }
        Err(errors) => {
            let lines = LineIndex::new(&text);
            for error in errors {
                let position = lines.position(error.span.start);
                output.problem(&Problem::InvalidConfig { path: file.to_owned(), position, error });
            }
            None
        }
    }
}

pub(super) fn read_text(file: &Path) -> io::Result<String> {
    // What is no file, such as a pipe, may never end.
    if !fs::metadata(file)?.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    fs::read_to_string(file)
}
