use std::fmt::Write;

use crate::text::is_a_name;

/// A definition, or a part of one, in which some values are to be filled in.
pub(super) enum Skeleton {
    /// A string that is known.
    Known(String),
    /// A string that is to be filled in.
    Text,
    TextList,
    List,
    /// Something else that is to be filled in.
    Other,
    Object(Vec<(String, Skeleton)>),
    /// An object that a function returns, where the file is a program.
    Returned(Vec<(String, Skeleton)>),
}

/// Stands in a text where something is to be filled in; nothing else that is written has it.
const PLACE: char = '\0';

/// The same where there has to be something until it is.
const VALUE: char = '\u{1}';

/// A text without its places, for a file with that indentation.
pub(super) fn plain(text: &str, indentation: &str) -> String {
    text.replace(PLACE, "").replace(VALUE, "null").replace('\t', indentation)
}

/// A text with its places as editors know them: `${1}`.
pub(super) fn snippet(text: &str) -> String {
    let mut snippet = String::with_capacity(text.len());
    let mut places = 0;
    for letter in text.chars() {
        match letter {
            PLACE | VALUE => {
                places += 1;
                // Writing to a String cannot fail.
                let _ = write!(snippet, "${{{places}}}");
            }
            '$' | '\\' => snippet.extend(['\\', letter]),
            _ => snippet.push(letter),
        }
    }
    snippet
}

impl Skeleton {
    /// The text, with its places, in a program or in a data file; `end` stands behind it.
    pub(super) fn written(&self, is_program: bool, end: &str) -> String {
        let mut writer = Writer { is_program, text: String::new(), depth: 0 };
        writer.value(self);
        writer.text + end
    }
}

struct Writer {
    is_program: bool,
    text: String,
    depth: usize,
}

impl Writer {
    fn value(&mut self, skeleton: &Skeleton) {
        match skeleton {
            Skeleton::Known(text) => self.text.push_str(&quoted(text)),
            Skeleton::Text => self.text.extend(['"', PLACE, '"']),
            Skeleton::TextList => self.text.extend(['[', '"', PLACE, '"', ']']),
            Skeleton::List => self.text.extend(['[', PLACE, ']']),
            Skeleton::Other => self.text.push(VALUE),
            Skeleton::Returned(members) if self.is_program => {
                self.text.push_str("() => (");
                self.object(members);
                self.text.push(')');
            }
            Skeleton::Object(members) | Skeleton::Returned(members) => self.object(members),
        }
    }

    fn object(&mut self, members: &[(String, Skeleton)]) {
        if members.is_empty() {
            self.text.push_str("{}");
            return;
        }
        self.text.push('{');
        self.depth += 1;
        for (at, (key, value)) in members.iter().enumerate() {
            self.line();
            let needs_no_quotes = self.is_program && is_a_name(key);
            self.text.push_str(&if needs_no_quotes { key.clone() } else { quoted(key) });
            self.text.push_str(": ");
            self.value(value);
            if self.is_program || at + 1 < members.len() {
                self.text.push(',');
            }
        }
        self.depth -= 1;
        self.line();
        self.text.push('}');
    }

    fn line(&mut self) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n('\t', self.depth));
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
