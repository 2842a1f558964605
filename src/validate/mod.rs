//! Holds the properties of a resource against the schema of its type.
//!
//! `walk` goes through both at once, `followed` knows which schema a value follows, and `object` what may stand in one.
//! What is wrong is a `violation`. For each rule a file of its own tells what breaks it, and says it to people.

mod context;
mod date;
mod discriminator;
mod enumeration;
mod equality;
mod example;
mod followed;
mod format;
mod items;
mod known_types;
mod length;
mod misplaced;
mod null;
mod number;
mod object;
mod pattern;
mod place;
mod property_version;
mod range;
mod read_only;
mod required;
mod type_mismatch;
mod unknown_property;
mod violation;
mod walk;

#[cfg(test)]
mod tests;

pub(crate) use known_types::{KnownType, KnownTypes};

use crate::catalog::{Catalog, ResourceSchema};
use crate::diagnostic::Diagnostic;
use crate::document::Value;
use crate::rule::Rule;
use crate::text::Span;
use context::Context;
use misplaced::drop_what_a_misplaced_key_explains;
use walk::violations;

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
    resource: &ResourceSchema,
    catalog: &Catalog,
    text: &str,
) -> Vec<Diagnostic> {
    let mut violations = violations(resource, properties);
    if violations.is_empty() {
        return Vec::new();
    }
    let context = Context { root: properties, handle, resource, catalog, text };
    drop_what_a_misplaced_key_explains(&mut violations, &context);
    violations.iter().filter_map(|violation| violation.diagnostic(&context)).collect()
}
