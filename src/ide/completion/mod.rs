//! What can stand at a place of a file: keys, values, resource types, dependencies.

mod body;
mod dependency;
mod get_id;
mod insertion;
mod property;
mod repair;
mod there;
mod token;

use super::{
    Files, View,
    cursor::{Area, Cursor},
};
use crate::linter::{Linter, Source};
use crate::read::Format;
use crate::text::{Edit, Span};
use insertion::Writing;
use repair::{Attempt, attempt_at_type, attempts};
use token::Token;

/// What can stand at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completions {
    /// What stands there already, and is replaced.
    pub span: Span,
    /// What can, the likeliest first.
    pub items: Vec<Completion>,
    /// What has to be changed besides: a comma may be missing before it.
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
}

/// What can stand at an offset of one of the files that make a project; `None` where lazuli has nothing to say.
///
/// Half-written text does not parse: it is completed in the ways in which it may go on, until one does.
#[must_use]
pub fn complete(linter: &Linter, sources: &[Source<'_>], file: usize, offset: u32) -> Option<Completions> {
    let source = sources.get(file)?;
    let format = Format::of(source.path)?;
    let text = std::str::from_utf8(source.content).ok()?;
    let token = Token::at(text, offset)?;
    let attempt = attempts(text, &token, format).find(|attempt| attempt.is_read(format));
    let complete = |attempt: Attempt| complete_attempt(linter, sources, file, (text, &token, format), &attempt);
    attempt.and_then(complete).or_else(|| complete(attempt_at_type(text, &token, format)?))
}

/// What can stand at the token of a text, where the text goes on as an attempt has it.
fn complete_attempt(
    linter: &Linter,
    sources: &[Source<'_>],
    file: usize,
    (text, token, format): (&str, &Token, Format),
    attempt: &Attempt,
) -> Option<Completions> {
    let mut sources = sources.to_vec();
    sources[file].content = attempt.text.as_bytes();
    let files = Files::read(&sources);
    let view = View::new(linter, &files);
    let cursor = Cursor::at(&view, file, attempt.offset)?;
    let writing = Writing::new(text, token, format);
    let items = match cursor.area {
        Area::Body => body::items(&view, &cursor, &writing),
        Area::Properties => property::items(&view, &cursor, &writing),
        Area::Dependencies => dependency::items(&view, &cursor, &writing),
        Area::GetId => get_id::items(&view, &cursor, &writing),
    };
    let span = if cursor.is_at_a_key() { writing.key_span() } else { token.content };
    let besides = attempt.comma.map(|at| Edit::replace(Span::new(at, at), ",")).into_iter().collect();
    (!items.is_empty()).then_some(Completions { span, items, besides })
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
