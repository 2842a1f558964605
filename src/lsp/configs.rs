use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet, HashMap},
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};

use super::document::OpenDocument;
use crate::config::Config;
use crate::text::Span;
use crate::workspace::{ConfigProblem, Configured, Extent, FileSystem, ReadConfigFile, configure, read_text};

/// The configs of projects, each read once until a file that it is made of changes.
#[derive(Default)]
pub(super) struct Configs {
    read: HashMap<Option<PathBuf>, Arc<Configured>>,
    /// The last one that could be used, for while the file is being written.
    usable: HashMap<PathBuf, Arc<Configured>>,
    /// The files that they are made of, `lazuli.toml` and the schemas that it names, and when each was changed.
    made_of: BTreeMap<PathBuf, Option<SystemTime>>,
    /// What is wrong with them.
    problems: BTreeMap<PathBuf, Problems>,
    /// What is to be told of them, and was not yet.
    notes: Vec<String>,
}

/// What is wrong with a `lazuli.toml`.
#[derive(Debug, Default)]
pub(super) struct Problems {
    /// Its text, which they are places of.
    pub(super) text: String,
    pub(super) placed: Vec<PlacedProblem>,
}

/// What is wrong at a place.
#[derive(Debug)]
pub(super) struct PlacedProblem {
    pub(super) span: Span,
    pub(super) message: String,
}

impl Configs {
    /// The config that a file says; what is built in, without one.
    pub(super) fn of(
        &mut self,
        file: Option<&Path>,
        files: &dyn FileSystem,
        documents: &HashMap<PathBuf, OpenDocument>,
    ) -> Arc<Configured> {
        if let Some(read) = self.read.get(&file.map(Path::to_owned)) {
            return Arc::clone(read);
        }
        let configured = match file {
            Some(file) => self.read_file(file, files, documents),
            None => built_in(),
        };
        self.read.insert(file.map(Path::to_owned), Arc::clone(&configured));
        configured
    }

    fn read_file(
        &mut self,
        file: &Path,
        files: &dyn FileSystem,
        documents: &HashMap<PathBuf, OpenDocument>,
    ) -> Arc<Configured> {
        let root = file.parent().unwrap_or(Path::new("")).to_owned();
        let seen = SeenFiles { files, documents, read: RefCell::default() };
        let read = configure(file, root, &seen);
        self.made_of.extend(seen.read.take().into_iter().map(|path| (path.clone(), files.changed(&path))));
        let made = read.and_then(|ReadConfigFile { config, schema_problems }| {
            let note = |(path, problem): &(PathBuf, crate::catalog::SwaggerProblem)| {
                format!("{}: left out what stands at {}: {}", path.display(), problem.pointer, problem.message)
            };
            self.notes.extend(schema_problems.iter().map(note));
            Configured::new(config).map_err(|problem| vec![problem])
        });
        match made {
            Ok(configured) => {
                let configured = Arc::new(configured);
                self.problems.insert(file.to_owned(), Problems::default());
                self.usable.insert(file.to_owned(), Arc::clone(&configured));
                configured
            }
            Err(problems) => {
                let text = read_text(file, &seen).unwrap_or_default();
                let placed = problems.iter().map(placed).collect();
                self.problems.insert(file.to_owned(), Problems { text, placed });
                self.usable.get(file).map_or_else(built_in, Arc::clone)
            }
        }
    }

    /// Reads all anew when they are asked for the next time; of those that are there no more nothing is kept.
    pub(super) fn forget(&mut self, is_there: impl Fn(&Path) -> bool) {
        self.read.clear();
        self.made_of.clear();
        self.usable.retain(|path, _| is_there(path));
        // A file that is there no more has nothing wrong with it.
        self.problems.values_mut().for_each(|problems| *problems = Problems::default());
    }

    /// Whether one of them is made of a file.
    pub(super) fn is_made_of(&self, path: &Path) -> bool {
        self.made_of.contains_key(path)
    }

    /// Whether a file that they are made of is not as it was when it was read.
    pub(super) fn are_changed(&self, files: &dyn FileSystem) -> bool {
        self.made_of.iter().any(|(path, changed)| files.changed(path) != *changed)
    }

    /// What is wrong with them, file by file.
    pub(super) fn problems(&self) -> &BTreeMap<PathBuf, Problems> {
        &self.problems
    }

    /// What is to be told of them; it is told once.
    pub(super) fn take_notes(&mut self) -> Vec<String> {
        std::mem::take(&mut self.notes)
    }
}

fn built_in() -> Arc<Configured> {
    let configured = Configured::new(Config::default());
    Arc::new(configured.unwrap_or_else(|_| unreachable!("what is built in leaves no file alone")))
}

fn placed(problem: &ConfigProblem) -> PlacedProblem {
    let span = match problem {
        ConfigProblem::Invalid { error, .. } => error.span,
        ConfigProblem::Unreadable(_) | ConfigProblem::InvalidPattern(_) => Span::new(0, 0),
    };
    PlacedProblem { span, message: problem.to_string() }
}

/// The files as the editor has them, where they are open; it keeps in mind which were read.
struct SeenFiles<'f> {
    files: &'f dyn FileSystem,
    documents: &'f HashMap<PathBuf, OpenDocument>,
    read: RefCell<BTreeSet<PathBuf>>,
}

impl FileSystem for SeenFiles<'_> {
    fn is_file(&self, path: &Path) -> bool {
        self.documents.contains_key(path) || self.files.is_file(path)
    }

    fn exists(&self, path: &Path) -> bool {
        self.files.exists(path)
    }

    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        self.read.borrow_mut().insert(path.to_owned());
        match self.documents.get(path) {
            Some(document) => Ok(document.text.clone().into_bytes()),
            None => self.files.read(path, most),
        }
    }

    fn is_complete(&self) -> bool {
        self.files.is_complete()
    }

    fn changed(&self, path: &Path) -> Option<SystemTime> {
        self.files.changed(path)
    }

    fn walk(&self, folder: &Path, extent: Extent) -> Box<dyn Iterator<Item = PathBuf> + Send> {
        self.files.walk(folder, extent)
    }
}
