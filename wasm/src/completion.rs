use lazuli::ide;
use lazuli::text::LineIndex;
use serde::Serialize;
use tsify::Tsify;

use crate::place::{Edit, Range};

/// What can stand at a place.
#[derive(Debug, Serialize, Tsify)]
pub struct Completions {
    /// What stands there already, and is replaced.
    pub range: Range,
    /// What can, the likeliest first.
    pub items: Vec<Completion>,
    /// What has to be changed besides: a comma may be missing before it.
    pub besides: Vec<Edit>,
}

/// One thing that can stand at a place.
#[derive(Debug, Serialize, Tsify)]
pub struct Completion {
    /// What it is called.
    pub label: String,
    /// What kind of thing it is.
    pub kind: CompletionKind,
    /// What to know of it first, in a few words.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// What else there is to know.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documentation: Option<String>,
    /// Whether the resource is not whole without it.
    pub required: bool,
    /// The text to put in the place of what stands there.
    pub insert: String,
    /// The same with the places to go on at (`${1}`), where there are any.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snippet: Option<String>,
}

/// The kinds of things that can be completed.
#[derive(Debug, Clone, Copy, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
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

impl Completions {
    pub(crate) fn new(found: ide::Completions, lines: &LineIndex<'_>) -> Self {
        Self {
            range: Range::new(found.span, lines),
            items: found.items.into_iter().map(Completion::new).collect(),
            besides: found.besides.iter().map(|edit| Edit::new(edit, lines)).collect(),
        }
    }
}

impl Completion {
    fn new(found: ide::Completion) -> Self {
        let ide::Completion { label, kind, detail, documentation, required, insert, snippet } = found;
        let kind = match kind {
            ide::CompletionKind::Property => CompletionKind::Property,
            ide::CompletionKind::Value => CompletionKind::Value,
            ide::CompletionKind::Type => CompletionKind::Type,
            ide::CompletionKind::Group => CompletionKind::Group,
            ide::CompletionKind::Dependency => CompletionKind::Dependency,
            ide::CompletionKind::Resource => CompletionKind::Resource,
            ide::CompletionKind::Definition => CompletionKind::Definition,
        };
        Self { label, kind, detail, documentation, required, insert, snippet }
    }
}
