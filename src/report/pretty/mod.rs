//! The report for people: the place in the text, what is wrong with it, what to do.

mod excerpt;
mod finding;
mod summary;

use miette::{GraphicalReportHandler, GraphicalTheme, ThemeCharacters, ThemeStyles};
use textwrap::{WordSeparator, WordSplitter};

use crate::diagnostic::Severity;
use crate::linter::FileReport;
use excerpt::Excerpt;
use finding::Finding;
pub use summary::summary;

/// What the terminal can show, and what the user wants to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether to use colours.
    pub color: bool,
    /// Whether to draw with more than ASCII.
    pub unicode: bool,
    /// The columns of the terminal.
    pub width: usize,
    /// The mildest findings to show.
    pub least: Severity,
}

/// The findings of one file, with a blank line behind each.
#[must_use]
pub fn file(report: &FileReport<'_>, style: Style) -> String {
    let mut shown = report.diagnostics.iter().filter(|diagnostic| diagnostic.severity >= style.least).peekable();
    let mut written = String::new();
    if shown.peek().is_none() {
        return written;
    }
    let handler = handler(style);
    let text = report.shown_text();
    let excerpt = Excerpt::new(report.path, &text, style.width);
    for diagnostic in shown {
        let finding = Finding::new(diagnostic, &excerpt, &text);
        if handler.render_report(&mut written, &finding).is_err() {
            // Should the drawing ever fail, the finding is still said.
            written.push_str(&finding.to_string());
            written.push('\n');
        }
        written.push('\n');
    }
    written
}

fn handler(style: Style) -> GraphicalReportHandler {
    let mut characters = if style.unicode { ThemeCharacters::unicode() } else { ThemeCharacters::ascii() };
    characters.advice = String::from(if style.unicode { "ℹ" } else { "i" });
    let styles = if style.color { ThemeStyles::ansi() } else { ThemeStyles::none() };
    GraphicalReportHandler::new_themed(GraphicalTheme { characters, styles })
        .with_width(style.width)
        .with_links(false)
        // A link that is cut is none.
        .with_break_words(false)
        .with_word_separator(WordSeparator::AsciiSpace)
        .with_word_splitter(WordSplitter::NoHyphenation)
        .with_context_lines(1)
}
