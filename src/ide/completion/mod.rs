//! What can stand at a place of a file: keys, values, resource types, dependencies.

mod body;
mod definition;
mod dependency;
mod get_id;
mod insertion;
mod property;
mod reading;
mod repair;
mod skeleton;
mod surroundings;
mod there;
mod token;
mod written;

use super::Files;
use crate::linter::{Linter, ReadFile};
use crate::read::Format;
use crate::text::{Edit, Span};
use definition::definitions;
pub use definition::prepare_definitions;
use reading::readings;
use repair::{attempt_at_type, attempts};
use token::Token;
use written::Written;

/// What can stand at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completions {
    /// What stands there already, and is replaced.
    pub span: Span,
    /// What can, the likeliest first.
    pub items: Vec<Completion>,
    /// What has to be changed besides: a comma may be missing before it, or behind a string.
    pub besides: Vec<Edit>,
}

/// One thing that can stand at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What it is called.
    pub label: String,
    /// What kind of thing it is.
    pub kind: CompletionKind,
    /// What to know of it first, in a few words.
    pub detail: Option<String>,
    /// What else there is to know.
    pub documentation: Option<String>,
    /// Whether the resource is not whole without it.
    pub required: bool,
    /// The text to put in the place of what stands there.
    pub insert: String,
    /// The same with the place to go on at (`${1}`), where there is one.
    pub snippet: Option<String>,
}

/// The kinds of things that can be completed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompletionKind {
    /// A key.
    Property,
    /// A value that is allowed.
    Value,
    /// A resource type.
    Type,
    /// A group of resource types.
    Group,
    /// A key of `dependencies`.
    Dependency,
    /// The name of a resource.
    Resource,
    /// A whole definition of a resource.
    Definition,
}

/// What can stand at an offset of one of the files that make a project; `None` where lazuli has nothing to say.
///
/// Half-written text does not parse: it is completed in the ways in which it may go on, until one does.
#[must_use]
pub fn complete(linter: &Linter, files: &Files<'_>, file: usize, offset: u32) -> Option<Completions> {
    let files: Vec<&ReadFile<'_>> = files.read.iter().collect();
    complete_in(linter, &files, file, offset)
}

/// The same for files that are read already.
pub(crate) fn complete_in(linter: &Linter, files: &[&ReadFile<'_>], file: usize, offset: u32) -> Option<Completions> {
    let source = files.get(file)?.source;
    let format = Format::of(source.path)?;
    let text = std::str::from_utf8(source.content).ok()?;
    let token = Token::at(text, offset)?;
    let written = Written { text, token: &token, format };
    // The first that can be read is the one that is meant.
    let (reading, found) = readings(text, &token, format).find_map(|reading| {
        let found = attempts(&reading, &token, format).find_map(|attempt| {
            let read = attempt.read(&source);
            read.document.syntax_errors.is_empty().then(|| written.completions(linter, files, (file, &read), &attempt))
        })?;
        Some((reading, found))
    })?;
    let at_type = || {
        let attempt = attempt_at_type(&reading, &token, format)?;
        written.completions(linter, files, (file, &attempt.read(&source)), &attempt)
    };
    found.or_else(at_type).or_else(|| definitions(linter, &source, &written, &reading))
}

impl Completion {
    fn new(label: &str, kind: CompletionKind, insert: String) -> Self {
        Self {
            label: label.to_owned(),
            kind,
            detail: None,
            documentation: None,
            required: false,
            insert,
            snippet: None,
        }
    }

    fn with_detail(self, detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..self }
    }
}
