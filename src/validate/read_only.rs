use super::{
    context::Context,
    example::{WAREHOUSE, warehouse},
    place::Place,
};
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::document::{Value, ValueKind};
use crate::rule::{Example, FixAvailability, Rule, connection};
use crate::text::removal_of_member;

pub(crate) static RULE: Rule = Rule {
    code: RuleCode("schema/read-only"),
    severity: Severity::Error,
    enabled: true,
    summary: "A property is set that only the service sets",
    fix: FixAvailability::Safe,
    explanation: "Azure ignores the value, or refuses the request. The name of a resource is read-only in most \
        schemas and yet is given in the definition, so it is never reported; nor is the property that says which \
        variant of an object is meant.\n\n\
        An empty string or list is what `gc gencode` writes back for a value that is not there: only an info.",
    source: "`readOnly` and `x-ms-mutability` in the resource type's swagger",
    examples: &[
        Example::bad("resources.js", connection!(r#"status: "Approved""#, r#"actionsRequired: "None""#)),
        Example::good("resources.js", warehouse!("owner: \"ada\"")).with_swagger(WAREHOUSE),
    ],
};

pub(super) fn diagnostic(context: &Context<'_, '_>, place: &Place<'_, '_>) -> Diagnostic {
    let name = place.name();
    let span = place.member().map_or(place.span(), |member| member.key_span);
    let mut diagnostic =
        RULE.diagnostic(span, format!("{name} is read-only: only the service sets it")).with_help("Leave it out.");
    if is_empty(place.value()) {
        diagnostic.severity = Severity::Info;
    }
    match place.member() {
        Some(member) => {
            diagnostic.with_fix(Fix::safe(format!("Remove {name}"), removal_of_member(context.text, member.span)))
        }
        None => diagnostic,
    }
}

fn is_empty(value: &Value<'_>) -> bool {
    match &value.kind {
        ValueKind::String(text) => text.is_empty(),
        ValueKind::Array(array) => array.items.is_empty() && !array.open,
        _ => false,
    }
}
