use gen_lsp_types::{Range, Uri};
use serde::Deserialize;

use super::encoding::Encoding;
use crate::text::LineIndex;

/// A file that is open in the editor: its text there counts, whatever is on the disk.
#[derive(Debug)]
pub(super) struct OpenDocument {
    /// The address by which the editor knows it.
    pub(super) uri: Uri,
    pub(super) version: i32,
    pub(super) text: String,
}

/// `textDocument/didChange`
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DidChange {
    pub(super) text_document: ChangedDocument,
    pub(super) content_changes: Vec<ContentChange>,
}

#[derive(Debug, Deserialize)]
pub(super) struct ChangedDocument {
    pub(super) uri: Uri,
    pub(super) version: i32,
}

/// A change of a text. One whose range cannot be understood is none of the whole text.
#[derive(Debug, Deserialize)]
pub(super) struct ContentChange {
    /// What is replaced; none where it is all.
    range: Option<Range>,
    text: String,
}

impl OpenDocument {
    /// Makes a change of the editor's; a range that reaches beyond the text is taken as far as the text goes.
    pub(super) fn change(&mut self, change: ContentChange, encoding: Encoding) {
        match change.range {
            None => self.text = change.text,
            Some(range) => {
                let span = encoding.span(&lines_of(&self.text, true), &self.text, range);
                self.text.replace_range(span.start as usize..span.end as usize, &change.text);
            }
        }
    }
}

/// The lines of a text, as the client counts their columns: what is open stands in the editor, the rest in files.
pub(super) fn lines_of(text: &str, is_open: bool) -> LineIndex<'_> {
    if is_open { LineIndex::of_document(text) } else { LineIndex::new(text) }
}
