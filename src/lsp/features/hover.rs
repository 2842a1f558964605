use gen_lsp_types::{Hover, MarkupContent, MarkupKind, TextDocumentPositionParams};

use crate::lsp::{Server, server::Refusal};

/// `textDocument/hover`
pub(super) fn hover(server: &mut Server, params: TextDocumentPositionParams) -> Result<Option<Hover>, Refusal> {
    let Some(asked) = server.asked(&params.text_document.uri) else { return Ok(None) };
    let found = asked.view().hover(asked.file, asked.offset(params.position));
    Ok(found.map(|found| Hover {
        contents: MarkupContent { kind: MarkupKind::Markdown, value: found.markdown() }.into(),
        range: Some(asked.range(&asked.lines(asked.file), found.span)),
    }))
}
