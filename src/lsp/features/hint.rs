use gen_lsp_types::{InlayHint, InlayHintParams};

use crate::lsp::session::Session;

/// `textDocument/inlayHint`
pub(super) fn hints(session: &mut Session, params: &InlayHintParams) -> Vec<InlayHint> {
    let is_wanted = session.client.settings.shows_api_versions;
    let Some(asked) = session.asked(&params.text_document.uri).filter(|_| is_wanted) else { return Vec::new() };
    let lines = asked.lines(asked.file);
    let hint = |hint: crate::ide::Hint| InlayHint {
        position: asked.position(&lines, hint.offset),
        label: hint.text.into(),
        kind: None,
        text_edits: None,
        tooltip: Some(hint.about.into()),
        padding_left: Some(true),
        padding_right: None,
        data: None,
    };
    asked.view().hints(asked.file, asked.span(params.range)).into_iter().map(hint).collect()
}
