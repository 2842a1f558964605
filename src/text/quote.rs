use std::{borrow::Cow, fmt::Write};

/// The longest quotation of a file's text in a message, in characters.
const LONGEST_QUOTATION: usize = 60;

/// `text` between backquotes, shortened, with control characters made visible; an empty one as it would stand in
/// a file.
pub(crate) fn quote(text: &str) -> String {
    if text.is_empty() { "`\"\"`".to_owned() } else { ["`", &shorten(text), "`"].concat() }
}

/// A string value as it would stand in a JSON or JavaScript file, shortened, between backquotes.
pub(crate) fn quote_value(text: &str) -> String {
    ["`\"", &shorten(text), "\"`"].concat()
}

fn shorten(text: &str) -> Cow<'_, str> {
    // A text of so few bytes has no more characters: no need to count them.
    let cut = if text.len() <= LONGEST_QUOTATION { None } else { text.char_indices().nth(LONGEST_QUOTATION) };
    match cut {
        None => escape_controls(text),
        Some((cut, _)) => escape_controls(&text[..cut]) + "…",
    }
}

/// Writes characters that could steer a terminal, or that reorder the text around them, as escapes.
pub(crate) fn escape_controls(text: &str) -> Cow<'_, str> {
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~');
    if text.bytes().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if steers_output(character) {
            // Writing to a String cannot fail.
            let _ = write!(escaped, "{}", character.escape_default());
        } else {
            escaped.push(character);
        }
    }
    Cow::Owned(escaped)
}

/// Control characters, and the bidirectional controls of Unicode, which can make a line read as something
/// it is not.
pub(crate) fn steers_output(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// `a`, `a or b`, `a, b or c`: a list of what is allowed, each quoted, at most `most` of them.
pub(crate) fn join_alternatives<'a>(names: impl IntoIterator<Item = &'a str>, most: usize) -> String {
    join(names, most, "or")
}

/// `a`, `a and b`, `a, b and c`: a list of what there is, each quoted, at most `most` of them.
pub(crate) fn join_all<'a>(names: impl IntoIterator<Item = &'a str>, most: usize) -> String {
    join(names, most, "and")
}

fn join<'a>(names: impl IntoIterator<Item = &'a str>, most: usize, word: &str) -> String {
    let names: Vec<String> = names.into_iter().map(quote).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        all if all.len() > most => {
            format!("{} and {} more", all[..most].join(", "), all.len() - most)
        }
        [rest @ .., last] => format!("{} {word} {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_steer_a_terminal_is_made_visible() {
        assert_eq!(quote("a\u{1b}[31mb\n"), "`a\\u{1b}[31mb\\n`");
        assert_eq!(quote("x\u{202e}y\u{9b}"), "`x\\u{202e}y\\u{9b}`");
        assert_eq!(quote(&"é".repeat(61)), format!("`{}…`", "é".repeat(60)));
    }

    #[test]
    fn alternatives_read_as_a_sentence() {
        assert_eq!(join_alternatives(["a"], 3), "`a`");
        assert_eq!(join_alternatives(["a", "b", "c"], 3), "`a`, `b` or `c`");
        assert_eq!(join_alternatives(["a", "b", "c", "d"], 2), "`a`, `b` and 2 more");
    }
}
