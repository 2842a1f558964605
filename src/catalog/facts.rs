use super::{Additional, Enumeration, PathParameter, Pattern, ResourceSchema, Schema, SchemaType};
use crate::text::{join_alternatives, quote};

/// The most values of an enumeration that are listed.
const MOST_VALUES: usize = 40;

/// How many lists inside one another are named.
const DEEPEST_LIST: usize = 8;

impl ResourceSchema {
    /// The kind of value that a place takes, in a few words: `string`, `list of object`, `string (uuid)`.
    #[must_use]
    pub fn kind(&self, declared: &Schema) -> String {
        self.kind_up_to(declared, DEEPEST_LIST)
    }

    fn kind_up_to(&self, declared: &Schema, depth: usize) -> String {
        let schema = self.resolve(declared);
        let kind = match (schema.json_type, &schema.additional) {
            (Some(SchemaType::Array), _) => match &schema.items {
                Some(items) if depth > 0 => format!("list of {}", self.kind_up_to(items, depth - 1)),
                _ => "list".to_owned(),
            },
            (Some(SchemaType::Object) | None, Additional::Of(values)) if schema.properties.is_empty() && depth > 0 => {
                format!("map of {}", self.kind_up_to(values, depth - 1))
            }
            (None, _) if !schema.properties.is_empty() => SchemaType::Object.name().to_owned(),
            (None, _) => "any value".to_owned(),
            (Some(json_type), _) => json_type.name().to_owned(),
        };
        match &schema.format {
            Some(format) => format!("{kind} ({format})"),
            None => kind,
        }
    }

    /// What else there is to say of a place, each fact in a few words: `read-only`, `3 to 50 characters`.
    #[must_use]
    pub fn facts(&self, declared: &Schema, required: bool) -> Vec<String> {
        let schema = self.resolve(declared);
        let flags = [
            (required, "required"),
            (declared.read_only || schema.read_only, "read-only"),
            (declared.create_only || schema.create_only, "fixed at creation"),
            (declared.write_only || schema.write_only, "never shown again"),
            (declared.secret || schema.secret, "secret"),
            (declared.nullable || schema.nullable, "may be `null`"),
            (schema.unique_items, "no two items alike"),
        ];
        let mut facts: Vec<String> =
            flags.into_iter().filter(|(applies, _)| *applies).map(|(_, fact)| fact.to_owned()).collect();
        let element = schema.items.as_deref().map_or(schema, |items| self.resolve(items));
        facts.extend(schema.enumeration.as_ref().or(element.enumeration.as_ref()).map(values));
        facts.extend(between(schema.min_length, schema.max_length, "characters"));
        facts.extend(between(schema.min_items, schema.max_items, "items"));
        facts.extend(between(schema.minimum.as_ref(), schema.maximum.as_ref(), ""));
        facts.extend(schema.multiple_of.as_ref().map(|number| format!("a multiple of {number}")));
        facts.extend(schema.pattern.as_ref().map(matches));
        facts
    }
}

impl PathParameter {
    /// What there is to say of a part of a path, each fact in a few words.
    #[must_use]
    pub fn facts(&self) -> Vec<String> {
        let length = between(self.min_length, self.max_length, "characters");
        let pattern = self.pattern.as_ref().map(matches);
        length.into_iter().chain(pattern).collect()
    }
}

fn matches(pattern: &Pattern) -> String {
    format!("matches {}", quote(pattern.as_str()))
}

fn values(enumeration: &Enumeration) -> String {
    let words: Vec<String> = enumeration
        .values
        .iter()
        .map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
        .collect();
    let listed = join_alternatives(words.iter().map(String::as_str), MOST_VALUES);
    if enumeration.open { format!("{listed}, or a value that came later") } else { listed }
}

/// `3 to 50 characters`, `at most 90 characters`, `at least 1 item`
fn between<T: std::fmt::Display + PartialEq>(least: Option<T>, most: Option<T>, unit: &str) -> Option<String> {
    let words = match (least, most) {
        (None, None) => return None,
        (Some(least), Some(most)) if least == most => format!("exactly {least} {unit}"),
        (Some(least), Some(most)) => format!("{least} to {most} {unit}"),
        (Some(least), None) => format!("at least {least} {unit}"),
        (None, Some(most)) => format!("at most {most} {unit}"),
    };
    let words = words.trim_end();
    // One of them is one character, one item.
    Some(if words.ends_with(&format!(" 1 {unit}")) { words.trim_end_matches('s') } else { words }.to_owned())
}
