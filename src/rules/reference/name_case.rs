use super::{fault::Fault, is_followed, subnet};
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING};
use crate::text::{quote, replacement_of_string};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("reference/name-case"),
    severity: Severity::Error,
    enabled: true,
    summary: "A dependency's name differs from the declared one by case alone",
    fix: FixAvailability::Safe,
    explanation: "Azure itself does not tell `Web` from `web`; GruCloud compares names letter by letter, and does not \
        find the resource.",
    source: "GruCloud, which looks resources up by their exact names",
    examples: &[
        Example::bad("resources.js", subnet!(r#"resourceGroup: "rg""#, r#"virtualNetwork: "rg::Net""#)),
        Example::good("resources.js", subnet!(r#"resourceGroup: "rg""#, r#"virtualNetwork: "rg::net""#)),
    ],
};

pub(super) const CHECK: Check = Check::Definition(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &DefinitionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    if !is_followed(context) {
        return;
    }
    for unresolved in context.project.unresolved(context.resource) {
        let Some(Fault::Case(declared)) = Fault::of(context.project, &unresolved) else { continue };
        let link = unresolved.link;
        let message = format!("{} is declared as {}", quote(&link.name.shown()), quote(&declared));
        let edit = replacement_of_string(context.text, link.value.span, &declared);
        found.push(
            RULE.diagnostic(link.value.span, message)
                .with_help("Names are compared letter by letter: write it as it is declared.")
                .with_fix(Fix::safe(format!("Write {}", quote(&declared)), edit)),
        );
    }
}
