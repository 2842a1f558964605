use std::collections::HashSet;

use super::{
    equality::comparable,
    example::{WAREHOUSE, warehouse},
    place::Place,
    violation::Kind,
};
use crate::catalog::Schema;
use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::document::Array;
use crate::rule::{Example, FixAvailability, Rule};

pub(crate) static RULE: Rule = Rule {
    code: RuleCode("schema/items"),
    severity: Severity::Error,
    enabled: true,
    summary: "A list has too few or too many items, or one twice",
    fix: FixAvailability::None,
    explanation: "Azure refuses the request. A list into which something unknown is spread is never too short.",
    source: "`minItems`, `maxItems` and `uniqueItems` in the resource type's swagger",
    examples: &[
        Example::bad("resources.js", warehouse!("owner: \"ada\", zones: []")).with_swagger(WAREHOUSE),
        Example::bad("resources.js", warehouse!("owner: \"ada\", zones: [\"a\", \"b\", \"c\", \"d\"]"))
            .with_swagger(WAREHOUSE),
        Example::bad("resources.js", warehouse!("owner: \"ada\", zones: [\"a\", \"a\"]")).with_swagger(WAREHOUSE),
        Example::good("resources.js", warehouse!("owner: \"ada\", zones: [...require(\"./zones.json\")]"))
            .with_swagger(WAREHOUSE),
        Example::good("resources.js", warehouse!("owner: \"ada\", zones: [process.env.A, process.env.B]"))
            .with_swagger(WAREHOUSE),
    ],
};

/// How a list has too few or too many items, or one twice.
pub(super) fn broken_by(array: &Array<'_>, schema: &Schema) -> Option<Kind> {
    let count = array.items.len() as u64;
    if let Some(least) = schema.min_items.filter(|least| count < *least && !array.open) {
        return Some(Kind::MinItems(least));
    }
    if let Some(most) = schema.max_items.filter(|most| count > *most) {
        return Some(Kind::MaxItems(most));
    }
    (schema.unique_items && has_an_item_twice(array)).then_some(Kind::UniqueItems)
}

/// Only what is wholly known can be known to come twice.
fn has_an_item_twice(array: &Array<'_>) -> bool {
    let mut seen = HashSet::with_capacity(array.items.len());
    array.items.iter().filter_map(comparable).any(|item| !seen.insert(item))
}

/// `bound` is `at least` or `at most`.
pub(super) fn count(place: &Place<'_, '_>, bound: &str, limit: u64) -> Diagnostic {
    let count = place.value().as_array().map_or(0, |array| array.items.len());
    let unit = if limit == 1 { "item" } else { "items" };
    let message = format!("{} must have {bound} {limit} {unit}, found {count}", place.name());
    RULE.diagnostic(place.found.handle(), message)
}

pub(super) fn repeated(place: &Place<'_, '_>) -> Diagnostic {
    let message = format!("{} must not have an item twice", place.name());
    RULE.diagnostic(place.found.handle(), message)
}
