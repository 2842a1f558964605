use super::{
    example::{WAREHOUSE, warehouse},
    place::Place,
    violation::Kind,
};
use crate::catalog::Schema;
use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::rule::{Example, FixAvailability, Rule};

pub(crate) static RULE: Rule = Rule {
    code: RuleCode("schema/length"),
    severity: Severity::Error,
    enabled: true,
    summary: "A string is shorter or longer than the schema allows",
    fix: FixAvailability::None,
    explanation: "Azure refuses the request. Characters are counted, not bytes.",
    source: "`minLength` and `maxLength` in the resource type's swagger",
    examples: &[
        Example::bad("resources.js", warehouse!("owner: \"ada\", label: \"ab\"")).with_swagger(WAREHOUSE),
        Example::bad("resources.js", warehouse!("owner: \"ada\", label: \"abcdefghijk\"")).with_swagger(WAREHOUSE),
        Example::good("resources.js", warehouse!("owner: \"ada\", label: \"abc\"")).with_swagger(WAREHOUSE),
    ],
};

/// How a string is too short or too long.
pub(super) fn broken_by(text: &str, schema: &Schema) -> Option<Kind> {
    if schema.min_length.is_none() && schema.max_length.is_none() {
        return None;
    }
    let length = text.chars().count() as u64;
    let too_short = schema.min_length.filter(|least| length < *least).map(Kind::MinLength);
    too_short.or_else(|| schema.max_length.filter(|most| length > *most).map(Kind::MaxLength))
}

/// `bound` is `at least` or `at most`.
pub(super) fn diagnostic(place: &Place<'_, '_>, bound: &str, limit: u64) -> Diagnostic {
    let length = place.value().as_str().map_or(0, |text| text.chars().count());
    let unit = if limit == 1 { "character" } else { "characters" };
    let message = format!("{} must have {bound} {limit} {unit}, found {length}", place.name());
    RULE.diagnostic(place.span(), message)
}
