mod one_class;

use std::{fmt, sync::OnceLock};

use regex_lite::Regex;

use one_class::OneClass;

/// A regular expression that is compiled when it is first used.
#[derive(Clone)]
pub struct Pattern {
    text: String,
    /// The pattern, where it only says which letters there are.
    class: Option<OneClass>,
    /// `None` if it cannot be matched in linear time.
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    pub(crate) fn new(text: String) -> Self {
        Self { class: OneClass::of(&text), text, compiled: OnceLock::new() }
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
        if let Some(class) = self.class {
            return class.matches(text);
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
