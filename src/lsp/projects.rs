use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    path::{Path, PathBuf},
    rc::Rc,
};

use gen_lsp_types::{LanguageKind, Uri};

use super::{
    configs::Configs,
    document::OpenDocument,
    project::Project,
    put_together::PutTogether,
    uri::{path_of, path_of_unsaved},
};
use crate::config::FILE_NAME;
use crate::read::Format;
use crate::workspace::{Extent, FileSystem, MOST_FILES, Roots, config_above, is_written_by_programs, marks_a_project};

/// The projects that the open files belong to.
pub(super) struct Projects {
    files: Box<dyn FileSystem + Send>,
    documents: HashMap<PathBuf, OpenDocument>,
    /// The paths of open files whose addresses do not say what they hold.
    named: HashMap<Uri, PathBuf>,
    roots: Roots,
    pub(super) configs: Configs,
    /// By their folders, or by the file that is in no project.
    loaded: BTreeMap<PathBuf, Project>,
    /// The open files that changed since they were read.
    stale: BTreeSet<PathBuf>,
}

impl Projects {
    pub(super) fn new(files: Box<dyn FileSystem + Send>) -> Self {
        Self {
            files,
            documents: HashMap::new(),
            named: HashMap::new(),
            roots: Roots::default(),
            configs: Configs::default(),
            loaded: BTreeMap::new(),
            stale: BTreeSet::new(),
        }
    }

    pub(super) fn document(&self, path: &Path) -> Option<&OpenDocument> {
        self.documents.get(path)
    }

    /// The open files.
    pub(super) fn documents(&self) -> impl Iterator<Item = &PathBuf> {
        self.documents.keys()
    }

    /// Their addresses.
    pub(super) fn addresses(&self) -> Rc<[(PathBuf, Uri)]> {
        self.documents.iter().map(|(path, document)| (path.clone(), document.uri.clone())).collect()
    }

    /// The path that a file goes by here.
    pub(super) fn path_of(&self, uri: &Uri) -> PathBuf {
        self.named.get(uri).cloned().unwrap_or_else(|| path_of(uri))
    }

    /// Opens a file; its path, and what it was open as before, where that was by another address.
    pub(super) fn open(&mut self, document: OpenDocument, language: &LanguageKind) -> (PathBuf, Option<OpenDocument>) {
        let path = match path_of_unsaved(&document.uri, language) {
            Some(path) => {
                self.named.insert(document.uri.clone(), path.clone());
                path
            }
            None => path_of(&document.uri),
        };
        let uri = document.uri.clone();
        let before = self.documents.insert(path.clone(), document).filter(|before| before.uri != uri);
        self.stale.insert(path.clone());
        (path, before)
    }

    /// The text of a file that is open by an address, which is about to be changed.
    pub(super) fn document_to_change(&mut self, path: &Path, uri: &Uri) -> Option<&mut OpenDocument> {
        let document = self.documents.get_mut(path).filter(|document| document.uri == *uri)?;
        self.stale.insert(path.to_owned());
        Some(document)
    }

    /// Closes a file that is open by an address: what is on the disk counts again.
    pub(super) fn close(&mut self, path: &Path, uri: &Uri) -> Option<OpenDocument> {
        if self.documents.get(path)?.uri != *uri {
            return None;
        }
        let closed = self.documents.remove(path)?;
        self.named.remove(&closed.uri);
        self.stale.remove(path);
        self.disk_changed(path);
        Some(closed)
    }

    /// Takes notice of a file that changed on the disk, or is there no more.
    pub(super) fn disk_changed(&mut self, path: &Path) {
        if self.documents.contains_key(path) || Format::of(path).is_none() {
            return;
        }
        let (key, root) = self.home_of(path);
        let is_alone = root.is_none();
        if let Some(project) = self.loaded.get_mut(&key) {
            if is_alone { project.remove(path) } else { project.load(path.to_owned(), self.files.as_ref()) }
        }
        let is_open = |path: &PathBuf| self.documents.contains_key(path);
        // A file in no project is gone with its window.
        self.loaded.retain(|key, _| key != path || is_open(key));
    }

    /// Whether a path is that of a folder which holds files of a project, or may hold some now.
    pub(super) fn is_folder_of_files(&self, path: &Path) -> bool {
        if Format::of(path).is_some() || path.ancestors().any(is_written_by_programs) {
            return false;
        }
        let has_files = self.loaded.values().any(|project| project.has_files_in(path));
        has_files || (self.files.exists(path) && !self.files.is_file(path))
    }

    /// Whether a file decides which files belong together, or how they are checked.
    pub(super) fn depend_on(&self, path: &Path) -> bool {
        marks_a_project(path) || path.ends_with(FILE_NAME) || self.configs.is_made_of(path)
    }

    /// Reads all anew when it is asked for the next time.
    pub(super) fn forget(&mut self) {
        self.roots = Roots::default();
        self.configs.forget(|path| self.documents.contains_key(path) || self.files.is_file(path));
        self.loaded.clear();
        self.stale = self.documents.keys().cloned().collect();
    }

    /// Lets go of the projects that are in none of the folders, and have no file open.
    pub(super) fn unload_outside(&mut self, folders: &[PathBuf]) {
        let open: Vec<PathBuf> = self.documents.keys().cloned().collect();
        let open: BTreeSet<PathBuf> = open.iter().map(|path| self.home_of(path).0).collect();
        self.loaded.retain(|key, _| open.contains(key) || folders.iter().any(|folder| key.starts_with(folder)));
    }

    /// The key of the project of a file, and the project's folder.
    fn home_of(&mut self, path: &Path) -> (PathBuf, Option<PathBuf>) {
        let folder = path.parent().unwrap_or(Path::new(""));
        let root = self.roots.of(folder, self.files.as_ref());
        (root.clone().unwrap_or_else(|| path.to_owned()), root)
    }

    /// The project of a file, with all that is written in the editor.
    pub(super) fn project_of(&mut self, path: &Path) -> &mut Project {
        let (key, root) = self.home_of(path);
        if !self.loaded.contains_key(&key) {
            let folder = root.as_deref().or(path.parent()).unwrap_or(Path::new(""));
            let config_file = config_above(folder, self.files.as_ref());
            let configured = self.configs.of(config_file.as_deref(), self.files.as_ref(), &self.documents);
            let mut project = Project::new(configured, root, self.files.as_ref());
            // Most projects are small: they are whole from the start.
            project.load_some(self.files.as_ref(), |path| self.documents.contains_key(path));
            self.loaded.insert(key.clone(), project);
        }
        self.read_what_changed();
        self.loaded.get_mut(&key).unwrap_or_else(|| unreachable!("it was put there"))
    }

    fn read_what_changed(&mut self) {
        for path in std::mem::take(&mut self.stale) {
            let (key, _) = self.home_of(&path);
            let Some(project) = self.loaded.get_mut(&key) else {
                self.stale.insert(path);
                continue;
            };
            let Some(document) = self.documents.get(&path) else { continue };
            if Format::of(&path).is_some() && !project.leaves_alone(&path) {
                project.put_open(path, &document.text);
            } else {
                project.remove(&path);
            }
        }
    }

    /// The project of a file with all of its files, however many.
    pub(super) fn whole_project_of(&mut self, path: &Path) -> &mut Project {
        while !self.project_of(path).is_loaded() {
            self.load_more_of(path);
        }
        self.project_of(path)
    }

    fn load_more_of(&mut self, path: &Path) {
        let (key, _) = self.home_of(path);
        if let Some(project) = self.loaded.get_mut(&key) {
            project.load_some(self.files.as_ref(), |path| self.documents.contains_key(path));
        }
    }

    /// Loads more of a project that is not whole; a file of it, and whether it is whole now. `None` where all are.
    pub(super) fn load_more(&mut self) -> Option<(PathBuf, bool)> {
        let (key, project) = self.loaded.iter_mut().find(|(_, project)| !project.is_loaded())?;
        project.load_some(self.files.as_ref(), |path| self.documents.contains_key(path));
        Some((key.clone(), project.is_loaded()))
    }

    /// The open files that belong to the same project as a file, itself included.
    pub(super) fn open_beside(&mut self, path: &Path) -> Vec<PathBuf> {
        let (key, _) = self.home_of(path);
        let open: Vec<PathBuf> = self.documents.keys().cloned().collect();
        open.into_iter().filter(|open| self.home_of(open).0 == key).collect()
    }

    /// Loads the projects of the files in a folder, to look them through. Files that are in none go together.
    pub(super) fn load_folder(&mut self, folder: &Path) {
        let mut loaded = BTreeSet::new();
        for path in self.files.walk(folder, Extent::All).take(MOST_FILES).filter(|path| Format::of(path).is_some()) {
            match self.home_of(&path) {
                (key, Some(_)) if loaded.insert(key.clone()) => _ = self.whole_project_of(&path),
                (_, None) if !self.loaded.contains_key(folder) => {
                    let configured = self.configs.of(None, self.files.as_ref(), &self.documents);
                    let project = Project::new(configured, Some(folder.to_owned()), self.files.as_ref());
                    self.loaded.insert(folder.to_owned(), project);
                    while self.loaded.get(folder).is_some_and(|project| !project.is_loaded()) {
                        self.load_more();
                    }
                }
                _ => {}
            }
        }
    }

    /// The projects that are loaded, with all that is written in the editor.
    pub(super) fn all(&mut self) -> impl Iterator<Item = &PutTogether> {
        self.read_what_changed();
        self.loaded.values_mut().map(Project::together)
    }

    /// The files that changed beside the editor since they were loaded.
    pub(super) fn changed_files(&self) -> Vec<PathBuf> {
        let is_open = |path: &Path| self.documents.contains_key(path);
        self.loaded.values().flat_map(|project| project.changed_files(self.files.as_ref(), is_open)).collect()
    }

    /// Whether files belong together in another way than they did, or are checked by other configs.
    pub(super) fn are_others(&mut self) -> bool {
        if self.configs.are_changed(self.files.as_ref()) {
            return true;
        }
        let mut roots = Roots::default();
        let folders: BTreeSet<PathBuf> =
            self.documents.keys().filter_map(|path| path.parent().map(Path::to_owned)).collect();
        folders.iter().any(|folder| {
            let root = roots.of(folder, self.files.as_ref());
            let config = config_above(root.as_deref().unwrap_or(folder), self.files.as_ref());
            root != self.roots.of(folder, self.files.as_ref())
                || config.is_some_and(|file| !self.configs.is_made_of(&file))
        })
    }
}
