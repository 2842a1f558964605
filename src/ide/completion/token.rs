use crate::text::Span;

/// The word or string that somebody is writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// What of it can be replaced: a word, or what stands between quotes.
    pub(super) content: Span,
    /// Where the cursor is.
    pub(super) offset: u32,
    /// The quote that it begins with, where it is a string.
    pub(super) quote: Option<char>,
    /// Whether the quote behind it is there, too.
    pub(super) is_closed: bool,
}

impl Token {
    /// The token at an offset; `None` in a comment, and outside of the text.
    pub(super) fn at(text: &str, offset: u32) -> Option<Self> {
        let at = offset as usize;
        let before = text.get(..at)?;
        let line_start = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let mut quote: Option<(char, usize)> = None;
        let mut letters = before[line_start..].char_indices();
        while let Some((position, letter)) = letters.next() {
            match (quote, letter) {
                (Some(_), '\\') => {
                    letters.next();
                }
                (Some((open, _)), letter) if letter == open => quote = None,
                (None, '"' | '\'' | '`') => quote = Some((letter, line_start + position + 1)),
                (None, '/') if before[line_start + position..].starts_with("//") => return None,
                _ => {}
            }
        }
        let rest = &text[at..];
        let line = &rest[..rest.find(['\n', '\r']).unwrap_or(rest.len())];
        Some(match quote {
            Some((open, start)) => {
                let close = line.find(open);
                let end = close.unwrap_or_else(|| word_length(line, is_of_a_word));
                Self {
                    content: Span::from_offsets(start, at + end),
                    offset,
                    quote: Some(open),
                    is_closed: close.is_some(),
                }
            }
            None => {
                let word = before[line_start..].chars().rev().take_while(|letter| is_of_a_word(*letter));
                let start = at - word.map(char::len_utf8).sum::<usize>();
                let content = Span::from_offsets(start, at + word_length(line, is_of_a_word));
                Self { content, offset, quote: None, is_closed: true }
            }
        })
    }

    /// The token with its quotes.
    pub(super) fn whole(&self) -> Span {
        let quote = u32::from(self.quote.is_some());
        Span::new(self.content.start - quote, self.content.end + if self.is_closed { quote } else { 0 })
    }

    /// Whether nothing is written yet.
    pub(super) fn is_empty(&self) -> bool {
        self.quote.is_none() && self.content.start == self.content.end
    }
}

fn is_of_a_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '$')
}

fn word_length(text: &str, is_of_it: fn(char) -> bool) -> usize {
    text.find(|letter: char| !is_of_it(letter)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_a_word_or_what_stands_between_quotes() {
        // `|` is the cursor: the content, whether there is a quote, whether it is closed.
        let table = [
            ("a: sta|tus,", "status", false, true),
            ("a: |", "", false, true),
            ("a: \"App|roved\",", "Approved", true, true),
            ("a: \"App|", "App", true, false),
            ("a: \"App| }", "App", true, false),
            ("a: 'x', b: '|'", "", true, true),
            ("a: \"x\\\"y|\"", "x\\\"y", true, true),
        ];
        for (text, content, is_string, is_closed) in table {
            let offset = u32::try_from(text.find('|').unwrap()).unwrap();
            let text = text.replace('|', "");
            let token = Token::at(&text, offset).unwrap();
            assert_eq!(token.content.slice_of(&text), content, "{text}");
            assert_eq!((token.quote.is_some(), token.is_closed), (is_string, is_closed), "{text}");
        }
        assert_eq!(Token::at("a: 1, // b", 9), None);
        assert_eq!(Token::at("a", 2), None);
    }
}
