//! Holds the properties of a resource against the schema of its type.
//!
//! `compile` writes the schema for the `jsonschema` crate, `violation` makes sense of what that finds, and
//! for each rule a file of its own says it to people.

mod compile;
mod context;
mod discriminator;
mod enumeration;
mod example;
mod format;
mod items;
mod known_types;
mod length;
mod null;
mod one_per_mistake;
mod pattern;
mod place;
mod property_version;
mod range;
mod read_only;
mod required;
mod type_mismatch;
mod type_validator;
mod unknown_property;
mod violation;

pub(crate) use known_types::{KnownType, KnownTypes};
pub(crate) use type_validator::TypeValidator;

use crate::catalog::Catalog;
use crate::diagnostic::Diagnostic;
use crate::document::Value;
use crate::rule::Rule;
use crate::text::Span;
use context::Context;
use one_per_mistake::{drop_what_a_misplaced_key_explains, keep_one_per_mistake};
use violation::violations;

/// Every rule whose findings come from holding a value against a schema.
pub(crate) static RULES: &[&Rule] = &[
    &unknown_property::RULE,
    &property_version::RULE,
    &type_mismatch::RULE,
    &required::RULE,
    &enumeration::RULE,
    &enumeration::OPEN_RULE,
    &pattern::RULE,
    &length::RULE,
    &range::RULE,
    &items::RULE,
    &format::RULE,
    &null::RULE,
    &read_only::RULE,
    &discriminator::RULE,
];

/// Holds `properties`, the value that a definition gives for its resource's properties, against the
/// schema. `handle` is the place that stands for the whole of it.
pub(crate) fn validate(
    properties: &Value<'_>,
    handle: Span,
    validator: &TypeValidator,
    catalog: &Catalog,
    text: &str,
) -> Vec<Diagnostic> {
    let mut violations = violations(validator, properties);
    if violations.is_empty() {
        return Vec::new();
    }
    let context = Context { root: properties, handle, resource: &validator.schema, catalog, text };
    keep_one_per_mistake(&mut violations);
    drop_what_a_misplaced_key_explains(&mut violations, &context);
    violations.iter().filter_map(|violation| violation.diagnostic(&context)).collect()
}
