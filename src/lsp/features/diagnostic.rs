use gen_lsp_types::{
    DocumentDiagnosticParams, DocumentDiagnosticReport, FullDocumentDiagnosticReport,
    RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport,
};

use crate::lsp::{publishing::in_short, session::Session};

/// `textDocument/diagnostic`
pub(super) fn diagnostic(session: &mut Session, params: &DocumentDiagnosticParams) -> DocumentDiagnosticReport {
    let shows_related = session.client.related_information;
    let uri = &params.text_document.uri;
    let path = session.projects.path_of(uri);
    let found = session.asked(uri).map(|asked| asked.diagnostics(shows_related));
    let found = found.unwrap_or_else(|| session.found_in_config(&path));
    let short = in_short(&found);
    session.publishing.is_news(&path, short);
    let result_id = format!("{short:x}");
    if params.previous_result_id.as_ref() == Some(&result_id) {
        let report = UnchangedDocumentDiagnosticReport { result_id };
        RelatedUnchangedDocumentDiagnosticReport::new(None, report).into()
    } else {
        let report = FullDocumentDiagnosticReport { result_id: Some(result_id), items: found };
        RelatedFullDocumentDiagnosticReport::new(None, report).into()
    }
}
