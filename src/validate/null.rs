use super::{
    context::Context,
    example::{WAREHOUSE, warehouse},
    place::Place,
};
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::rule::{Example, FixAvailability, Rule};
use crate::text::removal_of_member;

pub(crate) static RULE: Rule = Rule {
    code: RuleCode("schema/null"),
    severity: Severity::Warning,
    enabled: true,
    summary: "`null` where the schema has no place for it",
    fix: FixAvailability::Unsafe,
    explanation: "Azure takes `null` for an optional property that is left out, and answers requests with it; that is \
        an info: leaving the property out says what is meant. A required property and an item of a list cannot be \
        left out.",
    source: "`x-nullable` in the resource type's swagger",
    examples: &[
        Example::bad("resources.js", warehouse!("owner: \"ada\", zones: [null]")).with_swagger(WAREHOUSE),
        Example::bad("resources.js", warehouse!("owner: \"ada\", label: null")).with_swagger(WAREHOUSE),
        Example::good("resources.js", warehouse!("owner: \"ada\", note: null")).with_swagger(WAREHOUSE),
    ],
};

pub(super) fn diagnostic(context: &Context<'_, '_>, place: &Place<'_, '_>) -> Diagnostic {
    let name = place.name();
    let message = format!("{name} is `null`, which its schema does not allow");
    let mut diagnostic = RULE.diagnostic(place.span(), message).with_help("Leave it out.");
    let Some(member) = place.member() else { return diagnostic };
    if place.holder.is_some_and(|holder| !holder.schema.required.contains(&*member.key)) {
        diagnostic.severity = Severity::Info;
    }
    diagnostic.with_fix(Fix::on_request(format!("Remove {name}"), removal_of_member(context.text, member.span)))
}
