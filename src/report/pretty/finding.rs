use std::{error::Error, fmt, iter};

use miette::{LabeledSpan, SourceCode};

use super::excerpt::Excerpt;
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::{Span, escape_controls};

/// A finding as miette asks for it.
pub(super) struct Finding<'r> {
    pub(super) diagnostic: &'r Diagnostic,
    pub(super) excerpt: &'r Excerpt<'r>,
    pub(super) text: &'r str,
}

impl Finding<'_> {
    /// Offset and length of what is underlined: of several lines, the first.
    fn underlined(&self, span: Span) -> (usize, usize) {
        let shown = span.first_line_of(self.text);
        (shown.start as usize, shown.end.saturating_sub(shown.start) as usize)
    }
}

impl fmt::Display for Finding<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&escape_controls(&self.diagnostic.message))
    }
}

impl fmt::Debug for Finding<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.diagnostic.fmt(formatter)
    }
}

impl Error for Finding<'_> {}

impl miette::Diagnostic for Finding<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(format!("{}[{}]", self.diagnostic.severity, self.diagnostic.rule)))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.diagnostic.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Info => miette::Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let url = self.diagnostic.rule.url();
        Some(Box::new(match &self.diagnostic.help {
            Some(help) => format!("{}\n{url}", escape_controls(help)),
            None => url,
        }))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let place = LabeledSpan::new_primary_with_span(None, self.underlined(self.diagnostic.span));
        let related = self.diagnostic.related.iter().map(|related| {
            LabeledSpan::new_with_span(Some(escape_controls(&related.message)), self.underlined(related.span))
        });
        Some(Box::new(iter::once(place).chain(related)))
    }
}
