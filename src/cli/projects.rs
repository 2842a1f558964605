//! Which files belong together: those below the nearest folder with one of the files that mark a project.

use std::{
    collections::{HashMap, HashSet},
    ffi::OsStr,
    path::{Path, PathBuf},
    sync::Arc,
};

use ignore::WalkBuilder;

use super::{
    Output,
    files::Found,
    linters::{Configured, Linters},
    place::{canonical, seen_from_here, whole},
};
use crate::config::FILE_NAME;
use crate::read::Format;

/// The files that make their folder that of a project.
const MARKERS: [&str; 3] = ["iac.js", "package.json", FILE_NAME];

/// The folders in a project whose files lie over it instead of being part of it.
const OVERLAYS: [&str; 5] = ["test", "tests", "__tests__", "artifacts", "node_modules"];

/// A file among those that were found, with its place among them.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) found: Found,
    pub(super) order: usize,
    pub(super) is_overlay: bool,
}

/// Files that belong together, of which somebody wants to know what is wrong.
pub(super) struct Together {
    pub(super) configured: Arc<Configured>,
    /// The folder of the project; `None` for a file that is in none.
    root: Option<PathBuf>,
    /// Whether all files of the project are among those that were asked about.
    is_whole: bool,
    /// Whether some of its files are left alone.
    has_excluded: bool,
    pub(super) asked: Vec<Asked>,
}

/// The other files of a project.
#[derive(Debug, Default)]
pub(super) struct Beside {
    pub(super) paths: Vec<PathBuf>,
    /// Whether there are more than were looked for.
    pub(super) is_cut: bool,
}

/// Finds the folders of projects, each folder asked about once.
#[derive(Debug, Default)]
pub(super) struct Roots {
    known: HashMap<PathBuf, Option<PathBuf>>,
}

impl Roots {
    /// The nearest folder, this one or one above it, that is that of a project; not above the folder of a repository.
    fn of(&mut self, folder: &Path) -> Option<PathBuf> {
        if let Some(known) = self.known.get(folder) {
            return known.clone();
        }
        let root = if is_marked(folder) {
            Some(folder.to_owned())
        } else if folder.join(".git").exists() {
            None
        } else {
            folder.parent().and_then(|parent| self.of(parent))
        };
        self.known.insert(folder.to_owned(), root.clone());
        root
    }
}

/// The folder of the project that files of a folder belong to, as it is seen from here.
pub(super) fn root_of(folder: &Path) -> Option<PathBuf> {
    let root = Roots::default().of(&whole(folder)?)?;
    let seen = seen_from_here(&root);
    Some(if seen.as_os_str().is_empty() { PathBuf::from(".") } else { seen })
}

/// Puts the files together that belong together, in the order of the first of each.
pub(super) fn together(
    found: Vec<Found>,
    asked: &[PathBuf],
    linters: &mut Linters,
    output: &mut Output,
) -> Vec<Together> {
    let walked: Vec<PathBuf> =
        asked.iter().filter(|path| path.is_dir()).filter_map(|path| canonical(path).ok()).collect();
    let mut roots = Roots::default();
    let mut folders: HashMap<PathBuf, Option<PathBuf>> = HashMap::new();
    let mut numbers: HashMap<PathBuf, usize> = HashMap::new();
    let mut with_excluded: HashSet<PathBuf> = HashSet::new();
    let mut projects: Vec<Together> = Vec::new();
    for (order, found) in found.into_iter().enumerate() {
        let Some(configured) = linters.of(&found.path, output) else { continue };
        let is_excluded = !found.named && configured.leaves_alone(&found.path);
        let folder = found.path.parent().unwrap_or(Path::new(""));
        let folder = folders.entry(folder.to_owned()).or_insert_with(|| whole(folder)).clone();
        let root = folder.as_deref().and_then(|folder| roots.of(folder));
        if is_excluded {
            with_excluded.extend(root);
            continue;
        }
        let is_overlay = folder.as_deref().is_some_and(|folder| is_overlay(folder, root.as_deref()));
        let asked = Asked { found, order, is_overlay };
        match root.as_ref().and_then(|root| numbers.get(root)) {
            Some(number) => projects[*number].asked.push(asked),
            None => {
                if let Some(root) = &root {
                    numbers.insert(root.clone(), projects.len());
                }
                let is_whole = root.as_ref().is_none_or(|root| walked.iter().any(|walked| root.starts_with(walked)));
                projects.push(Together { configured, root, is_whole, has_excluded: false, asked: vec![asked] });
            }
        }
    }
    for project in &mut projects {
        project.has_excluded = project.root.as_ref().is_some_and(|root| with_excluded.contains(root));
    }
    projects
}

/// Whether a folder, or one between it and that of the project, holds what lies over the project.
fn is_overlay(folder: &Path, root: Option<&Path>) -> bool {
    let inside = root.map_or_else(|| folder.file_name().map(Path::new), |root| folder.strip_prefix(root).ok());
    inside.into_iter().flat_map(Path::components).any(|part| lies_over(part.as_os_str()))
}

/// So many files and folders of a project are looked at; that of a larger one is given the benefit of the doubt.
const MOST_ENTRIES: usize = 20_000;

impl Together {
    /// The files of the project that nobody asked about, sorted.
    pub(super) fn beside(&self) -> Beside {
        let mut beside = Beside { is_cut: self.has_excluded, ..Beside::default() };
        let (Some(root), false) = (&self.root, self.is_whole) else { return beside };
        let asked: HashSet<PathBuf> = self.asked.iter().filter_map(|asked| canonical(&asked.found.path).ok()).collect();
        let top = root.clone();
        let walk = WalkBuilder::new(root)
            .require_git(false)
            .sort_by_file_name(Ord::cmp)
            .filter_entry(move |entry| {
                let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
                !is_folder || entry.path() == top || is_of_the_project(entry.path())
            })
            .build();
        for (number, entry) in walk.flatten().enumerate() {
            if number >= MOST_ENTRIES {
                beside.is_cut = true;
                break;
            }
            let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
            if is_file && Format::of(entry.path()).is_some() && !asked.contains(entry.path()) {
                if self.configured.leaves_alone(entry.path()) {
                    beside.is_cut = true;
                } else {
                    beside.paths.push(seen_from_here(entry.path()));
                }
            }
        }
        beside
    }
}

/// Whether a folder below that of a project is part of it: no overlay, and no project of its own.
fn is_of_the_project(folder: &Path) -> bool {
    !folder.file_name().is_some_and(lies_over) && !is_marked(folder)
}

fn is_marked(folder: &Path) -> bool {
    MARKERS.iter().any(|marker| folder.join(marker).is_file())
}

fn lies_over(folder_name: &OsStr) -> bool {
    OVERLAYS.iter().any(|overlay| folder_name == *overlay)
}
