use gen_lsp_types::{Hover, MarkupContent, MarkupKind, TextDocumentPositionParams};

use crate::lsp::session::Session;

/// `textDocument/hover`
pub(super) fn hover(session: &mut Session, params: &TextDocumentPositionParams) -> Option<Hover> {
    let asked = session.asked(&params.text_document.uri)?;
    let found = asked.view().hover(asked.file, asked.offset(params.position));
    found.map(|found| Hover {
        contents: MarkupContent { kind: MarkupKind::Markdown, value: found.markdown() }.into(),
        range: Some(asked.range(&asked.lines(asked.file), found.span)),
    })
}
