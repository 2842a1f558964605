//! What kinds of bytes a text has.

/// A table of the bytes that match a pattern: looking one up is what the scan does most.
macro_rules! class {
    ($pattern:pat) => {{
        let mut class = [false; 256];
        let mut byte = u8::MIN;
        loop {
            class[byte as usize] = matches!(byte, $pattern);
            if byte == u8::MAX {
                break class;
            }
            byte += 1;
        }
    }};
}

/// Blanks of ASCII.
pub(super) static BLANK: [bool; 256] = class!(b' ' | b'\t' | b'\n' | b'\r');

/// What goes on a word. Bytes beyond ASCII are left to the scan.
pub(super) static WORD: [bool; 256] = class!(b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'$');

/// What ends a string, or could: anything else in it stands for itself.
pub(super) static SPECIAL_IN_STRING: [bool; 256] = class!(b'"' | b'\'' | b'\\' | b'\n' | b'\r');

pub(super) fn is_word(byte: u8) -> bool {
    WORD[usize::from(byte)]
}
