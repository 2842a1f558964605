use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::text::{Span, quote_value};

/// What stands in the place of a secret in a message.
const MASK: &str = "***";

/// A text of fewer bytes is masked where it is a secret, and not wherever else it stands: it may be any word.
const SHORTEST_ELSEWHERE: usize = 6;

/// So many different secrets are looked for elsewhere in a file.
const MOST_ELSEWHERE: usize = 64;

/// The places of all secrets in a text, in order, those included where a secret is repeated.
pub(super) fn places(text: &str, secrets: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut places: BTreeSet<Span> = secrets.map(|secret| inside_quotes(text, secret)).collect();
    let written: BTreeSet<&str> = places.iter().map(|place| place.slice_of(text)).collect();
    let long = written.into_iter().filter(|secret| secret.len() >= SHORTEST_ELSEWHERE);
    for secret in long.take(MOST_ELSEWHERE) {
        let repeated = text.match_indices(secret).map(|(at, _)| Span::from_offsets(at, at + secret.len()));
        places.extend(repeated);
    }
    places.into_iter().collect()
}

/// The text with asterisks in the place of each secret: as many bytes, in the same lines.
pub(super) fn mask(text: &str, places: &[Span]) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut from = 0;
    for place in places {
        let (start, end) = (place.start.max(from), place.end.max(from));
        masked.push_str(Span::new(from, start).slice_of(text));
        for letter in Span::new(start, end).slice_of(text).chars() {
            match letter {
                '\n' | '\r' => masked.push(letter),
                _ => masked.extend(std::iter::repeat_n('*', letter.len_utf8())),
            }
        }
        from = end;
    }
    masked.push_str(Span::from_offsets(from as usize, text.len()).slice_of(text));
    masked
}

/// Takes secrets out of what is said of them, whichever rule says it; the findings are in the order of the text.
pub(super) fn mask_messages(text: &str, secrets: &[(Span, String)], diagnostics: &mut [Diagnostic]) {
    for (span, value) in secrets {
        let written = inside_quotes(text, *span).slice_of(text);
        let first = diagnostics.partition_point(|diagnostic| diagnostic.span.start < span.start);
        for diagnostic in diagnostics[first..].iter_mut().take_while(|diagnostic| diagnostic.span.start < span.end) {
            for secret in [value, written].into_iter().filter(|secret| !secret.is_empty()) {
                mask_in(diagnostic, secret);
            }
        }
    }
}

fn mask_in(diagnostic: &mut Diagnostic, secret: &str) {
    let quoted = quote_value(secret);
    // Short of its quotes and of the mark that it was cut.
    let quoted = quoted.trim_matches(['`', '"']).trim_end_matches('…').to_owned();
    let masked = |text: &str| text.replace(secret, MASK).replace(&quoted, MASK);
    diagnostic.message = masked(&diagnostic.message);
    diagnostic.help = diagnostic.help.take().map(|help| masked(&help).into());
    for related in &mut diagnostic.related {
        related.message = masked(&related.message);
    }
    if let Some(fix) = &mut diagnostic.fix {
        fix.title = masked(&fix.title).into();
    }
}

fn inside_quotes(text: &str, string: Span) -> Span {
    if string.slice_of(text).starts_with(['"', '\'', '`']) && string.end - string.start >= 2 {
        Span::new(string.start + 1, string.end - 1)
    } else {
        string
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_masked_wherever_it_stands() {
        let text = "a: \"geheim€1\", // geheim€1\nb: 2";
        let places = places(text, [Span::from_offsets(3, 15)].into_iter());
        assert_eq!(mask(text, &places), "a: \"**********\", // **********\nb: 2");
    }
}
