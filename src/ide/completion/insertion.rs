use super::token::Token;
use crate::read::Format;
use crate::text::{Span, is_a_name};

/// How what is completed is written where the cursor is.
pub(super) struct Writing {
    is_json: bool,
    token: Token,
    /// Whether a colon stands behind the token already.
    has_value: bool,
    /// What parts a new member from the next.
    comma: &'static str,
    /// What parts a value from what is next, where that is missing.
    behind_a_value: &'static str,
}

/// What stands behind a key, with the place to go on at.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
    Text,
    Object,
    List,
    TextList,
    /// A function that returns an object.
    Function,
    /// Anything else.
    Other,
}

impl Writing {
    pub(super) fn new(text: &str, token: &Token, format: Format, behind_a_value: &'static str) -> Self {
        let is_json = format == Format::Json;
        let behind = text.get(token.whole().end as usize..).unwrap_or_default().trim_start();
        let comma = match behind.chars().next() {
            Some(',') | None => "",
            Some('"') => ",",
            _ if is_json => "",
            Some('}') if !text[token.offset as usize..].trim_start_matches([' ', '\t']).starts_with(['\n', '\r']) => "",
            Some(_) => ",",
        };
        Self { is_json, token: token.clone(), has_value: behind.starts_with(':'), comma, behind_a_value }
    }

    /// What of the text a key takes the place of: with the quote behind it, where it brings its own.
    pub(super) fn key_span(&self) -> Span {
        let end = if self.has_value { self.token.content.end } else { self.token.whole().end };
        Span::new(self.token.content.start, end)
    }

    /// A key and room for its value: as plain text, and as a snippet.
    pub(super) fn member(&self, key: &str, shape: Shape) -> (String, Option<String>) {
        let key = self.key(key);
        if self.has_value {
            return (key, None);
        }
        let value = |place: &str, comma: &str| {
            let written = match shape {
                Shape::Text => format!("\"{place}\""),
                Shape::Object if place.is_empty() => "{}".to_owned(),
                Shape::Object => format!("{{\n\t{place}\n}}"),
                Shape::List => format!("[{place}]"),
                Shape::TextList => format!("[\"{place}\"]"),
                Shape::Function if self.is_json && place.is_empty() => "{}".to_owned(),
                Shape::Function if self.is_json => format!("{{\n\t{place}\n}}"),
                Shape::Function if place.is_empty() => "() => ({})".to_owned(),
                Shape::Function => format!("() => ({{\n\t{place}\n}})"),
                Shape::Other => place.to_owned(),
            };
            format!("{key}: {written}{comma}")
        };
        // What has nothing behind the colon is not written with a comma: it would have to be put in the middle.
        let is_bare = matches!(shape, Shape::Other);
        (value("", if is_bare { "" } else { self.comma }), Some(value("${1}", self.comma)))
    }

    /// A string in the place of the token, with what is missing behind it.
    pub(super) fn string(&self, text: &str) -> String {
        let written = match self.token.quote {
            Some(quote) if quote != '"' => {
                let escaped = text.replace('\\', "\\\\").replace(quote, &format!("\\{quote}"));
                if quote == '`' { escaped.replace("${", "\\${") } else { escaped }
            }
            _ => self.quoted(text),
        };
        match self.token.quote {
            Some(_) if self.token.is_closed => written,
            Some(quote) => format!("{written}{quote}{}", self.behind_a_value),
            None => written + self.behind_a_value,
        }
    }

    /// Anything but a string in the place of the token; `None` between quotes, where it would be one.
    pub(super) fn bare(&self, text: &str) -> Option<String> {
        self.token.quote.is_none().then(|| format!("{text}{}", self.behind_a_value))
    }

    fn quoted(&self, text: &str) -> String {
        let whole = serde_json::Value::from(text).to_string();
        if self.token.quote.is_some() { whole[1..whole.len() - 1].to_owned() } else { whole }
    }

    fn key(&self, key: &str) -> String {
        match self.token.quote {
            // The quote before it is there; the one behind it is replaced along with the token.
            Some(_) if self.has_value => key.to_owned(),
            Some(quote) => format!("{key}{quote}"),
            None if self.is_json || !is_a_name(key) => serde_json::Value::from(key).to_string(),
            None => key.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Dialect;

    #[test]
    fn keys_and_values_are_written_as_the_file_has_them() {
        let script = Format::JavaScript(Dialect::Script);
        // The text with the cursor, the format, a string, a key with room for its value.
        let table = [
            ("{ | }", script, "\"a\"", "kind: \"\""),
            ("{\n  |\n}", script, "\"a\"", "kind: \"\","),
            ("{\n  |\n  b: 1 }", script, "\"a\"", "kind: \"\","),
            ("{ '|' }", script, "a", "kind': \"\""),
            ("{ \"|\" }", Format::Json, "a", "kind\": \"\""),
            ("{ |\n \"b\": 1 }", Format::Json, "\"a\"", "\"kind\": \"\","),
            ("{\n  |\n}", Format::Json, "\"a\"", "\"kind\": \"\""),
        ];
        for (text, format, string, member) in table {
            let offset = u32::try_from(text.find('|').unwrap()).unwrap();
            let text = text.replace('|', "");
            let writing = Writing::new(&text, &Token::at(&text, offset).unwrap(), format, "");
            assert_eq!(writing.string("a"), string, "{text}");
            assert_eq!(writing.member("kind", Shape::Text).0, member, "{text}");
        }
    }
}
