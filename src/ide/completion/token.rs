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
        let quote = match around(before) {
            Around::Comment => return None,
            // A text that goes over several lines is none that can be chosen.
            Around::String(_, start) if before[start..].contains('\n') => return None,
            Around::String(quote, start) => Some((quote, start)),
            Around::Code => None,
        };
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
                let word = before.chars().rev().take_while(|letter| is_of_a_word(*letter));
                let start = at - word.map(char::len_utf8).sum::<usize>();
                // The member of something, or what is spread.
                if before[..start].ends_with('.') {
                    return None;
                }
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

/// What a place is in.
enum Around {
    Code,
    Comment,
    /// A string: its quote, and where its content starts.
    String(char, usize),
}

/// What the end of a text is in. A regular expression is taken for code: a quote in it counts up to the end of its line.
fn around(text: &str) -> Around {
    let mut around = Around::Code;
    // The templates whose holes the place is in: where each starts, and how many braces are open in its hole.
    let mut holes: Vec<(usize, usize)> = Vec::new();
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        match (&around, letter) {
            (Around::String(..), '\\') => _ = letters.next(),
            (Around::String('"' | '\'', _), '\n') => around = Around::Code,
            (Around::String('`', start), '$') if text[at + 1..].starts_with('{') => {
                holes.push((*start, 0));
                around = Around::Code;
                letters.next();
            }
            (Around::String(quote, _), letter) if letter == *quote => around = Around::Code,
            (Around::Code, '"' | '\'' | '`') => around = Around::String(letter, at + 1),
            (Around::Code, '/') if text[at..].starts_with("//") => match text[at..].find('\n') {
                Some(length) => letters = skipped(text, at + length),
                None => return Around::Comment,
            },
            (Around::Code, '/') if text[at..].starts_with("/*") => match text[at + 2..].find("*/") {
                Some(length) => letters = skipped(text, at + 2 + length + 2),
                None => return Around::Comment,
            },
            (Around::Code, '{') => holes.iter_mut().rev().take(1).for_each(|(_, braces)| *braces += 1),
            (Around::Code, '}') => match holes.last_mut() {
                Some((start, 0)) => {
                    around = Around::String('`', *start);
                    holes.pop();
                }
                Some((_, braces)) => *braces -= 1,
                None => {}
            },
            _ => {}
        }
    }
    around
}

/// The letters from a place on; they are counted from the start of the text.
fn skipped(text: &str, to: usize) -> std::str::CharIndices<'_> {
    let mut letters = text.char_indices();
    // By bytes: there may be as many letters as the file has.
    while letters.offset() < to && letters.next().is_some() {}
    letters
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
            ("/* it's */ a: x|", "x", false, true),
            ("a: /['\"]/,\nb: '|'", "", true, true),
            ("a: `${ {b: \"c\"} }|`", "${ {b: \"c\"} }", true, true),
            ("a: `${ b|", "b", false, true),
            ("a: \"x\\\"y|\"", "x\\\"y", true, true),
        ];
        for (text, content, is_string, is_closed) in table {
            let offset = u32::try_from(text.find('|').unwrap()).unwrap();
            let text = text.replace('|', "");
            let token = Token::at(&text, offset).unwrap();
            assert_eq!(token.content.slice_of(&text), content, "{text}");
            assert_eq!((token.quote.is_some(), token.is_closed), (is_string, is_closed), "{text}");
        }
        let nowhere =
            ["a: 1, // b|", "/* a\n |", "/* it's */ // |", "a: `b\n|`", "config.|", "...|", "a: `${b} /* ` + 1 /*|"];
        for text in nowhere {
            let offset = u32::try_from(text.rfind('|').unwrap()).unwrap();
            assert_eq!(
                Token::at(&text.replace('|', ""), offset.min(u32::try_from(text.len() - 1).unwrap())),
                None,
                "{text}"
            );
        }
        assert_eq!(Token::at("a", 2), None);
    }
}
