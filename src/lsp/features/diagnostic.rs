use gen_lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag,
    DocumentDiagnosticParams, DocumentDiagnosticReport, FullDocumentDiagnosticReport,
    RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport,
};

use super::Asked;
use crate::diagnostic::{self, Severity};
use crate::linter::FileReport;
use crate::lsp::{Server, publishing::in_short, settings::SECTION, uri::path_of};
use crate::text::{LineIndex, Span};

/// `textDocument/diagnostic`
pub(super) fn diagnostic(server: &mut Server, params: &DocumentDiagnosticParams) -> DocumentDiagnosticReport {
    let shows_related = server.client.related_information;
    let uri = &params.text_document.uri;
    let found = server.asked(uri).map(|asked| asked.diagnostics(shows_related)).unwrap_or_default();
    let short = in_short(&found);
    server.publishing.is_news(&path_of(uri), short);
    let result_id = format!("{short:x}");
    if params.previous_result_id.as_ref() == Some(&result_id) {
        let report = UnchangedDocumentDiagnosticReport { result_id };
        RelatedUnchangedDocumentDiagnosticReport::new(None, report).into()
    } else {
        let report = FullDocumentDiagnosticReport { result_id: Some(result_id), items: found };
        RelatedFullDocumentDiagnosticReport::new(None, report).into()
    }
}

impl Asked<'_> {
    /// What is found in the file.
    fn diagnostics(&self, shows_related: bool) -> Vec<Diagnostic> {
        self.diagnostics_of(&self.report(), shows_related)
    }

    /// What a check of the file found, as clients take it.
    pub(in crate::lsp) fn diagnostics_of(&self, report: &FileReport<'_>, shows_related: bool) -> Vec<Diagnostic> {
        let lines = self.lines(self.file);
        report.diagnostics.iter().map(|found| self.diagnostic(found, &lines, shows_related)).collect()
    }

    fn diagnostic(&self, found: &diagnostic::Diagnostic, lines: &LineIndex<'_>, shows_related: bool) -> Diagnostic {
        let message = match &found.help {
            Some(help) => format!("{}\n{help}", found.message),
            None => found.message.clone(),
        };
        let related = found.related.iter().map(|related| self.related(related)).collect();
        let is_superfluous = SUPERFLUOUS.contains(&found.rule.0);
        Diagnostic {
            range: self.range(lines, found.span),
            severity: Some(match found.severity {
                Severity::Error => DiagnosticSeverity::Error,
                Severity::Warning => DiagnosticSeverity::Warning,
                Severity::Info => DiagnosticSeverity::Information,
            }),
            code: Some(found.rule.to_string().into()),
            code_description: Some(CodeDescription { href: found.rule.url().into() }),
            source: Some(SECTION.to_owned()),
            message: message.into(),
            tags: is_superfluous.then(|| vec![DiagnosticTag::Unnecessary]),
            related_information: (shows_related && !found.related.is_empty()).then_some(related),
            data: None,
        }
    }

    fn related(&self, related: &diagnostic::Related) -> DiagnosticRelatedInformation {
        let (file, span) = match &related.file {
            None => (self.file, related.span),
            Some(other) => {
                let file = self.files.iter().position(|file| file.source.path == other.path);
                (file.unwrap_or(self.file), Span::new(other.start.offset, other.end.offset))
            }
        };
        DiagnosticRelatedInformation { location: self.location(file, span), message: related.message.clone() }
    }
}

/// The rules whose findings can be taken out without anything being lost; editors show them faded.
const SUPERFLUOUS: [&str; 2] = ["definition/unused-parameter", "suppression/unused"];
