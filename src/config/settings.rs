use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    ConfigError,
    keys::{FILES, KEYS, Kind, OVERRIDES, RULES},
};
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
    /// The same for some of the files.
    pub(super) overrides: Vec<OverrideSetting>,
}

/// Patterns of files, and what rules are in them.
#[derive(Debug, Default)]
pub(super) struct OverrideSetting {
    pub(super) files: Vec<Setting>,
    pub(super) rules: Vec<(Setting, Setting)>,
}

/// A word of the file, and where it stands.
#[derive(Debug)]
pub(super) struct Setting {
    pub(super) text: String,
    pub(super) span: Span,
}

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
        let name = key.get_ref().as_ref();
        match KEYS.iter().find(|known| known.name == name).map(|known| known.kind) {
            Some(Kind::Files) => self.schemas.extend(list(name, value, "files", "the name of a schema file", errors)),
            Some(Kind::Patterns) => {
                self.exclude.extend(list(name, value, "patterns", "a pattern of files", errors));
            }
            Some(Kind::ApiVersions) => {
                self.api_versions.extend(table(name, value, "resource types", "an API version", errors));
            }
            Some(Kind::Rules) => self.rules.extend(table(name, value, "rules", "a severity", errors)),
            Some(Kind::Overrides) => self.overrides.extend(overrides(value, errors)),
            None => errors.push(unknown_key(key, &KEYS.map(|key| key.name))),
        }
    }
}

/// The words of a list.
fn list(key: &str, value: &Spanned<DeValue<'_>>, of: &str, what: &str, errors: &mut Vec<ConfigError>) -> Vec<Setting> {
    match value.get_ref() {
        DeValue::Array(items) => items.iter().filter_map(|item| word(item, what, errors)).collect(),
        other => {
            errors.push(unfit(value, &format!("`{key}` must be a list of {of}"), other));
            Vec::new()
        }
    }
}

/// The members of a table whose values are words.
fn table(
    key: &str,
    value: &Spanned<DeValue<'_>>,
    of: &str,
    what: &str,
    errors: &mut Vec<ConfigError>,
) -> Vec<(Setting, Setting)> {
    let DeValue::Table(members) = value.get_ref() else {
        errors.push(unfit(value, &format!("`{key}` must be a table of {of}"), value.get_ref()));
        return Vec::new();
    };
    let members = members.iter().filter_map(|(name, value)| {
        let name = Setting { text: name.get_ref().to_string(), span: span(name.span()) };
        word(value, what, errors).map(|value| (name, value))
    });
    members.collect()
}

/// `[[overrides]]`
fn overrides(value: &Spanned<DeValue<'_>>, errors: &mut Vec<ConfigError>) -> Vec<OverrideSetting> {
    let DeValue::Array(items) = value.get_ref() else {
        errors.push(unfit(
            value,
            &format!("`{OVERRIDES}` must be a list of tables: write `[[{OVERRIDES}]]`"),
            value.get_ref(),
        ));
        return Vec::new();
    };
    items.iter().filter_map(|item| one_override(item, errors)).collect()
}

fn one_override(item: &Spanned<DeValue<'_>>, errors: &mut Vec<ConfigError>) -> Option<OverrideSetting> {
    let DeValue::Table(members) = item.get_ref() else {
        errors.push(unfit(item, "an override must be a table", item.get_ref()));
        return None;
    };
    let mut setting = OverrideSetting::default();
    for (key, value) in members {
        match &**key.get_ref() {
            FILES => setting.files = list(FILES, value, "patterns", "a pattern of files", errors),
            RULES => setting.rules = table(RULES, value, "rules", "a severity", errors),
            _ => errors.push(unknown_key(key, &[FILES, RULES])),
        }
    }
    if members.get(FILES).is_none() {
        let message = format!("this override does not say for which files it is: `{FILES}` is missing");
        errors.push(ConfigError::new(span(item.span()), message));
    }
    Some(setting)
}

fn unknown_key(key: &Spanned<impl AsRef<str>>, known: &[&str]) -> ConfigError {
    let written = key.get_ref().as_ref();
    let keys = format!("the keys are {}", join_all(known.iter().copied(), known.len()));
    let meant = nearest(written, known.iter().copied());
    ConfigError::new(span(key.span()), format!("unknown key {}{}", quote(written), suggestion(meant, &keys)))
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
