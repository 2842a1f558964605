//! A bound on the nesting that is found without reading the text as tokens. It is enough for nearly every file
//! that people write, and costs a fraction of the scan.

use crate::read::MOST_NESTED;

/// The units that a text may have which cannot be too deep. A bracket is two of them, because the parser needs
/// twice the stack for one that it needs for an operator.
const MOST_UNITS: usize = 2 * MOST_NESTED;

/// The most units that one byte stands for.
const MOST_PER_BYTE: usize = 2;

/// How many bytes are counted at once.
const BLOCK: usize = 64;

/// A block, and the bytes behind it that it is seen with.
const WINDOW: usize = BLOCK + 2;

/// Whether all in the text that could nest, nested in one another, would still not be too deep.
pub(super) fn is_surely_shallow(text: &str) -> bool {
    let mut rest = text.as_bytes();
    let mut counted = 0;
    while let Some(window) = rest.first_chunk::<WINDOW>() {
        // So small a number, and no branches: the compiler then looks at many bytes at once.
        let units = (0..BLOCK).fold(0u8, |sum, at| sum + units(window[at], window[at + 1], window[at + 2]));
        counted += usize::from(units);
        rest = &rest[BLOCK..];
    }
    counted + MOST_PER_BYTE * rest.len() <= MOST_UNITS
}

/// What the byte adds to the bound, seeing the two behind it.
#[expect(clippy::needless_bitwise_bool, reason = "a lazy operator is a branch")]
fn units(byte: u8, next: u8, second: u8) -> u8 {
    let is_bracket = (byte == b'(') | is_square_or_curly(byte);
    let is_operator = (byte == b'!')
        | ((byte == b'*') | (byte == b'+'))
        | (byte == b'-')
        | ((byte == b';') | (byte == b'<') | (byte == b'='))
        | (byte == b'?')
        | (byte == b'~');
    // A keyword nests what follows it. A bracket or an operator that stands right behind it counts already.
    let is_end_of_word = byte.is_ascii_lowercase() & ((next <= b' ') | (next == b'/') | (next >= 0x80));
    // A label nests the statement behind it, the colon of a type or of a condition what it comes to: unless that is
    // a literal.
    let begins_literal = second.is_ascii_digit()
        | ((second == b'"') | (second == b'\''))
        | ((second == b'(') | is_square_or_curly(second));
    let is_colon = (byte == b':') & !((next == b' ') & begins_literal);
    2 * u8::from(is_bracket) + u8::from(is_operator) + u8::from(is_end_of_word) + u8::from(is_colon)
}

/// `[` and `{` differ in one bit.
fn is_square_or_curly(byte: u8) -> bool {
    byte | 0x20 == b'{'
}
