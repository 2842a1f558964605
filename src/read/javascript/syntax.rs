use oxc_diagnostics::OxcDiagnostic;

use super::span_of;
use crate::document::SyntaxError;
use crate::text::{Span, quote};

/// The parser's error, in words that need no knowledge of parsers.
pub(super) fn syntax_error(text: &str, error: &OxcDiagnostic) -> SyntaxError {
    let mut labels = error.labels.iter();
    // The parser's own places can cut a character that is no ASCII.
    let place = labels.next().map(|label| span_of(label.span()).on_characters_of(text));
    let end = text.trim_end().len();
    let is_at_end = place.is_none_or(|span| span.start as usize >= end);
    let found = match place {
        Some(span) if !is_at_end => quote(span.first_line_of(text).slice_of(text)),
        _ => "the end of the file".to_owned(),
    };
    let expected = error.message.strip_prefix("Expected ").and_then(|rest| rest.split_once(" but found `"));
    let message = match (expected, error.message.as_ref()) {
        (Some((expected, _)), _) => format!("expected {expected}, found {found}"),
        (None, "Unexpected token") if is_at_end => "the file ends too early".to_owned(),
        (None, "Unexpected token") => format!("{found} cannot stand here"),
        (None, "Unterminated string") => "this string has no closing quote".to_owned(),
        (None, other) if other.contains("JSX") => "lazuli reads JavaScript and TypeScript without JSX".to_owned(),
        (None, other) => other.to_owned(),
    };
    let comma_missing = expected.is_some_and(|(expected, _)| expected.contains("`,`")) && !is_at_end;
    let help = match &error.help {
        Some(help) if !help.contains("parser options") => Some(help.to_string()),
        Some(_) => None,
        None => comma_missing.then(|| "Is a comma missing before it?".to_owned()),
    };
    let opened = labels.next().map(|label| span_of(label.span()).on_characters_of(text));
    let span = place.filter(|_| !is_at_end).unwrap_or_else(|| last_character(&text[..end]));
    SyntaxError { message, help, span, opened }
}

/// Where a text ends that ends too early: behind it there may only be an empty line to show.
fn last_character(text: &str) -> Span {
    let length = text.chars().next_back().map_or(0, char::len_utf8);
    Span::from_offsets(text.len() - length, text.len())
}
