//! What can stand at a place of a file: keys, values, resource types, dependencies.

mod body;
mod definition;
mod dependency;
mod get_id;
mod insertion;
mod property;
mod repair;
mod skeleton;
mod there;
mod token;

use super::{
    Files, View,
    cursor::{Area, Cursor, holds},
};
use crate::linter::{Linter, ReadFile};
use crate::read::Format;
use crate::text::{Edit, Span};
use definition::definitions;
pub use definition::prepare_definitions;
use insertion::Writing;
use repair::{Attempt, Missing, attempt_at_type, attempts};
use token::Token;

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
    let found = attempts(text, &token, format).find_map(|attempt| {
        let read = attempt.read(&source);
        // The first that can be read is the one that is meant.
        read.document.syntax_errors.is_empty().then(|| written.completions(linter, files, (file, &read), &attempt))
    });
    let at_type = || {
        let attempt = attempt_at_type(text, &token, format)?;
        written.completions(linter, files, (file, &attempt.read(&source)), &attempt)
    };
    found.flatten().or_else(at_type).or_else(|| definitions(linter, &source, &written))
}

/// What is written where the cursor is.
struct Written<'w> {
    text: &'w str,
    token: &'w Token,
    format: Format,
}

impl Written<'_> {
    /// What can stand at the token, where the text goes on as an attempt has it; `read` is that in the place of the file
    /// of that number.
    fn completions(
        &self,
        linter: &Linter,
        files: &[&ReadFile<'_>],
        (file, read): (usize, &ReadFile<'_>),
        attempt: &Attempt,
    ) -> Option<Completions> {
        // Where there is no definition, nobody needs to know what belongs together.
        if !read.document.definitions.iter().any(|definition| holds(&definition.body, attempt.offset)) {
            return None;
        }
        let alone = View::of(linter, vec![read]);
        let cursor = Cursor::at(&alone, 0, attempt.offset)?;
        let can_be = if cursor.is_at_a_key() {
            self.token.can_be_a_key(attempt.comma.is_some())
        } else {
            self.token.can_be_a_value() && (attempt.behind != Missing::Rest || self.is_last_of_its_line())
        };
        if !can_be {
            return None;
        }
        let behind_a_value = if attempt.behind == Missing::Comma { "," } else { "" };
        let writing = Writing::new(self.text, self.token, self.format, behind_a_value);
        // What the other files declare can only be named where a resource names another.
        let with_others = || {
            let mut files = files.to_vec();
            files[file] = read;
            View::of(linter, files)
        };
        let items = match cursor.area {
            Area::Body => body::items(&alone, &cursor, &writing),
            Area::Properties => property::items(&alone, &cursor, &writing),
            Area::Dependencies => dependency::items(&with_others(), &cursor, &writing),
            Area::GetId => get_id::items(&with_others(), &cursor, &writing),
        };
        let span = if cursor.is_at_a_key() { writing.key_span() } else { self.token.content };
        // Within quotes that are closed, what is missing behind a value goes behind the quote.
        let is_quoted = !cursor.is_at_a_key() && self.token.quote.is_some() && self.token.is_closed;
        let behind = (is_quoted && attempt.behind == Missing::Comma).then_some(self.token.whole().end);
        let commas = [attempt.comma, behind].into_iter().flatten();
        let besides = commas.map(|at| Edit::replace(Span::new(at, at), ",")).collect();
        (!items.is_empty()).then_some(Completions { span, items, besides })
    }

    fn is_last_of_its_line(&self) -> bool {
        let behind = &self.text[self.token.whole().end as usize..];
        behind.lines().next().is_none_or(|line| line.trim().is_empty())
    }
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
