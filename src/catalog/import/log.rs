use std::collections::{BTreeMap, BTreeSet, HashSet, btree_map::Entry};

use super::{ImportSummary, patterns::Patterns};
use crate::document::child_pointer;
use crate::text::quote;

/// Something that could not be used.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Skipped {
    /// The file.
    pub file: String,
    /// The JSON Pointer of the part that is left out; empty for the whole file.
    pub pointer: String,
    /// Why.
    pub message: String,
}

/// What happened so far.
#[derive(Debug, Default)]
pub(super) struct Log {
    /// Each type and version, in lower case, and the file that it comes from.
    imported: BTreeMap<(String, String), String>,
    read_only: usize,
    skipped: Vec<Skipped>,
    /// The same part may be reached from many resource types.
    known: HashSet<Skipped>,
    patterns: Patterns,
}

impl Log {
    pub(super) fn skip(&mut self, file: &str, pointer: &str, message: impl Into<String>) {
        let skipped = Skipped { file: file.to_owned(), pointer: pointer.to_owned(), message: message.into() };
        if self.known.insert(skipped.clone()) {
            self.skipped.push(skipped);
        }
    }

    /// Whether a pattern can be matched in linear time.
    pub(super) fn is_usable_pattern(&mut self, pattern: &str) -> bool {
        self.patterns.is_usable(pattern)
    }

    /// Notes that the pattern of a schema cannot be used.
    pub(super) fn skip_pattern(&mut self, file: &str, schema: &str, pattern: &str) {
        let message = format!("{} cannot be matched in linear time: it is not checked", quote(pattern));
        self.skip(file, &child_pointer(schema, "pattern"), message);
    }

    pub(super) fn skip_read_only(&mut self) {
        self.read_only += 1;
    }

    /// Notes that `file` defines a type. `Err` has the file that defined it already.
    pub(super) fn define(&mut self, resource_type: &str, api_version: &str, file: &str) -> Result<(), &str> {
        let key = (resource_type.to_ascii_lowercase(), api_version.to_ascii_lowercase());
        match self.imported.entry(key) {
            Entry::Vacant(free) => {
                free.insert(file.to_owned());
                Ok(())
            }
            Entry::Occupied(taken) => Err(taken.into_mut()),
        }
    }

    pub(super) fn into_summary(self) -> ImportSummary {
        let types: BTreeSet<&str> = self.imported.keys().map(|(resource_type, _)| &**resource_type).collect();
        let files: BTreeSet<&str> = self.imported.values().map(String::as_str).collect();
        ImportSummary {
            types: types.len(),
            versions: self.imported.len(),
            files: files.len(),
            read_only: self.read_only,
            skipped: self.skipped,
        }
    }
}
