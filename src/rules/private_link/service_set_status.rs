use super::STATE;
use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::document::child_pointer;
use crate::rule::{Example, FixAvailability, Rule, connection};
use crate::rules::{Check, MemberContext, NOTHING};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("private-link/service-set-status"),
    severity: Severity::Info,
    enabled: true,
    summary: "A private endpoint connection is given a status that it reaches by itself",
    fix: FixAvailability::None,
    explanation: "A connection is `Pending` until its owner decides, and `Disconnected` when the endpoint at the \
        other end is gone. What a person can decide is `Approved` or `Rejected`.",
    source: "Azure's documentation of private endpoints",
    examples: &[
        Example::bad(
            "resources.js",
            connection!(r#"status: "Pending""#),
        ),
        Example::good(
            "resources.js",
            connection!(r#"status: "Approved""#),
        ),
    ],
};

pub(super) const CHECK: Check = Check::Member(&[STATE], check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &MemberContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let Some(status) = context.member.value.as_object().and_then(|state| state.get("status")) else { return };
    if let Some(written @ ("Pending" | "Disconnected")) = status.value.as_str() {
        let message = format!("the service sets `{written}` by itself");
        let diagnostic = RULE.diagnostic(status.value.span, message).with_help("Approve or reject the connection.");
        found.push(diagnostic.with_pointer(child_pointer(&context.path.pointer(), "status")));
    }
}
