use std::{borrow::Cow, iter::Sum, ops::Add, path::Path};

use serde::Serialize;

use super::mask::mask;
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::{Edit, Span};

/// What there is to say of one file.
#[derive(Debug)]
pub struct FileReport<'s> {
    /// The name of the file.
    pub path: &'s Path,
    /// Its text, to which the spans refer; only the part before the first byte that is no text.
    pub text: &'s str,
    /// The findings, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// How many resources the file declares.
    pub resources: usize,
    /// How many of them could not be held against a schema.
    pub unchecked: usize,
    /// At how many places there are more of them, which only running the program would tell.
    pub not_read: usize,
    /// How many findings more there are, which a baseline knows.
    pub known: usize,
    /// Where secrets stand in the text, in order: not to be shown.
    pub secrets: Vec<Span>,
    /// Whether the file was passed over: nobody asked for it, and it declares no resources.
    pub passed_over: bool,
}

/// What there is to say of several files.
#[derive(Debug)]
pub struct Report<'s> {
    /// Each file that was not passed over, in the order in which they were given.
    pub files: Vec<FileReport<'s>>,
}

/// How much was checked, and how much was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Summary {
    /// Files that were checked.
    pub files: usize,
    /// Resources that they declare.
    pub resources: usize,
    /// Resources that could not be held against a schema.
    pub unchecked: usize,
    /// Places of more resources, which only running a program would tell.
    pub not_read: usize,
    /// Findings that make a deployment fail.
    pub errors: usize,
    /// Findings that are likely mistakes.
    pub warnings: usize,
    /// Findings that are worth knowing.
    pub infos: usize,
    /// Findings that a baseline knows.
    #[serde(skip_serializing_if = "is_zero")]
    pub known: usize,
    /// Fixes that were made.
    #[serde(skip_serializing_if = "is_zero")]
    pub fixed: usize,
    /// Errors and warnings with a fix that can be made unseen.
    #[serde(skip)]
    pub fixable: usize,
    /// Errors and warnings with a fix that a person should look at.
    #[serde(skip)]
    pub fixable_on_request: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

impl<'s> FileReport<'s> {
    /// The text as it can be shown: with asterisks in the place of secrets, byte for byte.
    #[must_use]
    pub fn shown_text(&self) -> Cow<'s, str> {
        if self.secrets.is_empty() { Cow::Borrowed(self.text) } else { Cow::Owned(mask(self.text, &self.secrets)) }
    }

    /// The same beside another text of the file: with asterisks in the place of its secrets, too.
    #[must_use]
    pub fn shown_text_beside(&self, other: &FileReport<'_>) -> String {
        let secrets =
            other.secrets.iter().map(|secret| secret.slice_of(other.text)).filter(|secret| !secret.is_empty());
        let places = secrets.flat_map(|secret| self.text.match_indices(secret));
        let mut places: Vec<Span> = places.map(|(at, text)| Span::from_offsets(at, at + text.len())).collect();
        places.extend(&self.secrets);
        places.sort_unstable();
        mask(self.text, &places)
    }

    /// Whether an edit writes anew a secret that it takes out.
    pub(crate) fn repeats_a_secret(&self, edit: &Edit) -> bool {
        let first = self.secrets.partition_point(|secret| secret.end <= edit.span.start);
        let touched = self.secrets[first..].iter().take_while(|secret| secret.start < edit.span.end);
        touched.map(|secret| secret.slice_of(self.text)).any(|secret| edit.text.contains(secret))
    }

    /// The file in figures.
    #[must_use]
    pub fn summary(&self) -> Summary {
        if self.passed_over {
            return Summary::default();
        }
        let count = |severity| self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        let fixable = |safe| {
            let shown = self.diagnostics.iter().filter(|diagnostic| diagnostic.severity > Severity::Info);
            shown.filter_map(|diagnostic| diagnostic.fix.as_ref()).filter(|fix| fix.safe == safe).count()
        };
        Summary {
            files: 1,
            resources: self.resources,
            unchecked: self.unchecked,
            not_read: self.not_read,
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            infos: count(Severity::Info),
            known: self.known,
            fixed: 0,
            fixable: fixable(true),
            fixable_on_request: fixable(false),
        }
    }
}

impl Report<'_> {
    /// All files in figures.
    #[must_use]
    pub fn summary(&self) -> Summary {
        self.files.iter().map(FileReport::summary).sum()
    }
}

impl Add for Summary {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            files: self.files + other.files,
            resources: self.resources + other.resources,
            unchecked: self.unchecked + other.unchecked,
            not_read: self.not_read + other.not_read,
            errors: self.errors + other.errors,
            warnings: self.warnings + other.warnings,
            infos: self.infos + other.infos,
            known: self.known + other.known,
            fixed: self.fixed + other.fixed,
            fixable: self.fixable + other.fixable,
            fixable_on_request: self.fixable_on_request + other.fixable_on_request,
        }
    }
}

impl Sum for Summary {
    fn sum<I: Iterator<Item = Self>>(summaries: I) -> Self {
        summaries.fold(Self::default(), Add::add)
    }
}
