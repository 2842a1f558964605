use gen_lsp_types::{FoldingRange, FoldingRangeParams};

use crate::lsp::session::Session;

/// `textDocument/foldingRange`
pub(super) fn folding(session: &mut Session, params: &FoldingRangeParams) -> Vec<FoldingRange> {
    let folds = session.client.settings.folds;
    let Some(asked) = session.asked(&params.text_document.uri).filter(|_| folds) else { return Vec::new() };
    let lines = asked.lines(asked.file);
    let folds = asked.view().folds(asked.file).into_iter().filter_map(|span| {
        let (start, end) = (asked.position(&lines, span.start), asked.position(&lines, span.end));
        // The line of the closing bracket stays to be seen.
        (end.line > start.line + 1).then(|| FoldingRange {
            start_line: start.line,
            end_line: end.line - 1,
            ..FoldingRange::default()
        })
    });
    let mut folds: Vec<FoldingRange> = folds.collect();
    folds.dedup_by_key(|fold| fold.start_line);
    folds
}
