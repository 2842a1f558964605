use gen_lsp_types::{TextDocumentContentChangeEvent, Uri};

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

impl OpenDocument {
    /// Makes a change of the editor's; a range that reaches beyond the text is taken as far as the text goes.
    pub(super) fn change(&mut self, change: TextDocumentContentChangeEvent, encoding: Encoding) {
        match change {
            TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => self.text = whole.text,
            TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                let span = encoding.span(&LineIndex::new(&self.text), &self.text, part.range);
                self.text.replace_range(span.start as usize..span.end as usize, &part.text);
            }
        }
    }
}
