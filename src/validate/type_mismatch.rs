use super::{
    context::{describe, with_article},
    example::{WAREHOUSE, warehouse},
    number::is_whole,
    place::Place,
};
use crate::catalog::SchemaType;
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::document::{JsonType, Value, ValueKind};
use crate::rule::{Example, FixAvailability, Rule};
use crate::text::Edit;

pub(crate) static RULE: Rule = Rule {
    code: RuleCode("schema/type"),
    severity: Severity::Error,
    enabled: true,
    summary: "A value is of another JSON type than the schema says",
    fix: FixAvailability::Safe,
    explanation: "Azure answers such a request with *400 Bad Request*, or takes the value for something else. \
        A number or a boolean between quotes is put right by taking the quotes away.\n\n\
        A template literal and a `getId` are strings, whatever they hold; a value of which not even the type is \
        known is never reported.",
    source: "`type` in the resource type's swagger",
    examples: &[
        Example::bad("resources.js", warehouse!("owner: \"ada\", shelves: \"5\"")).with_swagger(WAREHOUSE),
        Example::bad("resources.js", warehouse!("owner: `${process.env.USER}`, zones: \"a\"")).with_swagger(WAREHOUSE),
        Example::good("resources.js", warehouse!("owner: \"ada\", shelves: 5, zones: [process.env.ZONE]"))
            .with_swagger(WAREHOUSE),
        Example::good("resources.js", warehouse!("owner: process.env.OWNER, shelves: process.env.SHELVES"))
            .with_swagger(WAREHOUSE),
    ],
};

/// Whether a value is of a type, as far as that is known: of one that is not known the syntax may show the type.
pub(super) fn may_be(value: &Value<'_>, expected: SchemaType) -> bool {
    let Some(known_type) = value.known_type() else { return true };
    match expected {
        SchemaType::String => known_type == JsonType::String,
        SchemaType::Boolean => known_type == JsonType::Boolean,
        SchemaType::Array => known_type == JsonType::Array,
        SchemaType::Object => known_type == JsonType::Object,
        SchemaType::Number => known_type == JsonType::Number,
        SchemaType::Integer => match &value.kind {
            ValueKind::Number(number) => is_whole(number),
            _ => known_type == JsonType::Number,
        },
    }
}

pub(super) fn diagnostic(place: &Place<'_, '_>) -> Option<Diagnostic> {
    let expected = place.schema?.schema.json_type.unwrap_or(SchemaType::Object);
    let found = describe(place.value());
    let message = format!("{} must be {}, found {found}", place.name(), with_article(expected.name()));
    let diagnostic = RULE.diagnostic(place.span(), message);
    Some(match unquoted(place.value(), expected) {
        Some(literal) => {
            let fix = Fix::safe("Take the quotes away", Edit::replace(place.span(), literal));
            diagnostic.with_help(format!("Write it without quotes: `{literal}`.")).with_fix(fix)
        }
        None => diagnostic,
    })
}

/// The number or boolean that a string would be without its quotes.
fn unquoted<'v>(value: &'v Value<'_>, expected: SchemaType) -> Option<&'v str> {
    let text = value.as_str()?;
    let literal: serde_json::Value = serde_json::from_str(text).ok()?;
    let fits = match expected {
        SchemaType::Boolean => literal.is_boolean(),
        SchemaType::Number => literal.is_number(),
        SchemaType::Integer => literal.is_i64() || literal.is_u64(),
        SchemaType::String | SchemaType::Array | SchemaType::Object => false,
    };
    (fits && value.known_type() == Some(JsonType::String)).then_some(text)
}
