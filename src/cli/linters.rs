use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    Output, Problem,
    output::note,
    place::{canonical, seen_from_here, whole},
    problem::shown,
};
use crate::config::Config;
use crate::text::quote;
use crate::workspace::{self, ConfigProblem, Configured, Disk, ReadConfigFile};

/// The linters that files are checked with: one for each `lazuli.toml` above them, and one for those without any.
#[derive(Default)]
pub(super) struct Linters {
    /// The nearest config above each folder that was asked for.
    of_folders: HashMap<PathBuf, Option<PathBuf>>,
    /// `None` for a config that cannot be used.
    configured: HashMap<Option<PathBuf>, Option<Arc<Configured>>>,
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
            match (Configured::new(config), &config_file) {
                (Ok(configured), _) => Some(Arc::new(configured)),
                (Err(problem), file) => {
                    output.problem(&problem_in(file.as_deref().unwrap_or(Path::new("")), problem));
                    None
                }
            }
        };
        self.configured.entry(config_file.clone()).or_insert_with(make).clone()
    }
}

/// Whether the config leaves a file alone, whatever it was called by.
pub(super) fn leaves_alone(configured: &Configured, file: &Path) -> bool {
    configured.has_exceptions() && canonical(file).is_ok_and(|file| configured.leaves_alone(&file))
}

/// What the `lazuli.toml` nearest to the present folder says; all that is built in, where there is none.
pub(super) fn config_here(output: &mut Output) -> Option<Config> {
    read_config(config_above(Path::new("")).as_deref(), output)
}

/// The nearest `lazuli.toml` in the folder or above it.
pub(super) fn config_above(folder: &Path) -> Option<PathBuf> {
    workspace::config_above(&whole(folder)?, &Disk).map(|found| seen_from_here(&found))
}

fn read_config(file: Option<&Path>, output: &mut Output) -> Option<Config> {
    let Some(file) = file else { return Some(Config::default()) };
    let folder = file.parent().unwrap_or(Path::new(""));
    let root = canonical(&Path::new(".").join(folder)).unwrap_or_default();
    match workspace::configure(file, root, &Disk) {
        Ok(ReadConfigFile { config, schema_problems }) => {
            for (path, problem) in schema_problems {
                let path = shown(&path);
                note(&format!("{path}: left out what stands at {}: {}", quote(&problem.pointer), problem.message));
            }
            Some(config)
        }
        Err(problems) => {
            for problem in problems {
                output.problem(&problem_in(file, problem));
            }
            None
        }
    }
}

fn problem_in(file: &Path, problem: ConfigProblem) -> Problem {
    let path = file.to_owned();
    match problem {
        ConfigProblem::Unreadable(error) => Problem::Unreadable { path, error },
        ConfigProblem::Invalid { start, error, .. } => Problem::InvalidConfig { path, position: start, error },
        ConfigProblem::InvalidPattern(reason) => Problem::InvalidPattern { path, reason },
    }
}
