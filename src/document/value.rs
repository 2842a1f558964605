use std::{borrow::Cow, collections::HashMap};

use serde_json::Number;

use super::{JsonType, Name};
use crate::text::Span;

/// A value of a file, with the place it stands at. It borrows from the file's text.
#[derive(Debug, Clone, PartialEq)]
pub struct Value<'s> {
    /// The whole value, brackets and quotes included.
    pub span: Span,
    /// What it is.
    pub kind: ValueKind<'s>,
}

/// What a value is, as far as the text alone tells.
#[derive(Debug, Clone, PartialEq)]
pub enum ValueKind<'s> {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A finite number.
    Number(Number),
    /// A string, without quotes and escapes.
    String(Cow<'s, str>),
    /// A list.
    Array(Array<'s>),
    /// A map.
    Object(Object<'s>),
    /// Something that only running the program would tell. Nothing is reported about it but what holds for
    /// every value of its type.
    Unknown(Unknown<'s>),
}

/// A list of values.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Array<'s> {
    /// The values that stand in the text, in their order.
    pub items: Vec<Value<'s>>,
    /// Whether there may be more of them: a spread brings values that are not known.
    pub open: bool,
}

/// A map from keys to values.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Object<'s> {
    /// The members, each key once, in the order of the text.
    pub members: Vec<Member<'s>>,
    /// Whether there may be more of them: a spread or a computed key brings some that are not known.
    pub open: bool,
    /// Where each key stands among the members, once there are too many to look through.
    pub(crate) positions: Option<Box<Positions<'s>>>,
}

/// Where each key of a large object stands among its members.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Positions<'s>(pub(crate) HashMap<Cow<'s, str>, usize>);

/// A key and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Member<'s> {
    /// The key, without quotes and escapes.
    pub key: Cow<'s, str>,
    /// Where the key stands, quotes included.
    pub key_span: Span,
    /// Where key and value stand together.
    pub span: Span,
    /// The value. Where a name stands for it, its own place is that of what the name stands for.
    pub value: Value<'s>,
}

/// What is known of a value that is not known.
#[derive(Debug, Clone, PartialEq)]
pub enum Unknown<'s> {
    /// Any expression.
    Expression {
        /// The expression as it stands in the text, where it stands there alone: two equal texts of one
        /// file then mean equal values.
        text: Option<&'s str>,
        /// Its type, where the syntax shows it.
        known_type: Option<JsonType>,
    },
    /// A string put together from parts, one of which at least is not known.
    Template(Vec<TemplatePart<'s>>),
    /// `undefined`: as good as left out.
    Undefined,
    /// `process.env.NAME`: a string, or nothing at all.
    Environment(&'s str),
    /// `getId({ … })`: a string; the value is the argument, whose members name the resource.
    Reference(Box<Value<'s>>),
    /// A function; the deploying tool calls it for what it returns.
    Function(Box<Function<'s>>),
}

/// A part of a [`Unknown::Template`].
#[derive(Debug, Clone, PartialEq)]
pub enum TemplatePart<'s> {
    /// Text that is known.
    Text(Cow<'s, str>),
    /// What is filled in.
    Hole(Value<'s>),
}

/// A function of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Function<'s> {
    /// The names it takes from the object that it is called with.
    pub parameters: Vec<Parameter<'s>>,
    /// Between its round brackets, where it takes nothing or an object: there more names can be added.
    pub parameter_list: Option<Span>,
    /// What the deploying tool would give it, where it uses that and does not take it: the first use of each.
    pub not_taken: Vec<Name<'s>>,
    /// What it returns.
    pub returns: Value<'s>,
}

/// A name that a function takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter<'s> {
    /// The name (`config`, `getId`).
    pub name: &'s str,
    /// Where it stands.
    pub span: Span,
    /// Where all that belongs to it stands: `config: settings = {}`.
    pub whole: Span,
    /// Whether it has a value of its own for when it is not given.
    pub has_default: bool,
    /// Whether the function uses it, as far as its text tells.
    pub is_used: bool,
}

/// What the deploying tool gives to `properties` (and, of these, `config` to `dependencies`).
pub const CALLBACK_PARAMETERS: [&str; 4] = ["config", "getId", "generatePassword", "multiline"];

impl Parameter<'_> {
    /// Whether it is a plain name, and not a computed or quoted key.
    #[must_use]
    pub fn is_a_name(&self) -> bool {
        self.name.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '$'))
    }
}

impl<'s> Value<'s> {
    /// A value at a place.
    #[must_use]
    pub const fn new(span: Span, kind: ValueKind<'s>) -> Self {
        Self { span, kind }
    }

    /// The string, where the value is a known one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            ValueKind::String(text) => Some(text),
            _ => None,
        }
    }

    /// The map, where the value is one.
    #[must_use]
    pub fn as_object(&self) -> Option<&Object<'s>> {
        match &self.kind {
            ValueKind::Object(object) => Some(object),
            _ => None,
        }
    }

    /// The list, where the value is one.
    #[must_use]
    pub fn as_array(&self) -> Option<&Array<'s>> {
        match &self.kind {
            ValueKind::Array(array) => Some(array),
            _ => None,
        }
    }

    /// The function, where the value is one that stands in the file.
    #[must_use]
    pub fn as_function(&self) -> Option<&Function<'s>> {
        match &self.kind {
            ValueKind::Unknown(Unknown::Function(function)) => Some(function),
            _ => None,
        }
    }

    /// Whether the value is `undefined`.
    #[must_use]
    pub fn is_undefined(&self) -> bool {
        matches!(self.kind, ValueKind::Unknown(Unknown::Undefined))
    }

    /// Whether only running the program would tell the value.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        matches!(self.kind, ValueKind::Unknown(_))
    }

    /// Whether every part of the value, however deep, is known.
    #[must_use]
    pub fn is_wholly_known(&self) -> bool {
        match &self.kind {
            ValueKind::Array(array) => !array.open && array.items.iter().all(Self::is_wholly_known),
            ValueKind::Object(object) => {
                !object.open && object.members.iter().all(|member| member.value.is_wholly_known())
            }
            ValueKind::Unknown(_) => false,
            _ => true,
        }
    }

    /// The JSON type, where the text shows it.
    #[must_use]
    pub fn known_type(&self) -> Option<JsonType> {
        match &self.kind {
            ValueKind::Null => Some(JsonType::Null),
            ValueKind::Boolean(_) => Some(JsonType::Boolean),
            ValueKind::Number(_) => Some(JsonType::Number),
            ValueKind::String(_) | ValueKind::Unknown(Unknown::Template(_) | Unknown::Reference(_)) => {
                Some(JsonType::String)
            }
            ValueKind::Array(_) => Some(JsonType::Array),
            ValueKind::Object(_) => Some(JsonType::Object),
            ValueKind::Unknown(Unknown::Expression { known_type, .. }) => *known_type,
            ValueKind::Unknown(Unknown::Undefined | Unknown::Environment(_) | Unknown::Function(_)) => None,
        }
    }

    /// The value as text a person recognises: a known string as it is, a template with its holes as
    /// `${…}`; `None` for anything else.
    #[must_use]
    pub fn display_text(&self) -> Option<Cow<'_, str>> {
        match &self.kind {
            ValueKind::String(text) => Some(Cow::Borrowed(text)),
            ValueKind::Unknown(Unknown::Template(parts)) => {
                Some(Cow::Owned(parts.iter().map(TemplatePart::display_text).collect()))
            }
            _ => None,
        }
    }
}

impl TemplatePart<'_> {
    fn display_text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Hole(value) => Cow::Owned(format!("${{{}}}", value.source_text())),
        }
    }
}

impl Value<'_> {
    /// The expression as written, for an unknown; `…` for what has no text of its own.
    fn source_text(&self) -> &str {
        match &self.kind {
            ValueKind::Unknown(Unknown::Expression { text: Some(text), .. } | Unknown::Environment(text)) => text,
            _ => "…",
        }
    }
}

impl<'s> Object<'s> {
    /// The member with that key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Member<'s>> {
        self.members.get(self.position(key)?)
    }

    /// Where the member with that key stands among the members.
    pub(crate) fn position(&self, key: &str) -> Option<usize> {
        match &self.positions {
            Some(positions) => positions.0.get(key).copied(),
            None => self.members.iter().position(|member| member.key == key),
        }
    }

    /// The value of the member with that key, where it is a known string.
    #[must_use]
    pub fn get_str(&self, key: &str) -> Option<&str> {
        self.get(key)?.value.as_str()
    }
}
