use std::borrow::Cow;

use crate::document::{TemplatePart, Unknown, Value, ValueKind};

/// What stands around a part of a name that is not known, so that no text can be taken for it.
const HOLE: [char; 2] = ['\u{1}', '\u{2}'];

/// What stands between the names of a resource and its parents.
pub(crate) const SEPARATOR: &str = "::";

/// The last of the names that stand in a whole one: the resource's own.
pub(crate) fn last_name(shown: &str) -> &str {
    shown.rsplit(SEPARATOR).next().unwrap_or(shown)
}

/// A name as far as the text tells: known text, and holes that only running the program would fill.
///
/// A hole is named by its expression. Two holes of one name have one value; of two others nothing is known.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct ResourceName(String);

/// Whether two names are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Likeness {
    Same,
    Different,
    /// Only running the program would tell.
    Unknown,
}

impl ResourceName {
    /// The name that a value of the file with that number is.
    pub(crate) fn of(value: &Value<'_>, file: usize) -> Self {
        match &value.kind {
            ValueKind::String(text) => Self(without_holes(text)),
            ValueKind::Unknown(Unknown::Template(parts)) => {
                Self(parts.iter().map(|part| part_of_template(part, file)).collect())
            }
            _ => Self(hole(value, file)),
        }
    }

    /// A name of which nothing is known, like that of nothing else.
    pub(crate) fn unknown(file: usize, offset: u32) -> Self {
        Self(enclosed(&format!("{file}@{offset}")))
    }

    /// A name that is known.
    pub(crate) fn known(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The name of what is called `own` below this one.
    pub(crate) fn child(&self, own: &Self) -> Self {
        Self([&self.0, SEPARATOR, &own.0].concat())
    }

    /// The name, where all of it is known.
    pub(crate) fn as_known(&self) -> Option<&str> {
        (!self.has_holes()).then_some(&*self.0)
    }

    fn has_holes(&self) -> bool {
        self.0.contains(HOLE[0])
    }

    /// Whether what is not known of it comes from the config or the environment alone: it is then the same wherever
    /// it stands.
    pub(crate) fn is_settled(&self) -> bool {
        self.0.split(HOLE[0]).skip(1).all(|rest| is_settled(rest.split(HOLE[1]).next().unwrap_or_default()))
    }

    /// The name as people write it, with `${…}` for what is not known.
    pub(crate) fn shown(&self) -> Cow<'_, str> {
        if !self.has_holes() {
            return Cow::Borrowed(&self.0);
        }
        let parts = self.0.split(HOLE[0]).enumerate().map(|(at, part)| match part.split_once(HOLE[1]) {
            Some((hole, rest)) if at > 0 => match source_of(hole) {
                Some(source) => format!("${{{source}}}{rest}"),
                None => format!("…{rest}"),
            },
            _ => part.to_owned(),
        });
        Cow::Owned(parts.collect())
    }

    /// Whether this and another name are one.
    pub(crate) fn compare(&self, other: &Self) -> Likeness {
        if self.0 == other.0 {
            return Likeness::Same;
        }
        if !self.has_holes() && !other.has_holes() {
            return Likeness::Different;
        }
        let (one, other) = (tokens(&self.0), tokens(&other.0));
        let is_different =
            first_difference(one.iter().zip(&other)) || first_difference(one.iter().rev().zip(other.iter().rev()));
        if is_different { Likeness::Different } else { Likeness::Unknown }
    }
}

/// A text without the letters that stand around holes, which no name has.
fn without_holes(text: &str) -> String {
    if text.bytes().any(|byte| byte < b' ') { text.replace(HOLE, "") } else { text.to_owned() }
}

/// Whether the first pair that is not alike is one of known letters.
fn first_difference<'t>(mut pairs: impl Iterator<Item = (&'t &'t str, &'t &'t str)>) -> bool {
    let unlike = pairs.find(|(one, other)| one != other);
    unlike.is_some_and(|(one, other)| !one.starts_with(HOLE[0]) && !other.starts_with(HOLE[0]))
}

/// The letters and holes of a name.
fn tokens(name: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let length =
            if first == HOLE[0] { rest.find(HOLE[1]).map_or(rest.len(), |end| end + 1) } else { first.len_utf8() };
        tokens.push(&rest[..length]);
        rest = &rest[length..];
    }
    tokens
}

fn part_of_template(part: &TemplatePart<'_>, file: usize) -> String {
    match part {
        TemplatePart::Text(text) => text.to_string(),
        TemplatePart::Hole(value) => hole(value, file),
    }
}

fn hole(value: &Value<'_>, file: usize) -> String {
    match &value.kind {
        ValueKind::Unknown(Unknown::Environment(name)) => enclosed(&format!("{ENVIRONMENT}{name}")),
        ValueKind::Unknown(Unknown::Expression { text: Some(text), .. }) if text.starts_with(CONFIG) => enclosed(text),
        ValueKind::Unknown(Unknown::Expression { text: Some(text), .. }) => enclosed(&format!("{file}:{text}")),
        _ => enclosed(&format!("{file}@{}", value.span.start)),
    }
}

/// How expressions begin whose value is one in all files.
const CONFIG: &str = "config.";
const ENVIRONMENT: &str = "process.env.";

fn is_settled(hole: &str) -> bool {
    hole.starts_with(CONFIG) || hole.starts_with(ENVIRONMENT)
}

/// The expression of a hole, where it has one that says anything.
fn source_of(hole: &str) -> Option<&str> {
    if is_settled(hole) {
        return Some(hole);
    }
    let (file, source) = hole.split_once(':')?;
    file.bytes().all(|byte| byte.is_ascii_digit()).then_some(source)
}

fn enclosed(hole: &str) -> String {
    let [start, end] = HOLE;
    format!("{start}{}{end}", without_holes(hole))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A name with its holes written as `{hole}`.
    fn name(text: &str) -> ResourceName {
        ResourceName(text.replace('{', "\u{1}").replace('}', "\u{2}"))
    }

    #[test]
    fn names_are_compared_as_far_as_they_are_known() {
        let table = [
            ("rg::a", "rg::a", Likeness::Same),
            ("rg::a", "rg::b", Likeness::Different),
            ("{config.x}-rg", "{config.x}-rg", Likeness::Same),
            ("{config.x}-rg", "{config.x}-rh", Likeness::Different),
            ("{config.x}-rg", "dev-rg", Likeness::Unknown),
            ("{config.x}-rg", "dev-rh", Likeness::Different),
            ("my-{config.x}", "your-dev", Likeness::Different),
            ("{config.x}", "{config.y}", Likeness::Unknown),
            ("a-{config.x}-b", "a-{config.x}-c-b", Likeness::Different),
            ("a{config.x}", "a{config.y}b", Likeness::Unknown),
        ];
        for (one, other, expected) in table {
            assert_eq!(name(one).compare(&name(other)), expected, "{one} {other}");
            assert_eq!(name(other).compare(&name(one)), expected, "{other} {one}");
        }
    }

    #[test]
    fn a_name_is_shown_as_it_is_written() {
        assert_eq!(name("rg-{config.stage}::a").shown(), "rg-${config.stage}::a");
        assert_eq!(name("{3:name}-{3@12}").shown(), "${name}-…");
        assert!(name("{config.a}{process.env.B}").is_settled() && !name("{3:name}").is_settled());
    }
}
