use std::{
    collections::{HashMap, VecDeque},
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    sync::Arc,
};

use gen_lsp_types::Diagnostic;

use crate::workspace::Configured;

/// What is still to be said of files, and what was said last.
#[derive(Default)]
pub(super) struct Publishing {
    /// The files to be checked, the most urgent first.
    pub(super) due: VecDeque<PathBuf>,
    /// What was said of each file, in short; none where it has to be said again.
    pub(super) said: HashMap<PathBuf, Option<u64>>,
    /// The linter that prepares what completions need, and how many types it has prepared.
    pub(super) preparing: Option<(Arc<Configured>, usize)>,
}

impl Publishing {
    /// Has files checked, behind those that are to be checked already.
    pub(super) fn add(&mut self, paths: impl IntoIterator<Item = PathBuf>) {
        for path in paths {
            if !self.due.contains(&path) {
                self.due.push_back(path);
            }
        }
    }

    /// Has a file not checked.
    pub(super) fn remove(&mut self, path: &Path) {
        self.due.retain(|due| due != path);
    }

    /// Has a file checked before others whose text is another. What was said of it is said again, though it be the same:
    /// a client may have moved it along with the text.
    pub(super) fn add_first(&mut self, path: PathBuf) {
        self.said.entry(path.clone()).and_modify(|said| *said = None);
        self.remove(&path);
        self.due.push_front(path);
    }

    /// Notes what is said of a file; whether it is something else than before.
    pub(super) fn is_news(&mut self, path: &Path, said: u64) -> bool {
        self.said.insert(path.to_owned(), Some(said)) != Some(Some(said))
    }
}

/// Diagnostics in short: the same have the same.
pub(super) fn in_short(diagnostics: &[Diagnostic]) -> u64 {
    let mut hasher = DefaultHasher::new();
    diagnostics.hash(&mut hasher);
    hasher.finish()
}
