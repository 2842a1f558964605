use memchr::memmem;

use crate::document::CALLBACK_PARAMETERS;
use crate::text::Span;

/// Where a file uses what callbacks are given, as far as its text tells: found once, however many callbacks there are.
pub(super) struct Words([Vec<u32>; CALLBACK_PARAMETERS.len()]);

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let places = |name: &str| {
            let found = memmem::find_iter(text.as_bytes(), name).filter(|at| is_use(text, *at, name));
            found.map(|at| Span::from_offsets(at, at).start).collect()
        };
        Self(CALLBACK_PARAMETERS.map(places))
    }

    /// Whether a name is used in a part of the text.
    pub(super) fn uses(&self, text: &str, place: Span, name: &str) -> bool {
        match CALLBACK_PARAMETERS.iter().position(|known| *known == name) {
            Some(known) => {
                let places = &self.0[known];
                let next = places.partition_point(|at| *at < place.start);
                places.get(next).is_some_and(|at| *at < place.end)
            }
            None => {
                let part = place.slice_of(text);
                memmem::find_iter(part.as_bytes(), name).any(|at| is_use(part, at, name))
            }
        }
    }
}

/// Whether a name that stands somewhere is a word that can be a use of it, and no key and no member.
fn is_use(text: &str, start: usize, name: &str) -> bool {
    let bytes = text.as_bytes();
    let end = start + name.len();
    let is_part_of_a_word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$') || !byte.is_ascii();
    let is_a_member = bytes[..start].ends_with(b".") && !bytes[..start].ends_with(b"...");
    let is_a_word =
        !bytes[..start].last().is_some_and(is_part_of_a_word) && !bytes.get(end).is_some_and(is_part_of_a_word);
    is_a_word && !is_a_member && !is_a_key(bytes, start, end)
}

/// Whether a word is followed by a colon and stands where a key can.
fn is_a_key(bytes: &[u8], start: usize, end: usize) -> bool {
    let next = bytes[end..].iter().find(|byte| !byte.is_ascii_whitespace());
    let before = bytes[..start].iter().rfind(|byte| !byte.is_ascii_whitespace());
    next == Some(&b':') && matches!(before, Some(b'{' | b','))
}
