use crate::diagnostic::Diagnostic;
use crate::document::{Suppression, SuppressionScope};
use crate::rules::means;
use crate::text::Span;

/// Leaves out the findings that the comments of a file ask to be left out.
///
/// Returns for each comment whether it did so for each rule that it names; for one that names none, whether it did
/// at all.
pub(super) fn suppress(
    suppressions: &[Suppression<'_>],
    text: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Vec<bool>> {
    let mut used: Vec<Vec<bool>> = suppressions.iter().map(|found| vec![false; found.rules.len().max(1)]).collect();
    let places: Vec<Span> = suppressions.iter().map(|suppression| place(suppression, text)).collect();
    diagnostics.retain(|diagnostic| {
        let mut is_wanted = true;
        for ((suppression, place), used) in suppressions.iter().zip(&places).zip(&mut used) {
            if !(place.start..place.end).contains(&diagnostic.span.start) {
                continue;
            }
            if suppression.rules.is_empty() {
                used[0] = true;
                is_wanted = false;
            }
            for (name, used) in suppression.rules.iter().zip(used) {
                if means(&name.text, diagnostic.rule) {
                    *used = true;
                    is_wanted = false;
                }
            }
        }
        is_wanted
    });
    used
}

/// Where a comment has its say.
fn place(suppression: &Suppression<'_>, text: &str) -> Span {
    match suppression.scope {
        SuppressionScope::File => Span::from_offsets(0, text.len() + 1),
        SuppressionScope::NextLine => next_line(text, suppression.span.end as usize),
    }
}

/// The next line that has more than a comment, with the end of the line.
fn next_line(text: &str, from: usize) -> Span {
    let mut start = from + line_length(&text[from..]);
    loop {
        let rest = &text[start..];
        let length = line_length(rest);
        let line = rest[..length].trim();
        let is_passed_over =
            line.is_empty() || line.starts_with("//") || (line.starts_with("/*") && line.ends_with("*/"));
        if length == 0 || !is_passed_over {
            return Span::from_offsets(start, start + length.max(1));
        }
        start += length;
    }
}

/// The bytes up to the end of the line, which is one of them.
fn line_length(text: &str) -> usize {
    text.find('\n').map_or(text.len(), |end| end + 1)
}
