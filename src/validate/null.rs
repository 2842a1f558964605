use super::{
    context::{Context, place_name},
    example::{WAREHOUSE, warehouse},
};
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::document::Located;
use crate::rule::{Example, FixAvailability, Rule};
use crate::text::removal_of_member;

pub(crate) static RULE: Rule = Rule {
    code: RuleCode("schema/null"),
    severity: Severity::Warning,
    summary: "`null` where the schema has no place for it",
    fix: FixAvailability::Unsafe,
    explanation: "Most services take `null` for a property that is left out; some refuse it, and some reset what \
        was there. Leaving the property out says what is meant.",
    source: "`x-nullable` in the resource type's swagger",
    examples: &[
        Example::bad("resources.js", warehouse!("owner: \"ada\", label: null")).with_swagger(WAREHOUSE),
        Example::good("resources.js", warehouse!("owner: \"ada\", note: null")).with_swagger(WAREHOUSE),
    ],
};

pub(super) fn diagnostic(context: &Context<'_, '_>, pointer: &str, found: Located<'_, '_>) -> Diagnostic {
    let message = format!("{} is `null`, which its schema does not allow", place_name(pointer));
    let diagnostic = RULE.diagnostic(found.value.span, message).with_help("Leave it out.");
    match found.member {
        Some(member) => {
            let title = format!("Remove {}", place_name(pointer));
            diagnostic.with_fix(Fix::on_request(title, removal_of_member(context.text, member.span)))
        }
        None => diagnostic,
    }
}
