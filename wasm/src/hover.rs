use lazuli::ide;
use lazuli::text::LineIndex;
use serde::Serialize;
use tsify::Tsify;

use crate::place::Range;

/// What there is to say of a thing in a file. All of it is plain text.
#[derive(Debug, Serialize, Tsify)]
pub struct Hover {
    /// The key or value that it is about.
    pub range: Range,
    /// What it is called.
    pub title: String,
    /// What kind of thing it is: `list of string`, `Microsoft.Network/virtualNetworks`.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// What it means, in a few words.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What else there is to say, each fact in a few words.
    pub facts: Vec<String>,
    /// The resource type and version that say so.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// The same as Markdown.
    pub markdown: String,
}

impl Hover {
    pub(crate) fn new(hover: ide::Hover, lines: &LineIndex<'_>) -> Self {
        let markdown = hover.markdown();
        let ide::Hover { span, title, kind, description, facts, origin } = hover;
        Self { range: Range::new(span, lines), title, kind, description, facts, origin, markdown }
    }
}
