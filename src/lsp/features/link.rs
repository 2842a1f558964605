use gen_lsp_types::{DocumentLink, DocumentLinkParams};

use crate::lsp::session::Session;

/// `textDocument/documentLink`
pub(super) fn links(session: &mut Session, params: &DocumentLinkParams) -> Vec<DocumentLink> {
    let Some(asked) = session.asked(&params.text_document.uri) else { return Vec::new() };
    let lines = asked.lines(asked.file);
    let link = |link: crate::ide::Link| DocumentLink {
        range: asked.range(&lines, link.span),
        target: Some(link.url.into()),
        tooltip: Some(link.title),
        data: None,
    };
    asked.view().links(asked.file).into_iter().map(link).collect()
}
