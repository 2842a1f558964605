//! Which folder is that of a project: the nearest with one of the files that mark one.

use std::{
    collections::HashMap,
    ffi::OsStr,
    path::{Path, PathBuf},
};

use super::{Extent, FileSystem};
use crate::config::FILE_NAME;

/// The files that make their folder that of a project.
const MARKERS: [&str; 3] = ["iac.js", "package.json", FILE_NAME];

/// The folders in a project whose files lie over it instead of being part of it.
const OVERLAYS: [&str; 5] = ["test", "tests", "__tests__", "artifacts", "node_modules"];

/// Those of them that hold what programs wrote.
const PASSED_OVER: [&str; 2] = ["artifacts", "node_modules"];

/// So many files of a project are looked at; that of a larger one is given the benefit of the doubt.
pub(crate) const MOST_FILES: usize = 20_000;

/// Finds the folders of projects, each folder asked about once.
#[derive(Debug, Default)]
pub(crate) struct Roots {
    known: HashMap<PathBuf, Option<PathBuf>>,
}

impl Roots {
    /// The nearest folder, this one or one above it, that is that of a project; not above the folder of a repository.
    /// What has no whole path, as a file that was never saved, is in no project.
    pub(crate) fn of(&mut self, folder: &Path, files: &dyn FileSystem) -> Option<PathBuf> {
        if folder.as_os_str().is_empty() {
            return None;
        }
        if let Some(known) = self.known.get(folder) {
            return known.clone();
        }
        let root = if is_marked(folder, files) {
            Some(folder.to_owned())
        } else if files.exists(&folder.join(".git")) {
            None
        } else {
            folder.parent().and_then(|parent| self.of(parent, files))
        };
        self.known.insert(folder.to_owned(), root.clone());
        root
    }
}

/// Whether a folder, or one between it and that of the project, holds what lies over the project.
pub(crate) fn is_overlay(folder: &Path, root: Option<&Path>) -> bool {
    let inside = root.map_or_else(|| folder.file_name().map(Path::new), |root| folder.strip_prefix(root).ok());
    inside.into_iter().flat_map(Path::components).any(|part| lies_over(part.as_os_str()))
}

/// Whether a walk goes into a folder below the one where it began.
pub(crate) fn enters(folder: &Path, extent: Extent, files: &dyn FileSystem) -> bool {
    match extent {
        Extent::Project => !folder.file_name().is_some_and(lies_over) && !is_marked(folder, files),
        Extent::All => !is_written_by_programs(folder),
    }
}

/// Whether a folder holds what programs wrote, which is checked only when it is named.
pub(crate) fn is_written_by_programs(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| PASSED_OVER.iter().any(|passed_over| name == *passed_over))
}

/// Whether a file of that name makes its folder that of a project.
pub(crate) fn marks_a_project(file: &Path) -> bool {
    file.file_name().is_some_and(|name| MARKERS.iter().any(|marker| name == *marker))
}

fn is_marked(folder: &Path, files: &dyn FileSystem) -> bool {
    MARKERS.iter().any(|marker| files.is_file(&folder.join(marker)))
}

fn lies_over(folder_name: &OsStr) -> bool {
    OVERLAYS.iter().any(|overlay| folder_name == *overlay)
}
