use std::collections::HashMap;

use jsonschema::PatternOptions;
use serde_json::json;

use crate::document::SpannedJson;

/// Tells which patterns the engine takes that validates in linear time.
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
        let options = jsonschema::options_for::<SpannedJson>().with_pattern_options(PatternOptions::regex());
        let usable = options.build(&json!({ "pattern": pattern })).is_ok();
        self.known.insert(pattern.to_owned(), usable);
        usable
    }
}
