use std::cmp::Ordering;

use serde_json::Number;

use super::{
    context::describe,
    example::{WAREHOUSE, warehouse},
    number::{compare, is_multiple},
    place::Place,
    violation::Kind,
};
use crate::catalog::Schema;
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

/// What a number would have to be and is not.
pub(super) fn broken_by(number: &Number, schema: &Schema) -> Option<Kind> {
    let bound = |limit: Option<&Number>, outside: Ordering, excluded: bool, words: [&str; 2]| {
        let limit = limit?;
        let ordering = compare(number, limit);
        let is_broken = ordering == outside || (excluded && ordering == Ordering::Equal);
        is_broken.then(|| format!("{} {limit}", words[usize::from(excluded)]))
    };
    let least =
        || bound(schema.minimum.as_ref(), Ordering::Less, schema.exclusive_minimum, ["at least", "greater than"]);
    let most = || bound(schema.maximum.as_ref(), Ordering::Greater, schema.exclusive_maximum, ["at most", "less than"]);
    let multiple = || {
        let of = schema.multiple_of.as_ref().filter(|of| !is_multiple(number, of))?;
        Some(format!("a multiple of {of}"))
    };
    least().or_else(most).or_else(multiple).map(Kind::Range)
}

/// `bound` says what the number must be: `at least 1`.
pub(super) fn diagnostic(place: &Place<'_, '_>, bound: &str) -> Diagnostic {
    let message = format!("{} must be {bound}, found {}", place.name(), describe(place.value()));
    RULE.diagnostic(place.span(), message)
}
