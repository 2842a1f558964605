use super::allowed_values;
use crate::catalog::{ResourceSchema, Schema};
use crate::text::join_alternatives;

/// What there is to say of a member, also by rules that know more than its schema does. The keys are that of what holds
/// the member, and its own.
pub(crate) fn facts(
    resource: &ResourceSchema,
    member: &Schema,
    required: bool,
    (holder_key, key): (&str, &str),
) -> Vec<String> {
    let mut facts = resource.facts(member, required);
    if resource.resolve(member).enumeration.is_none() {
        facts.extend(
            allowed_values(holder_key, key).map(|values| join_alternatives(values.iter().copied(), values.len())),
        );
    }
    facts
}
