//! Reads JSON without the words for people and the requests that create nothing, which are most of a swagger file.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// Members that say nothing about what is allowed, wherever their value is a text.
const WORDS: [&str; 4] = ["description", "summary", "title", "x-ms-client-name"];

/// A member that is never anything else.
const EXAMPLES: &str = "x-ms-examples";

/// Requests that create nothing; nothing else of that name has answers.
const OTHER_REQUESTS: [&str; 6] = ["delete", "get", "head", "options", "patch", "post"];
const ANSWERS: &str = "responses";

/// Reads a text, which may begin with a byte order mark.
pub(super) fn parse(content: &[u8]) -> Result<Value, serde_json::Error> {
    let content = content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content);
    let mut deserializer = serde_json::Deserializer::from_slice(content);
    let value = Facts.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

struct Facts;

impl<'de> DeserializeSeed<'de> for Facts {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Facts {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, boolean: bool) -> Result<Value, E> {
        Ok(Value::Bool(boolean))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(Number::from_f64(number).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Value, E> {
        Ok(Value::String(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element_seed(Facts)? {
            items.push(item);
        }
        items.shrink_to_fit();
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            if key == EXAMPLES {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let value = map.next_value_seed(Facts)?;
            // A property may have such a name: its schema is no text, and has no answers.
            let is_for_people = value.is_string() && WORDS.contains(&key.as_str());
            let creates_nothing = value.get(ANSWERS).is_some() && OTHER_REQUESTS.contains(&key.as_str());
            if !is_for_people && !creates_nothing {
                members.insert(key, value);
            }
        }
        Ok(Value::Object(members))
    }
}
