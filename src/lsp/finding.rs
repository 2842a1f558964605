use gen_lsp_types::{CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag};

use super::{asked::Asked, settings::SECTION};
use crate::diagnostic::{self, Severity};
use crate::linter::FileReport;
use crate::text::{LineIndex, Span};

impl Asked<'_> {
    /// What is found in the file, as clients take it.
    pub(super) fn diagnostics(&self, shows_related: bool) -> Vec<Diagnostic> {
        self.diagnostics_of(&self.report(), shows_related)
    }

    /// What a check of the file found, as clients take it.
    pub(super) fn diagnostics_of(&self, report: &FileReport<'_>, shows_related: bool) -> Vec<Diagnostic> {
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
