use super::{
    example::{WAREHOUSE, warehouse},
    place::Place,
};
use crate::diagnostic::{Diagnostic, RuleCode, Severity};
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
