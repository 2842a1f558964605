//! Which files belong together: those below the nearest folder with one of the files that mark a project.

use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    Output,
    files::Found,
    linters::{Linters, leaves_alone},
    place::{canonical, seen_from_here, whole},
};
use crate::read::Format;
use crate::workspace::{Configured, Disk, Extent, FileSystem, MOST_FILES, Roots, is_overlay};

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

/// The folder of the project that files of a folder belong to, as it is seen from here.
pub(super) fn root_of(folder: &Path) -> Option<PathBuf> {
    let root = Roots::default().of(&whole(folder)?, &Disk)?;
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
        let is_excluded = !found.named && leaves_alone(&configured, &found.path);
        let folder = found.path.parent().unwrap_or(Path::new(""));
        let folder = folders.entry(folder.to_owned()).or_insert_with(|| whole(folder)).clone();
        let root = folder.as_deref().and_then(|folder| roots.of(folder, &Disk));
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

impl Together {
    /// The files of the project that nobody asked about, sorted.
    pub(super) fn beside(&self) -> Beside {
        let mut beside = Beside { is_cut: self.has_excluded, ..Beside::default() };
        let (Some(root), false) = (&self.root, self.is_whole) else { return beside };
        let asked: HashSet<PathBuf> = self.asked.iter().filter_map(|asked| canonical(&asked.found.path).ok()).collect();
        for (number, path) in Disk.walk(root, Extent::Project).enumerate() {
            if number >= MOST_FILES {
                beside.is_cut = true;
                break;
            }
            if Format::of(&path).is_some() && !asked.contains(&path) {
                if leaves_alone(&self.configured, &path) {
                    beside.is_cut = true;
                } else {
                    beside.paths.push(seen_from_here(&path));
                }
            }
        }
        beside
    }
}
