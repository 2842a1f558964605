//! Equality as JSON Schema has it: numbers compare by what they are worth, and members in any order.

use serde_json::{Map, Number, Value as Json};

use super::number::is_whole;
use crate::document::{Value, ValueKind};

/// A value as JSON in which what is equal is written alike; `None` for one that is not known in every part.
pub(super) fn comparable(value: &Value<'_>) -> Option<Json> {
    Some(match &value.kind {
        ValueKind::Null => Json::Null,
        ValueKind::Boolean(boolean) => Json::Bool(*boolean),
        ValueKind::Number(number) => Json::Number(plain(number)),
        ValueKind::String(text) => Json::String(text.clone().into_owned()),
        ValueKind::Array(array) if !array.open => {
            Json::Array(array.items.iter().map(comparable).collect::<Option<_>>()?)
        }
        ValueKind::Object(object) if !object.open => {
            let members =
                object.members.iter().map(|member| Some((member.key.to_string(), comparable(&member.value)?)));
            Json::Object(members.collect::<Option<Map<_, _>>>()?)
        }
        ValueKind::Array(_) | ValueKind::Object(_) | ValueKind::Unknown(_) => return None,
    })
}

/// A value of a schema, written as [`comparable`] writes one.
pub(super) fn comparable_json(value: &Json) -> Json {
    match value {
        Json::Number(number) => Json::Number(plain(number)),
        Json::Array(items) => items.iter().map(comparable_json).collect(),
        Json::Object(members) => {
            members.iter().map(|(key, value)| (key.clone(), comparable_json(value))).collect::<Map<_, _>>().into()
        }
        other => other.clone(),
    }
}

/// The number without the point that a whole one may be written with.
fn plain(number: &Number) -> Number {
    let is_written_with_a_point = number.as_i64().is_none() && number.as_u64().is_none();
    if !is_written_with_a_point || !is_whole(number) {
        return number.clone();
    }
    // Written without an exponent it is read as an integer, unless it is too large to be one.
    let written = format!("{:.0}", number.as_f64().unwrap_or_default());
    let integer = written.parse().map(i64::into).or_else(|_| written.parse().map(u64::into));
    integer.unwrap_or_else(|_| number.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_equal_is_written_alike() {
        let same = [
            ("1", "1.0"),
            ("-0.0", "0"),
            ("1e2", "100"),
            ("1e300", "1.0e300"),
            ("9223372036854775808", "9.223372036854775808e18"),
            ("-9223372036854775808.0", "-9223372036854775808"),
            ("[1, { \"a\": 2.0, \"b\": null }]", "[1.0, { \"b\": null, \"a\": 2 }]"),
        ];
        for (one, other) in same {
            let [one, other]: [Json; 2] = [one, other].map(|text| serde_json::from_str(text).unwrap());
            assert_eq!(comparable_json(&one), comparable_json(&other));
        }
        let different = [
            ("1", "2"),
            ("1", "true"),
            ("0", "null"),
            ("1", "\"1\""),
            ("[1]", "[1, 1]"),
            ("9007199254740993", "9007199254740992.0"),
        ];
        for (one, other) in different {
            let [one, other]: [Json; 2] = [one, other].map(|text| serde_json::from_str(text).unwrap());
            assert_ne!(comparable_json(&one), comparable_json(&other));
        }
    }
}
