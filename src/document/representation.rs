//! Lets `jsonschema` validate a [`Value`] where it stands, without a copy.
//!
//! An unknown value shows the type it is known to have and nothing else, or passes for `null`: what the
//! validator then finds at its place is dropped by `validate`, which knows what is unknown.

use std::{borrow::Cow, slice};

use jsonschema::{
    JsonType,
    json::{self, Json, Node, NodeIdentity, SerdeJson},
};
use jsonschema_value::LazyInstance;
use serde_json::{Map, Number};

use super::{Array, Member, Object, Value, ValueKind};
use crate::text::Span;

/// The JSON representation whose nodes are [`Value`]s.
#[derive(Debug)]
pub struct SpannedJson;

impl Json for SpannedJson {
    type Node<'a> = &'a Value<'a>;
    type PreparedKey = String;
    type StringBuffer = Option<Value<'static>>;

    const KEYS_PER_LOOKUP: usize = 2;
    const ACYCLIC: bool = true;

    fn prepare_key(key: &str) -> String {
        key.to_owned()
    }

    fn with_string_node<T>(buffer: &mut Self::StringBuffer, string: &str, f: impl FnOnce(Self::Node<'_>) -> T) -> T {
        let kind = ValueKind::String(Cow::Owned(string.to_owned()));
        f(buffer.insert(Value::new(Span::default(), kind)))
    }
}

impl<'a> Node<'a, SpannedJson> for &'a Value<'a> {
    type Object = &'a Object<'a>;
    type Array = &'a Array<'a>;
    type Number = &'a Number;

    fn as_object(&self) -> Option<&'a Object<'a>> {
        Value::as_object(self)
    }

    fn as_array(&self) -> Option<&'a Array<'a>> {
        Value::as_array(self)
    }

    fn as_string(&self) -> Option<Cow<'a, str>> {
        Value::as_str(self).map(Cow::Borrowed)
    }

    fn as_number(&self) -> Option<&'a Number> {
        match &self.kind {
            ValueKind::Number(number) => Some(number),
            _ => None,
        }
    }

    fn as_boolean(&self) -> Option<bool> {
        match self.kind {
            ValueKind::Boolean(boolean) => Some(boolean),
            _ => None,
        }
    }

    fn is_null(&self) -> bool {
        matches!(self.kind, ValueKind::Null)
    }

    fn json_type(&self) -> JsonType {
        self.known_type().unwrap_or(JsonType::Null)
    }

    fn equals_value(&self, expected: &serde_json::Value) -> bool {
        match (&self.kind, expected) {
            (ValueKind::String(text), serde_json::Value::String(expected)) => text == expected,
            (ValueKind::Boolean(boolean), serde_json::Value::Bool(expected)) => boolean == expected,
            (ValueKind::Null, serde_json::Value::Null) => true,
            (ValueKind::Unknown(_), _) => false,
            _ => jsonschema_equal(self, expected),
        }
    }

    fn to_value(&self) -> Cow<'a, serde_json::Value> {
        Cow::Owned(to_json(self))
    }

    /// Nobody reads the copy of a value that an error of the validator carries: `validate` looks at the value itself.
    fn lazy_value(&self) -> LazyInstance<'a> {
        LazyInstance::Ready(Cow::Borrowed(&serde_json::Value::Null))
    }

    fn identity(&self) -> Option<NodeIdentity> {
        Some(NodeIdentity::new(std::ptr::from_ref::<Value<'a>>(self) as usize))
    }
}

impl<'a> json::Object<'a, SpannedJson> for &'a Object<'a> {
    type Node = &'a Value<'a>;
    type MemberName = &'a str;
    type MembersIter = Members<'a>;

    fn len(&self) -> usize {
        self.members.len()
    }

    fn get(&self, key: &String) -> Option<&'a Value<'a>> {
        Object::get(self, key).map(|member| &member.value)
    }

    fn members(&self) -> Members<'a> {
        Members(self.members.iter())
    }
}

/// The members of an object as the validator walks them.
#[derive(Debug)]
pub struct Members<'a>(slice::Iter<'a, Member<'a>>);

impl<'a> Iterator for Members<'a> {
    type Item = (&'a str, &'a Value<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|member| (member.key.as_ref(), &member.value))
    }
}

impl<'a> json::Array<'a, SpannedJson> for &'a Array<'a> {
    type Node = &'a Value<'a>;
    type ElementsIter = slice::Iter<'a, Value<'a>>;

    fn len(&self) -> usize {
        self.items.len()
    }

    fn elements(&self) -> Self::ElementsIter {
        self.items.iter()
    }

    /// Only what is wholly known can be known to come twice.
    fn is_unique(&self) -> bool {
        let known: Vec<_> = self.items.iter().filter(|item| item.is_wholly_known()).map(to_json).collect();
        json::Array::<SerdeJson>::is_unique(&known.as_slice())
    }
}

/// Equality as JSON Schema has it: numbers compare by what they are worth.
fn jsonschema_equal(value: &Value, expected: &serde_json::Value) -> bool {
    use serde_json::Value as Json;
    match (&value.kind, expected) {
        (ValueKind::Null, Json::Null) => true,
        (ValueKind::Boolean(boolean), Json::Bool(expected)) => boolean == expected,
        (ValueKind::Number(number), Json::Number(expected)) => {
            number == expected || number.as_f64() == expected.as_f64()
        }
        (ValueKind::String(text), Json::String(expected)) => text == expected,
        (ValueKind::Array(array), Json::Array(expected)) => {
            array.items.len() == expected.len()
                && array.items.iter().zip(expected).all(|(item, expected)| jsonschema_equal(item, expected))
        }
        (ValueKind::Object(object), Json::Object(expected)) => {
            object.members.len() == expected.len()
                && object.members.iter().all(|member| {
                    expected.get(&*member.key).is_some_and(|expected| jsonschema_equal(&member.value, expected))
                })
        }
        _ => false,
    }
}

/// The value as plain JSON, `null` in the place of what is unknown. For messages only.
fn to_json(value: &Value) -> serde_json::Value {
    match &value.kind {
        ValueKind::Null | ValueKind::Unknown(_) => serde_json::Value::Null,
        ValueKind::Boolean(boolean) => serde_json::Value::Bool(*boolean),
        ValueKind::Number(number) => serde_json::Value::Number(number.clone()),
        ValueKind::String(text) => serde_json::Value::String(text.clone().into_owned()),
        ValueKind::Array(array) => array.items.iter().map(to_json).collect(),
        ValueKind::Object(object) => {
            let members = object.members.iter().map(|member| (member.key.to_string(), to_json(&member.value)));
            serde_json::Value::Object(members.collect::<Map<_, _>>())
        }
    }
}
