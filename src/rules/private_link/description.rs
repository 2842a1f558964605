use super::STATE;
use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::document::child_pointer;
use crate::rule::{Example, FixAvailability, Rule, connection};
use crate::rules::{Check, MemberContext, NOTHING};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("private-link/description"),
    severity: Severity::Info,
    enabled: true,
    summary: "A private endpoint connection is rejected without a reason",
    fix: FixAvailability::None,
    explanation: "The description is all that the people at the other end get to read about the decision.",
    source: "Azure's documentation of private endpoints",
    examples: &[
        Example::bad(
            "resources.js",
            connection!(r#"status: "Rejected""#),
        ),
        Example::good(
            "resources.js",
            connection!(r#"status: "Rejected""#, r#"description: "Reports move to another account in May""#),
        ),
    ],
};

pub(super) const CHECK: Check = Check::Member(&[STATE], check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &MemberContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let Some(state) = context.member.value.as_object() else { return };
    let Some(status) = state.get("status").filter(|status| status.value.as_str() == Some("Rejected")) else { return };
    let (span, pointer, message) = match state.get("description") {
        Some(description) if description.value.as_str().is_some_and(|text| text.trim().is_empty()) => {
            let pointer = child_pointer(&context.path.pointer(), "description");
            (description.value.span, pointer, "the reason for the rejection is empty")
        }
        None if !state.open => {
            let pointer = child_pointer(&context.path.pointer(), "status");
            (status.value.span, pointer, "the connection is rejected without a reason")
        }
        _ => return,
    };
    let help = "Say in `description` why: it is all that the other side gets to read.";
    found.push(RULE.diagnostic(span, message).with_help(help).with_pointer(pointer));
}
