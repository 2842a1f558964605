use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    rc::Rc,
    sync::Arc,
    time::SystemTime,
};

use super::{
    loaded_file::{Content, LoadedFile},
    put_together::{Members, PutTogether},
};
use crate::read::{Format, LARGEST_FILE};
use crate::workspace::{
    Configured, Extent, FileSystem, MOST_FILES, is_overlay, is_written_by_programs, may_declare_resources,
};

/// So many bytes of files are kept of a project; one that has more is given the benefit of the doubt.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// Projects of so many files are looked after where nobody else watches them.
const MOST_LOOKED_AFTER: usize = 2_000;

/// So many files are looked at before the next message is.
const AT_ONCE: usize = 500;

/// Files that belong together, as far as they are loaded.
pub(super) struct Project {
    pub(super) configured: Arc<Configured>,
    /// Its folder; `None` for a file that is in none.
    root: Option<PathBuf>,
    files: BTreeMap<PathBuf, Rc<LoadedFile>>,
    /// The same put together, since the last change.
    together: Option<PutTogether>,
    /// The files that are still to be looked at.
    waiting: Option<Box<dyn Iterator<Item = PathBuf> + Send>>,
    /// Every file that was looked at, and when it had been changed.
    seen: BTreeMap<PathBuf, Option<SystemTime>>,
    bytes: usize,
    /// Whether it has more files than are kept.
    is_cut: bool,
}

impl Project {
    pub(super) fn new(configured: Arc<Configured>, root: Option<PathBuf>, files: &dyn FileSystem) -> Self {
        let waiting = root.as_ref().map(|root| files.walk(root, Extent::Project));
        Self {
            configured,
            root,
            files: BTreeMap::new(),
            together: None,
            waiting,
            seen: BTreeMap::new(),
            bytes: 0,
            is_cut: !files.is_complete(),
        }
    }

    /// Whether all of its files are loaded.
    pub(super) fn is_loaded(&self) -> bool {
        self.waiting.is_none()
    }

    /// Its files and what they declare together.
    pub(super) fn together(&mut self) -> &PutTogether {
        self.together.get_or_insert_with(|| {
            PutTogether::of(Members {
                configured: Arc::clone(&self.configured),
                files: self.files.values().cloned().collect(),
                has_more: self.is_cut || self.waiting.is_some(),
            })
        })
    }

    /// Loads some more of its files. Those that `is_open` are left to the editor.
    pub(super) fn load_some(&mut self, files: &dyn FileSystem, is_open: impl Fn(&Path) -> bool) {
        let Some(mut waiting) = self.waiting.take() else { return };
        self.together = None;
        for _ in 0..AT_ONCE {
            let Some(path) = waiting.next() else { return };
            if Format::of(&path).is_none() || is_open(&path) {
                continue;
            }
            if self.seen.len() >= MOST_FILES || self.bytes > MOST_BYTES {
                self.is_cut = true;
                return;
            }
            self.load(path, files);
        }
        self.waiting = Some(waiting);
    }

    /// Loads a file as it is on the disk; one that is not there any more is gone from the project, too.
    pub(super) fn load(&mut self, path: PathBuf, files: &dyn FileSystem) {
        self.seen.insert(path.clone(), files.changed(&path));
        if self.configured.leaves_alone(&path) {
            self.is_cut = true;
            self.together = None;
            return;
        }
        let content = files.read(&path, LARGEST_FILE).ok();
        let is_wanted = |content: &Vec<u8>| content.len() <= LARGEST_FILE && may_declare_resources(&path, content);
        match content.filter(is_wanted) {
            Some(bytes) => {
                let is_overlay = self.has_over_it(&path);
                self.put(Content { path, bytes, is_open: false, is_overlay });
            }
            None => self.remove(&path),
        }
    }

    /// Puts a file that is open in the place of what is known of it.
    pub(super) fn put_open(&mut self, path: PathBuf, text: &str) {
        let is_overlay = self.has_over_it(&path);
        self.put(Content { path, bytes: text.as_bytes().to_owned(), is_open: true, is_overlay });
    }

    fn put(&mut self, content: Content) {
        let path = content.path.clone();
        self.together = None;
        self.bytes += content.bytes.len();
        if let Some(before) = self.files.insert(path, Rc::new(LoadedFile::read(content))) {
            self.bytes -= before.length();
        }
    }

    pub(super) fn remove(&mut self, path: &Path) {
        if let Some(removed) = self.files.remove(path) {
            self.together = None;
            self.bytes -= removed.length();
        }
    }

    /// Whether files in a folder were looked at.
    pub(super) fn has_files_in(&self, folder: &Path) -> bool {
        self.seen.keys().any(|path| path.starts_with(folder))
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

    /// The files of a small project that are new, or not as they were when they were looked at.
    pub(super) fn changed_files(&self, files: &dyn FileSystem, is_open: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
        let Some(root) = self.root.as_ref().filter(|_| self.is_loaded() && self.seen.len() <= MOST_LOOKED_AFTER) else {
            return Vec::new();
        };
        let known = self.seen.iter().filter(|(path, changed)| files.changed(path) != **changed);
        let mut changed: Vec<PathBuf> = known.map(|(path, _)| path.clone()).collect();
        let is_new = |path: &PathBuf| Format::of(path).is_some() && !self.seen.contains_key(path);
        changed.extend(files.walk(root, Extent::Project).filter(is_new));
        changed.retain(|path| !is_open(path));
        changed
    }
}
