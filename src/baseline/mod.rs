//! What a project knows to be wrong already, so that only what is new is told.

mod entry;
mod file;

use std::collections::{BTreeMap, BTreeSet};

pub use entry::Entry;
pub use file::{BaselineError, VERSION};

use crate::diagnostic::Diagnostic;

/// Findings that are known. They are recognised by rule, resource, pointer and message, wherever they move to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    /// How often each is known in each file.
    known: BTreeMap<Entry, BTreeMap<String, usize>>,
}

/// What was seen of a baseline in a run.
#[derive(Debug, Default)]
pub struct Seen {
    /// The known findings that were met again, with the files that they were known in.
    met: Baseline,
    /// The files that were checked.
    files: BTreeSet<String>,
}

impl Baseline {
    /// Adds what was found in a file.
    pub fn add(&mut self, path: &str, diagnostics: &[Diagnostic]) {
        for found in diagnostics {
            self.add_one(Entry::of(found, path), path);
        }
    }

    fn add_one(&mut self, entry: Entry, path: &str) {
        *self.known.entry(entry).or_default().entry(path.to_owned()).or_default() += 1;
    }

    /// Takes out what is known of a file's findings; returns how many that are.
    pub fn take_known(&self, path: &str, diagnostics: &mut Vec<Diagnostic>, seen: &mut Seen) -> usize {
        let before = diagnostics.len();
        diagnostics.retain(|found| !self.is_known(&Entry::of(found, path), path, seen));
        seen.files.insert(path.to_owned());
        before - diagnostics.len()
    }

    fn is_known(&self, entry: &Entry, path: &str, seen: &mut Seen) -> bool {
        let Some(files) = self.known.get(entry) else { return false };
        let met = seen.met.known.get(entry);
        let is_left = |file: &str| {
            let known = files.get(file).copied().unwrap_or_default();
            met.and_then(|met| met.get(file)).copied().unwrap_or_default() < known
        };
        let here = is_left(path).then_some(path);
        let file = here.or_else(|| files.keys().map(String::as_str).find(|file| is_left(file)));
        let Some(file) = file.map(str::to_owned) else { return false };
        seen.met.add_one(entry.clone(), &file);
        true
    }

    /// What is left of it when everything goes that was not met again in a file that was checked, or that is gone by
    /// what `is_gone` says; and how many entries go.
    #[must_use]
    pub fn pruned(&self, seen: &Seen, is_gone: impl Fn(&str) -> bool) -> (Self, usize) {
        let mut left = Self::default();
        let mut stale = 0;
        for (entry, files) in &self.known {
            for (path, known) in files {
                let met = seen.met.known.get(entry).and_then(|met| met.get(path)).copied().unwrap_or_default();
                let kept = if seen.files.contains(path) || is_gone(path) { met } else { *known };
                stale += known - kept;
                if kept > 0 {
                    left.known.entry(entry.clone()).or_default().insert(path.clone(), kept);
                }
            }
        }
        (left, stale)
    }

    /// These findings, and those of another baseline in files that were not checked.
    #[must_use]
    pub fn with_other_files(mut self, other: &Self, checked: &BTreeSet<String>) -> Self {
        for (entry, files) in &other.known {
            for (path, known) in files.iter().filter(|(path, _)| !checked.contains(*path)) {
                self.known.entry(entry.clone()).or_default().insert(path.clone(), *known);
            }
        }
        self
    }

    /// How many findings are known.
    #[must_use]
    pub fn len(&self) -> usize {
        self.known.values().flat_map(BTreeMap::values).sum()
    }

    /// Whether none is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// The rules that are named and do not exist.
    pub fn unknown_rules(&self) -> impl Iterator<Item = &str> {
        let names: BTreeSet<&str> = self.known.keys().map(|entry| entry.rule.as_str()).collect();
        names.into_iter().filter(|name| !crate::rules::is_known(name))
    }
}
