use std::{error::Error, fmt, iter};

use miette::{LabeledSpan, SourceCode};

use super::excerpt::{Excerpt, View};
use crate::diagnostic::{Diagnostic, OtherFile, Severity};
use crate::text::{Span, escape_controls};

/// A finding as miette asks for it.
pub(super) struct Finding<'r> {
    diagnostic: &'r Diagnostic,
    /// What is underlined: the place itself, then the related ones, of several lines the first.
    marked: Vec<(Option<String>, Span)>,
    view: View<'r>,
}

impl<'r> Finding<'r> {
    pub(super) fn new(diagnostic: &'r Diagnostic, excerpt: &'r Excerpt<'r>, text: &str) -> Self {
        let related =
            diagnostic.related.iter().filter(|related| related.file.is_none()).map(|related| {
                (Some(escape_controls(&related.message).into_owned()), related.span.first_line_of(text))
            });
        let mut marked: Vec<_> = iter::once((None, diagnostic.span.first_line_of(text))).chain(related).collect();
        let view = excerpt.view(marked.iter().map(|(message, span)| (*span, room(message.as_deref()))));
        for (_, span) in &mut marked {
            *span = view.shown_part(*span);
        }
        Self { diagnostic, marked, view }
    }
}

/// How many columns what is said at a place takes, right of where the place begins: a hook, and the message.
fn room(message: Option<&str>) -> usize {
    const HOOK: usize = 6;
    message.map_or(0, |message| HOOK + message.chars().count())
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
        let help = self.diagnostic.help.iter().map(|help| escape_controls(help).into_owned());
        let elsewhere = self.diagnostic.related.iter().filter_map(|related| {
            let OtherFile { path, start, .. } = related.file.as_ref()?;
            let place = format!("{}:{}:{}", path.to_string_lossy(), start.line, start.column);
            Some(escape_controls(&format!("{place}: {}", related.message)).into_owned())
        });
        let lines = help.chain(elsewhere).chain([format!("See {}", self.diagnostic.rule.url())]);
        Some(Box::new(lines.collect::<Vec<_>>().join("\n")))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.view)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.marked.iter().enumerate().map(|(at, (message, span))| {
            let place = (span.start as usize, (span.end - span.start) as usize);
            if at == 0 {
                LabeledSpan::new_primary_with_span(message.clone(), place)
            } else {
                LabeledSpan::new_with_span(message.clone(), place)
            }
        })))
    }
}
