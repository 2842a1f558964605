use super::{
    context::describe,
    example::{WAREHOUSE, warehouse},
    place::Place,
    violation::Kind,
};
use crate::catalog::Schema;
use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::rule::{Example, FixAvailability, Rule};
use crate::text::quote;

pub(crate) static RULE: Rule = Rule {
    code: RuleCode("schema/pattern"),
    severity: Severity::Error,
    enabled: true,
    summary: "A string does not have the form that the schema demands",
    fix: FixAvailability::None,
    explanation: "Azure refuses the request. The expression runs on an engine that takes linear time; one that \
        such an engine cannot run is not checked.",
    source: "`pattern` in the resource type's swagger",
    examples: &[
        Example::bad("resources.js", warehouse!("owner: \"ada\", code: \"abc\"")).with_swagger(WAREHOUSE),
        Example::good("resources.js", warehouse!("owner: \"ada\", code: \"ABC\"")).with_swagger(WAREHOUSE),
    ],
};

/// The pattern that a string does not match.
pub(super) fn broken_by(text: &str, schema: &Schema) -> Option<Kind> {
    let pattern = schema.pattern.as_ref().filter(|pattern| !pattern.may_match(text))?;
    Some(Kind::Pattern(pattern.as_str().to_owned()))
}

pub(super) fn diagnostic(place: &Place<'_, '_>, expression: &str) -> Diagnostic {
    let message = format!("{} does not have the required form, found {}", place.name(), describe(place.value()));
    RULE.diagnostic(place.span(), message).with_help(format!("It must match the expression {}.", quote(expression)))
}
