use super::{
    context::describe,
    example::{WAREHOUSE, warehouse},
    place::Place,
};
use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::rule::{Example, FixAvailability, Rule};

pub(crate) static RULE: Rule = Rule {
    code: RuleCode("schema/range"),
    severity: Severity::Error,
    enabled: true,
    summary: "A number is out of the bounds that the schema sets",
    fix: FixAvailability::None,
    explanation: "Azure refuses the request.",
    source: "`minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum` and `multipleOf` in the resource type's swagger",
    examples: &[
        Example::bad("resources.js", warehouse!("owner: \"ada\", shelves: 0")).with_swagger(WAREHOUSE),
        Example::bad("resources.js", warehouse!("owner: \"ada\", shelves: 101")).with_swagger(WAREHOUSE),
        Example::good("resources.js", warehouse!("owner: \"ada\", shelves: 100")).with_swagger(WAREHOUSE),
    ],
};

/// `bound` says what the number must be: `at least 1`.
pub(super) fn diagnostic(place: &Place<'_, '_>, bound: &str) -> Diagnostic {
    let message = format!("{} must be {bound}, found {}", place.name(), describe(place.value()));
    RULE.diagnostic(place.span(), message)
}
