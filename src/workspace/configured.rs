use std::{
    io,
    path::{Path, PathBuf},
};

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use thiserror::Error;

use super::FileSystem;
use crate::catalog::{SwaggerProblem, import::LARGEST_SCHEMA_FILE};
use crate::config::{Config, ConfigError, FILE_NAME, ReadConfig};
use crate::linter::Linter;
use crate::text::{LineIndex, Position};

/// A linter that goes by a config, and what the config leaves alone.
pub(crate) struct Configured {
    pub(crate) linter: Linter,
    exclude: Gitignore,
}

/// A `lazuli.toml` that can be used.
pub(crate) struct ReadConfigFile {
    pub(crate) config: Config,
    /// What in the schema files could not be used, and in which.
    pub(crate) schema_problems: Vec<(PathBuf, SwaggerProblem)>,
}

/// Why a `lazuli.toml` cannot be used.
#[derive(Debug, Error)]
pub(crate) enum ConfigProblem {
    /// Nobody can read it.
    #[error("{0}")]
    Unreadable(io::Error),
    /// Something in it cannot be meant.
    #[error("{error}")]
    Invalid { start: Position, end: Position, error: ConfigError },
    /// A pattern of files is none.
    #[error("`exclude`: {0}")]
    InvalidPattern(String),
}

impl Configured {
    /// A linter that goes by a config which stands in `root`.
    pub(crate) fn new(config: Config) -> Result<Self, ConfigProblem> {
        let exclude = excluded(&config).map_err(|error| ConfigProblem::InvalidPattern(error.to_string()))?;
        Ok(Self { linter: Linter::new(config), exclude })
    }

    /// Whether the config leaves any files alone.
    pub(crate) fn has_exceptions(&self) -> bool {
        !self.exclude.is_empty()
    }

    /// Whether the config leaves the file with this whole path alone. The patterns count from where the config stands.
    pub(crate) fn leaves_alone(&self, file: &Path) -> bool {
        self.has_exceptions()
            && file.starts_with(self.exclude.path())
            && self.exclude.matched_path_or_any_parents(file, false).is_ignore()
    }
}

/// The nearest `lazuli.toml` in a folder, whose whole path is given, or above it.
pub(crate) fn config_above(folder: &Path, files: &dyn FileSystem) -> Option<PathBuf> {
    let is_whole = |folder: &&Path| !folder.as_os_str().is_empty();
    folder.ancestors().filter(is_whole).map(|folder| folder.join(FILE_NAME)).find(|file| files.is_file(file))
}

/// Reads a `lazuli.toml`; `root` is the whole path of the folder that it stands in.
pub(crate) fn configure(
    file: &Path,
    root: PathBuf,
    files: &dyn FileSystem,
) -> Result<ReadConfigFile, Vec<ConfigProblem>> {
    let text = read_text(file, files).map_err(|error| vec![ConfigProblem::Unreadable(error)])?;
    let folder = file.parent().unwrap_or(Path::new(""));
    let read_schema = |name: &str| read_text(&folder.join(name), files).map_err(|error| reason(&error));
    match Config::from_toml(&text, read_schema) {
        Ok(ReadConfig { config, schema_problems }) => {
            let schema_problems = schema_problems.into_iter().map(|(name, problem)| (folder.join(name), problem));
            Ok(ReadConfigFile { config: Config { root, ..config }, schema_problems: schema_problems.collect() })
        }
        Err(errors) => {
            let lines = LineIndex::new(&text);
            let problem = |error: ConfigError| {
                let (start, end) = (lines.position(error.span.start), lines.position(error.span.end));
                ConfigProblem::Invalid { start, end, error }
            };
            Err(errors.into_iter().map(problem).collect())
        }
    }
}

/// What the system says, in plain words.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}

/// What is in a file that a config is made of.
pub(crate) fn read_text(file: &Path, files: &dyn FileSystem) -> io::Result<String> {
    let content = files.read(file, LARGEST_SCHEMA_FILE)?;
    if content.len() > LARGEST_SCHEMA_FILE {
        return Err(io::Error::other(format!("it is larger than {} MiB", LARGEST_SCHEMA_FILE / 1024 / 1024)));
    }
    String::from_utf8(content).map_err(|_| io::Error::other("it is not UTF-8"))
}

fn excluded(config: &Config) -> Result<Gitignore, ignore::Error> {
    if config.exclude.is_empty() {
        return Ok(Gitignore::empty());
    }
    let mut patterns = GitignoreBuilder::new(&config.root);
    for pattern in &config.exclude {
        patterns.add_line(None, pattern)?;
    }
    patterns.build()
}
