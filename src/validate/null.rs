use super::{
    context::{Context, place_name},
    example::{WAREHOUSE, warehouse},
};
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::document::{Located, parent_pointer};
use crate::rule::{Example, FixAvailability, Rule};
use crate::text::removal_of_member;

pub(crate) static RULE: Rule = Rule {
    code: RuleCode("schema/null"),
    severity: Severity::Warning,
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

pub(super) fn diagnostic(context: &Context<'_, '_>, pointer: &str, found: Located<'_, '_>) -> Diagnostic {
    let message = format!("{} is `null`, which its schema does not allow", place_name(pointer));
    let mut diagnostic = RULE.diagnostic(found.value.span, message).with_help("Leave it out.");
    if is_optional(context, pointer, found) {
        diagnostic.severity = Severity::Info;
    }
    match found.member {
        Some(member) => {
            let title = format!("Remove {}", place_name(pointer));
            diagnostic.with_fix(Fix::on_request(title, removal_of_member(context.text, member.span)))
        }
        None => diagnostic,
    }
}

fn is_optional(context: &Context<'_, '_>, pointer: &str, found: Located<'_, '_>) -> bool {
    let holder = context.place(parent_pointer(pointer));
    found.member.is_some_and(|member| holder.is_some_and(|holder| !holder.schema.required.contains(&*member.key)))
}
