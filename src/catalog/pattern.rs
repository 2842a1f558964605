use std::{fmt, sync::OnceLock};

use regex_lite::Regex;

/// A regular expression that is compiled when it is first used.
#[derive(Clone)]
pub struct Pattern {
    text: String,
    /// `None` if it cannot be matched in linear time.
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    pub(crate) fn new(text: String) -> Self {
        Self { text, compiled: OnceLock::new() }
    }

    /// The expression.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it matches somewhere in `text`, as far as that can be told: not where it looks around, and not of
    /// letters beyond ASCII.
    #[must_use]
    pub fn may_match(&self, text: &str) -> bool {
        if !text.is_ascii() {
            return true;
        }
        let compiled = self.compiled.get_or_init(|| Regex::new(&self.text).ok());
        compiled.as_ref().is_none_or(|pattern| pattern.is_match(text))
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(formatter)
    }
}
