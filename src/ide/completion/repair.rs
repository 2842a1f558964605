use super::token::Token;
use crate::read::{Format, read};
use crate::text::{Edit, Span, with_edits};

/// A text as it may go on.
pub(super) struct Attempt {
    pub(super) text: String,
    /// Where the cursor is in it.
    pub(super) offset: u32,
}

impl Attempt {
    /// Whether it parses.
    pub(super) fn is_read(&self, format: Format) -> bool {
        read(&self.text, format).syntax_errors.is_empty()
    }
}

/// The ways in which a text may go on at a token, what changes the least first.
pub(super) fn attempts<'t>(text: &'t str, token: &Token, format: Format) -> impl Iterator<Item = Attempt> + use<'t> {
    let whole = token.whole();
    let offset = token.offset;
    let quote = if token.is_closed { String::new() } else { token.quote.map(String::from).unwrap_or_default() };
    let (fillers, tails): (&[&str], &[&str]) = match format {
        Format::JavaScript(_) if token.is_empty() => (&["", "x"], &["", ",", ": 0,"]),
        Format::JavaScript(_) => (&[""], &["", ",", ": 0", ": 0,"]),
        Format::Json if token.is_empty() => (&["", "0", "\"\": 0"], &["", ","]),
        Format::Json => (&[""], &["", ",", ": 0", ": 0,"]),
    };
    let ways = ["", ","].into_iter().flat_map(move |head| {
        fillers.iter().flat_map(move |filler| tails.iter().map(move |tail| (head, *filler, *tail)))
    });
    ways.map(move |(head, filler, tail)| {
        let before = Edit::replace(Span::new(whole.start, whole.start), head);
        let behind = Edit::replace(Span::new(whole.end, whole.end), format!("{filler}{quote}{tail}"));
        let length = u32::try_from(head.len()).unwrap_or_default();
        // In the quotes of the key that was put there.
        let inside = u32::from(filler.starts_with('"'));
        Attempt { text: with_edits(text, [&before, &behind]), offset: offset + length + inside }
    })
}
