use super::surroundings::{Around, Quoted, Surroundings, is_of_a_word, surroundings};
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
    /// The last letter of code before it.
    before: Option<char>,
    /// The brackets that are open around it, the outermost first: where each is, and which. None in the hole of a
    /// template.
    pub(super) brackets: Option<Vec<(usize, char)>>,
}

impl Token {
    /// The token at an offset; `None` in a comment, where no token can begin, and outside of the text.
    pub(super) fn at(text: &str, offset: u32) -> Option<Self> {
        let at = offset as usize;
        let written = text.get(..at)?;
        let rest = &text[at..];
        let line = &rest[..rest.find(['\n', '\r']).unwrap_or(rest.len())];
        let Surroundings { around, brackets } = surroundings(written);
        match around {
            Around::Comment => None,
            // A text that goes over several lines is none that can be chosen.
            Around::String(string) if written[string.start..].contains('\n') => None,
            Around::String(Quoted { quote, start, before }) => {
                let close = line.find(quote);
                let end = close.unwrap_or_else(|| word_length(line));
                let content = Span::from_offsets(start, at + end);
                Some(Self { content, offset, quote: Some(quote), is_closed: close.is_some(), before, brackets })
            }
            Around::Code(before) => {
                let word = written.chars().rev().take_while(|letter| is_of_a_word(*letter));
                let start = at - word.map(char::len_utf8).sum::<usize>();
                let end = at + word_length(line);
                // The member of something, or what is spread.
                let is_member = written[..start].ends_with('.');
                let is_nothing = start == end && !can_begin_between(written, rest);
                let content = Span::from_offsets(start, end);
                let token = Self { content, offset, quote: None, is_closed: true, before, brackets };
                (!is_member && !is_nothing).then_some(token)
            }
        }
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

    /// Whether it can be a key, where a comma is put before it, or none.
    pub(super) fn can_be_a_key(&self, has_comma: bool) -> bool {
        has_comma || matches!(self.before, Some('{' | ','))
    }

    /// Whether it can be a value.
    pub(super) fn can_be_a_value(&self) -> bool {
        self.before != Some('{')
    }
}

/// Whether something can begin between what is written and the rest of a text. Directly behind a string or a bracket that
/// is closed, and directly before a string, there is nothing to complete; what stands before a bracket belongs to it.
fn can_begin_between(written: &str, rest: &str) -> bool {
    let is_behind_an_end =
        written.ends_with(|letter: char| !letter.is_whitespace() && !matches!(letter, '{' | '[' | '(' | ',' | ':'));
    !is_behind_an_end && !rest.starts_with(['"', '\'']) && !rest.trim_start().starts_with(['[', '(', '`'])
}

fn word_length(text: &str) -> usize {
    text.find(|letter: char| !is_of_a_word(letter)).unwrap_or(text.len())
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
