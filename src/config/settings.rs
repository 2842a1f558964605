use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::ConfigError;
use crate::text::{Span, join_all, nearest, quote, suggestion};

/// What a `lazuli.toml` says, and where.
#[derive(Debug, Default)]
pub(super) struct Settings {
    /// Patterns of files that are left alone.
    pub(super) exclude: Vec<Setting>,
    /// Files with more schemas, as `lazuli schema import` writes them.
    pub(super) schemas: Vec<Setting>,
    /// Resource types, and the API versions that are meant of them.
    pub(super) api_versions: Vec<(Setting, Setting)>,
    /// Rules, and how grave their findings are.
    pub(super) rules: Vec<(Setting, Setting)>,
}

/// A word of the file, and where it stands.
#[derive(Debug)]
pub(super) struct Setting {
    pub(super) text: String,
    pub(super) span: Span,
}

const SCHEMAS: &str = "schemas";
const API_VERSIONS: &str = "api-versions";
const RULES: &str = "rules";
const EXCLUDE: &str = "exclude";
const KEYS: [&str; 4] = [API_VERSIONS, EXCLUDE, RULES, SCHEMAS];

impl Settings {
    /// What `text` says as far as it can be understood, and what of it cannot.
    pub(super) fn read(text: &str) -> (Self, Vec<ConfigError>) {
        let mut settings = Self::default();
        let mut errors = Vec::new();
        match DeTable::parse(text) {
            Ok(table) => {
                for (key, value) in table.get_ref() {
                    settings.set(key, value, &mut errors);
                }
            }
            Err(error) => {
                errors.push(ConfigError::new(span(error.span().unwrap_or_default()), error.message().to_owned()));
            }
        }
        (settings, errors)
    }

    fn set(&mut self, key: &Spanned<impl AsRef<str>>, value: &Spanned<DeValue<'_>>, errors: &mut Vec<ConfigError>) {
        match (key.get_ref().as_ref(), value.get_ref()) {
            (SCHEMAS, DeValue::Array(files)) => {
                self.schemas.extend(files.iter().filter_map(|file| word(file, "the name of a schema file", errors)));
            }
            (EXCLUDE, DeValue::Array(patterns)) => {
                self.exclude.extend(patterns.iter().filter_map(|pattern| word(pattern, "a pattern of files", errors)));
            }
            (API_VERSIONS, DeValue::Table(versions)) => {
                self.api_versions.extend(words(versions, "an API version", errors));
            }
            (RULES, DeValue::Table(rules)) => self.rules.extend(words(rules, "a severity", errors)),
            (SCHEMAS, other) => errors.push(unfit(value, &format!("`{SCHEMAS}` must be a list of files"), other)),
            (EXCLUDE, other) => errors.push(unfit(value, &format!("`{EXCLUDE}` must be a list of patterns"), other)),
            (API_VERSIONS, other) => {
                errors.push(unfit(value, &format!("`{API_VERSIONS}` must be a table of resource types"), other));
            }
            (RULES, other) => errors.push(unfit(value, &format!("`{RULES}` must be a table of rules"), other)),
            (unknown, _) => {
                let keys = format!("the keys are {}", join_all(KEYS, KEYS.len()));
                let message = format!("unknown key {}{}", quote(unknown), suggestion(nearest(unknown, KEYS), &keys));
                errors.push(ConfigError::new(span(key.span()), message));
            }
        }
    }
}

/// The members of a table whose values are words.
fn words(table: &DeTable<'_>, what: &str, errors: &mut Vec<ConfigError>) -> Vec<(Setting, Setting)> {
    let members = table.iter().filter_map(|(name, value)| {
        let name = Setting { text: name.get_ref().to_string(), span: span(name.span()) };
        word(value, what, errors).map(|value| (name, value))
    });
    members.collect()
}

fn word(value: &Spanned<DeValue<'_>>, what: &str, errors: &mut Vec<ConfigError>) -> Option<Setting> {
    match value.get_ref() {
        DeValue::String(text) => Some(Setting { text: text.to_string(), span: span(value.span()) }),
        other => {
            errors.push(unfit(value, &format!("{what} must be a string"), other));
            None
        }
    }
}

fn unfit(place: &Spanned<DeValue<'_>>, expected: &str, found: &DeValue<'_>) -> ConfigError {
    let found = match found {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "`true` or `false`",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    ConfigError::new(span(place.span()), format!("{expected}, found {found}"))
}

fn span(range: Range<usize>) -> Span {
    Span::from_offsets(range.start, range.end)
}
