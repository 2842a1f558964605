mod ecma;
mod one_class;

#[cfg(test)]
mod tests;

use std::{fmt, sync::OnceLock};

use regex_lite::Regex;

use ecma::to_linear;
use one_class::OneClass;

/// A regular expression as swagger has it (ECMA 262), made ready when it is first used.
#[derive(Clone)]
pub struct Pattern {
    text: String,
    matcher: OnceLock<Matcher>,
}

/// What tells whether a pattern matches, in time that grows with the text and no faster.
#[derive(Clone)]
enum Matcher {
    /// The pattern only says which letters there are.
    OneClass(OneClass),
    Engine(Regex),
    /// Nothing does: the pattern looks around, or is none.
    None,
}

impl Pattern {
    pub(crate) fn new(text: String) -> Self {
        Self { text, matcher: OnceLock::new() }
    }

    /// The expression.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it matches somewhere in `text`, as far as that can be told: yes where it cannot.
    #[must_use]
    pub fn may_match(&self, text: &str) -> bool {
        match self.matcher() {
            Matcher::OneClass(class) => class.matches(text),
            Matcher::Engine(engine) => engine.is_match(text),
            Matcher::None => true,
        }
    }

    /// Whether it can be matched in linear time. One that cannot is not checked.
    pub(crate) fn is_usable(&self) -> bool {
        !matches!(self.matcher(), Matcher::None)
    }

    fn matcher(&self) -> &Matcher {
        self.matcher.get_or_init(|| {
            let engine = || Some(Matcher::Engine(Regex::new(&to_linear(&self.text)?).ok()?));
            OneClass::of(&self.text).map(Matcher::OneClass).or_else(engine).unwrap_or(Matcher::None)
        })
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(formatter)
    }
}
