use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::loaded_file::{Content, LoadedFile};
use crate::ide::View;
use crate::linter::{Linter, ReadFile};
use crate::read::{Format, LARGEST_FILE};
use crate::workspace::{
    Configured, Extent, FileSystem, MOST_FILES, is_overlay, is_written_by_programs, may_declare_resources,
};

/// So many bytes of files are kept of a project; one that has more is given the benefit of the doubt.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// So many files are looked at before the next message is.
const AT_ONCE: usize = 500;

/// Files that belong together, as far as they are loaded.
pub(super) struct Project {
    pub(super) configured: Arc<Configured>,
    /// Its folder; `None` for a file that is in none.
    root: Option<PathBuf>,
    files: BTreeMap<PathBuf, LoadedFile>,
    /// The files that are still to be looked at.
    waiting: Option<Box<dyn Iterator<Item = PathBuf> + Send>>,
    looked_at: usize,
    bytes: usize,
    /// Whether it has more files than are kept.
    is_cut: bool,
}

impl Project {
    pub(super) fn new(configured: Arc<Configured>, root: Option<PathBuf>, files: &dyn FileSystem) -> Self {
        let waiting = root.as_ref().map(|root| files.walk(root, Extent::Project));
        Self { configured, root, files: BTreeMap::new(), waiting, looked_at: 0, bytes: 0, is_cut: false }
    }

    pub(super) fn linter(&self) -> &Linter {
        &self.configured.linter
    }

    /// Whether all of its files are loaded.
    pub(super) fn is_loaded(&self) -> bool {
        self.waiting.is_none()
    }

    /// Whether it may have files that are not there yet, or are not kept.
    pub(super) fn has_more(&self) -> bool {
        self.is_cut || !self.is_loaded()
    }

    /// Loads some more of its files. Those that `is_open` are left to the editor.
    pub(super) fn load_some(&mut self, files: &dyn FileSystem, is_open: impl Fn(&Path) -> bool) {
        let Some(mut waiting) = self.waiting.take() else { return };
        for _ in 0..AT_ONCE {
            let Some(path) = waiting.next() else { return };
            self.looked_at += 1;
            if self.looked_at > MOST_FILES || self.bytes > MOST_BYTES {
                self.is_cut = true;
                return;
            }
            if Format::of(&path).is_some() && !is_open(&path) {
                self.load(path, files);
            }
        }
        self.waiting = Some(waiting);
    }

    /// Loads a file as it is on the disk; one that is not there any more is gone from the project, too.
    pub(super) fn load(&mut self, path: PathBuf, files: &dyn FileSystem) {
        if self.configured.leaves_alone(&path) {
            self.is_cut = true;
            return;
        }
        let changed = files.changed(&path);
        let content = files.read(&path, LARGEST_FILE).ok();
        let is_wanted = |content: &Vec<u8>| content.len() <= LARGEST_FILE && may_declare_resources(&path, content);
        match content.filter(is_wanted) {
            Some(bytes) => {
                let is_overlay = self.has_over_it(&path);
                self.put(Content { path, bytes, changed, is_open: false, is_overlay });
            }
            None => self.remove(&path),
        }
    }

    /// Puts a file that is open in the place of what is known of it.
    pub(super) fn put_open(&mut self, path: PathBuf, text: &str) {
        let is_overlay = self.has_over_it(&path);
        self.put(Content { path, bytes: text.as_bytes().to_owned(), changed: None, is_open: true, is_overlay });
    }

    fn put(&mut self, content: Content) {
        let path = content.path.clone();
        self.bytes += content.bytes.len();
        if let Some(before) = self.files.insert(path, LoadedFile::read(content)) {
            self.bytes -= before.length();
        }
    }

    pub(super) fn remove(&mut self, path: &Path) {
        if let Some(removed) = self.files.remove(path) {
            self.bytes -= removed.length();
        }
    }

    /// Whether a file lies over the project, as tests do.
    fn has_over_it(&self, path: &Path) -> bool {
        is_overlay(path.parent().unwrap_or(Path::new("")), self.root.as_deref())
    }

    /// Whether nobody wants to know what is wrong with a file: the config leaves it alone, or programs wrote it.
    pub(super) fn leaves_alone(&self, path: &Path) -> bool {
        let top = self.root.as_deref().unwrap_or(path.parent().and_then(Path::parent).unwrap_or(Path::new("")));
        let mut folders = path.ancestors().skip(1).take_while(|folder| *folder != top);
        self.configured.leaves_alone(path) || folders.any(is_written_by_programs)
    }

    /// Those of its files that are not as they were when they were loaded.
    pub(super) fn changed_files(&self, files: &dyn FileSystem) -> Vec<PathBuf> {
        let is_changed = |file: &&Content| !file.is_open && files.changed(&file.path) != file.changed;
        let contents = self.files.values().map(LoadedFile::borrow_owner);
        contents.filter(is_changed).map(|file| file.path.clone()).collect()
    }

    /// The files, in the order of their paths.
    pub(super) fn read_files(&self) -> Vec<&ReadFile<'_>> {
        self.files.values().map(LoadedFile::borrow_dependent).collect()
    }

    /// Where among them a file is.
    pub(super) fn position_of(&self, path: &Path) -> Option<usize> {
        self.files.keys().position(|known| known == path)
    }

    /// The project as an editor looks at it.
    pub(super) fn view(&self) -> View<'_, '_> {
        View::of(self.linter(), self.read_files())
    }
}
