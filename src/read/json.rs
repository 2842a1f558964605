//! Reads JSON, with the comments and trailing commas that configuration files allow themselves.
//!
//! A file holds an array of definitions, one definition, or an object whose `resources` are definitions.
//! `properties` is then the body itself.

use std::borrow::Cow;

use serde_json::Number;

use super::{
    limits::{MOST_NESTED, too_deep},
    template,
};
use crate::document::{
    Array, Definition, Document, JsonType, Member, Name, Notation, ObjectBuilder, RepeatedKey, Suppression,
    SyntaxError, Unknown, Value, ValueKind,
};
use crate::text::{Span, quote};

/// Reads `text`.
pub(super) fn read(text: &str) -> Document<'_> {
    let mut parser = Parser::new(text);
    match parser.file() {
        Ok(root) => {
            let declares_none = has_no_resources(&root);
            let definitions = definitions(root);
            let declares_resources = declares_none || definitions.iter().any(is_surely_a_definition);
            let Parser { repeated_keys, suppressions, .. } = parser;
            Document { definitions, repeated_keys, suppressions, declares_resources, ..Document::default() }
        }
        Err(error) => Document {
            declares_resources: text.contains("\"group\"") && text.contains("\"type\""),
            syntax_errors: vec![error],
            ..Document::default()
        },
    }
}

/// Whether a text is that of a template of Azure Resource Manager, as far as it says so itself: whole or half-written.
pub(crate) fn is_a_template(text: &str) -> bool {
    text.contains(TEMPLATE_SCHEMA) || text.contains("\"apiVersion\"")
}

/// `{ "resources": [] }`: a list of resources that has none yet.
fn has_no_resources(root: &Value<'_>) -> bool {
    let resources = root.as_object().and_then(|object| object.get("resources"));
    resources.and_then(|member| member.value.as_array()).is_some_and(|resources| resources.items.is_empty())
}

fn definitions(root: Value<'_>) -> Vec<Definition<'_>> {
    let says_so = root.as_object().is_some_and(|object| {
        object.get_str("$schema").is_some_and(|schema| schema.trim_end_matches('#').ends_with(TEMPLATE_SCHEMA))
    });
    match root.kind {
        ValueKind::Array(array) => from_items(array.items, says_so),
        ValueKind::Object(_) if is_definition(&root) => from_items(vec![root], says_so),
        ValueKind::Object(object) => {
            let resources = object.members.into_iter().find(|member| member.key == "resources");
            match resources.map(|member| member.value.kind) {
                Some(ValueKind::Array(array)) => from_items(array.items, says_so),
                // Newer templates give each resource a name.
                Some(ValueKind::Object(named)) => {
                    from_items(named.members.into_iter().map(|member| member.value).collect(), says_so)
                }
                _ => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}

/// The items as definitions, if one of them is one, or the file `says_so`, that it is a template: the others then are
/// meant to be. What has no group is of the template then, too, whatever its type.
fn from_items(items: Vec<Value<'_>>, says_so: bool) -> Vec<Definition<'_>> {
    let mut definitions = Vec::new();
    let is_a_template = says_so || items.iter().any(is_of_a_template);
    if says_so || items.iter().any(is_definition) {
        for item in items {
            if is_of_a_template(&item) || (is_a_template && has_no_group(&item)) {
                template::definitions(item, &mut definitions);
            } else {
                definitions.push(Definition::new(item, Notation::Data));
            }
        }
    }
    definitions
}

fn is_of_a_template(value: &Value<'_>) -> bool {
    let resource_type = value.as_object().and_then(|object| object.get_str("type"));
    has_no_group(value) && resource_type.is_some_and(|name| name.contains('/'))
}

fn has_no_group(value: &Value<'_>) -> bool {
    value.as_object().is_some_and(|object| object.get("group").is_none())
}

/// Whether an object is a resource definition, and not one of the many other things that JSON files hold
/// and that have a `type` too (a package, a JSON Schema).
fn is_definition(value: &Value<'_>) -> bool {
    let Some(object) = value.as_object() else { return false };
    let resource_type = object.get_str("type").unwrap_or_default();
    let has_body = object.get("properties").is_some() || object.get("dependencies").is_some();
    (object.get("group").is_some() && (object.get("type").is_some() || has_body))
        || resource_type.contains('/')
        || (resource_type.starts_with(|first: char| first.is_ascii_uppercase()) && has_body)
}

/// Whether it can be nothing else. What has no group can: `"type": "Feature"` is a place on a map. So can what is
/// written small: `"type": "line", "group": "cpu"` is a chart.
fn is_surely_a_definition(definition: &Definition<'_>) -> bool {
    let is_a_name = |name: &Option<Name<'_>>| {
        name.as_ref().is_some_and(|name| name.text.starts_with(|first: char| first.is_ascii_uppercase()))
    };
    definition.has_arm_type() || (is_a_name(&definition.group) && is_a_name(&definition.resource_type))
}

struct Parser<'s> {
    text: &'s str,
    bytes: &'s [u8],
    at: usize,
    /// Whether a string may go over several lines. Azure's templates may have such strings; elsewhere a
    /// quote that is forgotten is better found on its own line.
    long_strings: bool,
    repeated_keys: Vec<RepeatedKey>,
    suppressions: Vec<Suppression<'s>>,
}

/// How the schema of a template of Azure Resource Manager ends (`deploymentTemplate.json`,
/// `managementGroupDeploymentTemplate.json`, …).
const TEMPLATE_SCHEMA: &str = "eploymentTemplate.json";

type Parsed<T> = Result<T, SyntaxError>;

impl<'s> Parser<'s> {
    fn new(text: &'s str) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            at: 0,
            long_strings: text.contains(TEMPLATE_SCHEMA),
            repeated_keys: Vec::new(),
            suppressions: Vec::new(),
        }
    }

    fn file(&mut self) -> Parsed<Value<'s>> {
        if self.text.starts_with('\u{feff}') {
            self.at = '\u{feff}'.len_utf8();
        }
        self.blanks()?;
        let root = self.value(0)?;
        self.blanks()?;
        if self.at < self.bytes.len() {
            return Err(self.unexpected("the end of the file"));
        }
        Ok(root)
    }

    fn value(&mut self, depth: usize) -> Parsed<Value<'s>> {
        let start = self.at;
        let kind = match self.bytes.get(self.at) {
            Some(b'{' | b'[') if depth >= MOST_NESTED => return Err(too_deep(start)),
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.array(depth)?,
            Some(b'"') => ValueKind::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(byte) if byte.is_ascii_alphabetic() => self.literal()?,
            _ => return Err(self.unexpected("a value")),
        };
        Ok(Value::new(Span::from_offsets(start, self.at), kind))
    }

    fn object(&mut self, depth: usize) -> Parsed<ValueKind<'s>> {
        let opening = self.at;
        self.at += 1;
        let mut object = ObjectBuilder::with_capacity(0);
        loop {
            self.blanks()?;
            let start = self.at;
            match self.bytes.get(self.at) {
                Some(b'}') => {
                    self.at += 1;
                    return Ok(ValueKind::Object(object.finish(&mut self.repeated_keys)));
                }
                Some(b'"') => {}
                None => return Err(self.unclosed(opening, "}")),
                Some(_) => return Err(self.unexpected("a key in double quotes or `}`")),
            }
            let key = self.string()?;
            let key_span = Span::from_offsets(start, self.at);
            self.blanks()?;
            if self.bytes.get(self.at) != Some(&b':') {
                return Err(self.unexpected("`:`"));
            }
            self.at += 1;
            self.blanks()?;
            let value = self.value(depth + 1)?;
            object.add(Member { key, key_span, span: Span::from_offsets(start, self.at), value });
            self.separator(opening, b'}')?;
        }
    }

    fn array(&mut self, depth: usize) -> Parsed<ValueKind<'s>> {
        let opening = self.at;
        self.at += 1;
        let mut array = Array::default();
        loop {
            self.blanks()?;
            match self.bytes.get(self.at) {
                Some(b']') => {
                    self.at += 1;
                    return Ok(ValueKind::Array(array));
                }
                None => return Err(self.unclosed(opening, "]")),
                Some(_) => array.items.push(self.value(depth + 1)?),
            }
            self.separator(opening, b']')?;
        }
    }

    /// A comma, unless the closing bracket comes.
    fn separator(&mut self, opening: usize, closing: u8) -> Parsed<()> {
        self.blanks()?;
        match self.bytes.get(self.at) {
            Some(b',') => self.at += 1,
            Some(byte) if *byte == closing => {}
            None => return Err(self.unclosed(opening, &char::from(closing).to_string())),
            Some(_) => return Err(self.unexpected(&format!("`,` or `{}`", char::from(closing)))),
        }
        Ok(())
    }

    fn string(&mut self) -> Parsed<Cow<'s, str>> {
        let start = self.at;
        self.at += 1;
        let mut unescaped: Option<String> = None;
        let mut piece = self.at;
        loop {
            match self.bytes.get(self.at) {
                Some(b'"') => {
                    let rest = &self.text[piece..self.at];
                    self.at += 1;
                    return Ok(match unescaped {
                        None => Cow::Borrowed(rest),
                        Some(before) => Cow::Owned(before + rest),
                    });
                }
                Some(b'\\') => {
                    let before = unescaped.get_or_insert_default();
                    before.push_str(&self.text[piece..self.at]);
                    let character = self.escape()?;
                    unescaped.get_or_insert_default().push(character);
                    piece = self.at;
                }
                Some(b'\n' | b'\r' | b'\t') if self.long_strings => self.at += 1,
                Some(b'\n' | b'\r') | None => {
                    return Err(self.error(start, self.at, "this string has no closing `\"`".to_owned()));
                }
                Some(0..=0x1f) => {
                    let message = "a control character in a string must be written as an escape".to_owned();
                    return Err(self.error(self.at, self.at + 1, message));
                }
                Some(_) => self.at += 1,
            }
        }
    }

    fn escape(&mut self) -> Parsed<char> {
        let start = self.at;
        self.at += 2;
        Ok(match self.bytes.get(start + 1) {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let first = self.hex(start)?;
                if (0xd800..0xdc00).contains(&first) && self.bytes[self.at..].starts_with(b"\\u") {
                    let second_start = self.at;
                    self.at += 2;
                    let second = self.hex(start)?;
                    if (0xdc00..0xe000).contains(&second) {
                        let code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                        return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                    }
                    self.at = second_start;
                }
                // Half of a surrogate pair is no character.
                char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            _ => {
                let end = self.text[start + 1..].chars().next().map_or(start + 1, |next| start + 1 + next.len_utf8());
                return Err(self.error(start, end, "this is no escape of JSON".to_owned()));
            }
        })
    }

    /// The four hexadecimal digits of an escape that began at `start`.
    fn hex(&mut self, start: usize) -> Parsed<u32> {
        let digits =
            self.text.get(self.at..self.at + 4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
            Some(code) => {
                self.at += 4;
                Ok(code)
            }
            None => Err(self.error(start, start + 2, "`\\u` needs four hexadecimal digits".to_owned())),
        }
    }

    fn number(&mut self) -> Parsed<ValueKind<'s>> {
        let start = self.at;
        let length = self.bytes[start..]
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
            .count();
        self.at += length;
        let written = &self.text[start..self.at];
        match serde_json::from_str(written) {
            Ok(number) => Ok(ValueKind::Number(number)),
            Err(_) if is_out_of_range(written) => {
                Ok(ValueKind::Unknown(Unknown::Expression { text: Some(written), known_type: Some(JsonType::Number) }))
            }
            Err(_) => Err(self.error(start, self.at, format!("{} is no number of JSON", quote(written)))),
        }
    }

    fn literal(&mut self) -> Parsed<ValueKind<'s>> {
        let start = self.at;
        self.at += self.bytes[start..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        match &self.text[start..self.at] {
            "null" => Ok(ValueKind::Null),
            "true" => Ok(ValueKind::Boolean(true)),
            "false" => Ok(ValueKind::Boolean(false)),
            other => Err(self.error(start, self.at, format!("expected a value, found {}", quote(other)))),
        }
    }

    /// Blanks and comments.
    fn blanks(&mut self) -> Parsed<()> {
        loop {
            match self.bytes.get(self.at) {
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                Some(b'/') => match self.bytes.get(self.at + 1) {
                    Some(b'/') => {
                        let rest = &self.bytes[self.at..];
                        let length = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
                        self.comment(length, 0);
                    }
                    Some(b'*') => match self.text[self.at + 2..].find("*/") {
                        Some(length) => self.comment(2 + length + 2, 2),
                        None => {
                            let message = "this comment has no closing `*/`".to_owned();
                            return Err(self.error(self.at, self.at + 2, message));
                        }
                    },
                    _ => return Ok(()),
                },
                _ => return Ok(()),
            }
        }
    }

    /// A comment of that many bytes, so many of which close it.
    fn comment(&mut self, length: usize, closing: usize) {
        let (start, end) = (self.at, self.at + length);
        let content = Span::from_offsets(start + 2, end - closing);
        self.suppressions.extend(Suppression::of_comment(self.text, Span::from_offsets(start, end), content));
        self.at = end;
    }

    fn unexpected(&self, expected: &str) -> SyntaxError {
        match self.text[self.at..].chars().next() {
            Some(found) => {
                let end = self.at + found.len_utf8();
                let message = format!("expected {expected}, found {}", quote(&found.to_string()));
                let error = self.error(self.at, end, message);
                match found {
                    '\'' => error.with_help("JSON has strings in double quotes only."),
                    _ => error,
                }
            }
            None => self.error(self.at, self.at, format!("expected {expected}, found the end of the file")),
        }
    }

    fn unclosed(&self, opening: usize, closing: &str) -> SyntaxError {
        let bracket = &self.text[opening..=opening];
        self.error(opening, opening + 1, format!("this `{bracket}` has no closing `{closing}`"))
    }

    #[expect(clippy::unused_self, reason = "reads as the parser's own word at each call")]
    fn error(&self, start: usize, end: usize, message: String) -> SyntaxError {
        SyntaxError::new(message, Span::from_offsets(start, end))
    }
}

/// Whether a number is well formed, but too large to hold (`1e400`).
fn is_out_of_range(written: &str) -> bool {
    let (mantissa, exponent) = written.split_once(['e', 'E']).unwrap_or((written, "0"));
    let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let is_exponent = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_exponent && serde_json::from_str::<Number>(mantissa).is_ok()
}
