//! A bound on the nesting that is found without reading the text as tokens. It is enough for nearly every file
//! that people write, and costs a fraction of the scan.

use crate::read::MOST_NESTED;

/// The units that a text may have which cannot be too deep. A bracket is two of them, because the parser goes
/// through twice as many calls for one as for an operator.
const MOST_UNITS: usize = 2 * MOST_NESTED;

/// The most units that one byte stands for.
const MOST_PER_BYTE: usize = 2;

/// Bytes whose units a `u8` can hold: counting in so small a number lets the compiler count many at once.
const CHUNK: usize = u8::MAX as usize / MOST_PER_BYTE;

/// Whether all in the text that could nest, nested in one another, would still not be too deep.
pub(super) fn is_surely_shallow(text: &str) -> bool {
    let bytes = text.as_bytes();
    let [behind, second_behind] = [1, 2].map(|distance| bytes.get(distance..).unwrap_or_default());
    let within = second_behind.len();
    let chunks = bytes[..within].chunks(CHUNK).zip(behind.chunks(CHUNK)).zip(second_behind.chunks(CHUNK));
    let inner: usize = chunks
        .map(|((bytes, behind), second_behind)| {
            let neighbours = bytes.iter().zip(behind).zip(second_behind);
            usize::from(neighbours.map(|((byte, next), second)| units(*byte, *next, *second)).sum::<u8>())
        })
        .sum();
    inner + MOST_PER_BYTE * (bytes.len() - within) <= MOST_UNITS
}

/// What the byte adds to the bound, seeing the two behind it. No branches: see [`CHUNK`].
fn units(byte: u8, next: u8, second: u8) -> u8 {
    let is_bracket = (byte == b'(') | is_square_or_curly(byte);
    let is_operator = (byte == b'!')
        | (byte == b'~')
        | (byte == b'*')
        | (byte == b'+')
        | (byte == b'-')
        | (byte == b';')
        | (byte == b'<')
        | (byte == b'=')
        | (byte == b'?');
    // A keyword nests what follows it. A bracket or an operator that stands right behind it counts already.
    let is_end_of_word = byte.is_ascii_lowercase() & ((next <= b' ') | (next == b'/') | (next >= 0x80));
    // A label nests the statement behind it, a colon of a type or a condition what it comes to: not a literal.
    let begins_literal = (second == b'"')
        | (second == b'\'')
        | (second == b'`')
        | (second == b'(')
        | is_square_or_curly(second)
        | second.is_ascii_digit();
    let is_colon = (byte == b':') & !((next == b' ') & begins_literal);
    2 * u8::from(is_bracket) + u8::from(is_operator) + u8::from(is_end_of_word) + u8::from(is_colon)
}

/// `[` and `{` differ in one bit.
fn is_square_or_curly(byte: u8) -> bool {
    byte | 0x20 == b'{'
}
