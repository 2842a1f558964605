use std::collections::HashMap;

use crate::catalog::Pattern;

/// Tells which patterns can be matched in linear time.
#[derive(Debug, Default)]
pub(super) struct Patterns {
    /// Few patterns are met only once.
    known: HashMap<String, bool>,
}

impl Patterns {
    pub(super) fn is_usable(&mut self, pattern: &str) -> bool {
        if let Some(known) = self.known.get(pattern) {
            return *known;
        }
        let usable = Pattern::new(pattern.to_owned()).is_usable();
        self.known.insert(pattern.to_owned(), usable);
        usable
    }
}
