use std::{
    borrow::Cow,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use crate::catalog::import::{LARGEST_SCHEMA_FILE, SchemaFiles};
use crate::cli::{Problem, place::canonical};
use crate::workspace::reason;

/// A checkout on disk. Nothing outside it is read, whatever links there are.
#[derive(Debug)]
pub(super) struct Folder {
    /// The folder that all paths begin in, without links.
    root: PathBuf,
    /// The files to import.
    paths: Vec<String>,
    /// Whether these are all that may be read.
    closed: bool,
}

impl Folder {
    /// The files at `path`, which may refer to others in `checkout`.
    pub(super) fn open(path: &Path, checkout: Option<&Path>) -> Result<Self, Problem> {
        let found = found_at(path)?;
        let is_folder = found.is_dir();
        let own = if is_folder { found.as_path() } else { found.parent().unwrap_or(&found) };
        let root = match checkout {
            Some(checkout) => found_at(checkout)?,
            None => own.to_owned(),
        };
        if !found.starts_with(&root) {
            return Err(Problem::NotInCheckout { path: path.to_owned(), checkout: root });
        }
        let mut folder = Self { root, paths: Vec::new(), closed: !is_folder && checkout.is_none() };
        if is_folder {
            folder.collect(found).map_err(|error| Problem::Unreadable { path: path.to_owned(), error })?;
        } else {
            folder.paths.extend(folder.relative(&found));
        }
        Ok(folder)
    }

    fn collect(&mut self, folder: PathBuf) -> io::Result<()> {
        let mut pending = vec![folder];
        while let Some(folder) = pending.pop() {
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                let path = entry.path();
                let kind = entry.file_type()?;
                let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
                if kind.is_dir() && !is_hidden {
                    pending.push(path);
                } else if kind.is_file() && path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
                    self.paths.extend(self.relative(&path));
                }
            }
        }
        Ok(())
    }

    /// The path from the root on, with forward slashes; `None` for one that is no text.
    fn relative(&self, path: &Path) -> Option<String> {
        let segments: Option<Vec<&str>> =
            path.strip_prefix(&self.root).ok()?.components().map(|component| component.as_os_str().to_str()).collect();
        Some(segments?.join("/"))
    }
}

impl SchemaFiles for Folder {
    fn paths(&self) -> Vec<String> {
        self.paths.clone()
    }

    fn read(&self, path: &str) -> Result<Cow<'_, [u8]>, String> {
        if self.closed && !self.paths.iter().any(|own| own == path) {
            return Err("that file is not imported".to_owned());
        }
        let content = self.bytes(path).map_err(|error| reason(&error))?;
        Ok(Cow::Owned(content))
    }
}

impl Folder {
    fn bytes(&self, path: &str) -> io::Result<Vec<u8>> {
        let path = canonical(&self.root.join(path))?;
        if !path.starts_with(&self.root) {
            return Err(io::Error::other("a link leads out of the checkout"));
        }
        if !path.is_file() {
            return Err(io::Error::other("it is no file"));
        }
        // One byte more than is taken tells that there is more.
        let most = u64::try_from(LARGEST_SCHEMA_FILE).unwrap_or(u64::MAX).saturating_add(1);
        let mut content = Vec::new();
        File::open(path)?.take(most).read_to_end(&mut content)?;
        Ok(content)
    }
}

fn found_at(path: &Path) -> Result<PathBuf, Problem> {
    canonical(path).map_err(|error| Problem::Unreadable { path: path.to_owned(), error })
}
