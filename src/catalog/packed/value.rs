use std::borrow::Cow;

use serde_json::{Map, Value};

use super::{
    Packed,
    format::{
        ARRAY, FOLLOWS, INTEGER, KIND_BITS, NUMBER, OBJECT, PREFIXED, PREFIXED_BY_SECOND, PREFIXES, SIMPLE, STRING,
    },
};

/// A JSON value in the blob: its offset among the values.
#[derive(Debug, Clone, Copy)]
pub(super) struct PackedValue(pub(super) usize);

impl PackedValue {
    /// The value; `None` if the blob is not one that the build script wrote.
    pub(super) fn decode(self, packed: Packed) -> Option<Value> {
        let (kind, argument, mut rest) = self.head(packed)?;
        Some(match kind {
            SIMPLE => match argument {
                0 => Value::Null,
                boolean => Value::Bool(boolean == 2),
            },
            INTEGER => Value::from(argument),
            STRING | PREFIXED | PREFIXED_BY_SECOND => Value::from(text(packed, kind, argument)?),
            NUMBER => serde_json::from_str(packed.string(argument)?).ok()?,
            ARRAY => {
                let items = (0..argument).map(|_| Self(variable(&mut rest)?).decode(packed));
                Value::Array(items.collect::<Option<_>>()?)
            }
            OBJECT => {
                let members = (0..argument).map(|_| {
                    let key = packed.string(variable(&mut rest)?)?;
                    Some((key.to_owned(), Self(variable(&mut rest)?).decode(packed)?))
                });
                Value::Object(members.collect::<Option<Map<_, _>>>()?)
            }
            _ => return None,
        })
    }

    /// The member with that key, where the value is an object.
    pub(super) fn member(self, packed: Packed, wanted: &str) -> Option<Self> {
        let (kind, argument, mut rest) = self.head(packed)?;
        let members = if kind == OBJECT { argument } else { 0 };
        (0..members).find_map(|_| {
            let key = packed.string(variable(&mut rest)?)?;
            let value = Self(variable(&mut rest)?);
            (key == wanted).then_some(value)
        })
    }

    /// The string, where the value is one.
    pub(super) fn text(self, packed: Packed) -> Option<Cow<'static, str>> {
        let (kind, argument, _) = self.head(packed)?;
        text(packed, kind, argument)
    }

    /// The kind, the argument, and the bytes behind them.
    fn head(self, packed: Packed) -> Option<(u8, usize, &'static [u8])> {
        let (first, mut rest) = packed.value_bytes(self.0)?.split_first()?;
        let argument = match first >> KIND_BITS {
            FOLLOWS => variable(&mut rest)?,
            beside => usize::from(beside),
        };
        Some((first & ((1 << KIND_BITS) - 1), argument, rest))
    }
}

fn text(packed: Packed, kind: u8, argument: usize) -> Option<Cow<'static, str>> {
    let string = packed.string(argument)?;
    Some(match kind {
        STRING => Cow::Borrowed(string),
        PREFIXED => Cow::Owned(PREFIXES[0].to_owned() + string),
        PREFIXED_BY_SECOND => Cow::Owned(PREFIXES[1].to_owned() + string),
        _ => return None,
    })
}

/// The variable number at the start of `bytes`, which is taken off them.
pub(super) fn variable(bytes: &mut &[u8]) -> Option<usize> {
    let mut number = 0;
    for shift in (0..usize::BITS).step_by(7) {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= usize::from(first & 0x7f) << shift;
        if first & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}
