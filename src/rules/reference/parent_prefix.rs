use super::{fault::Fault, is_followed, subnet, suggestion::offering};
use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING};
use crate::text::{join_alternatives, quote};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("reference/parent-prefix"),
    severity: Severity::Warning,
    enabled: true,
    summary: "A dependency's name lacks the names of the resource's parents",
    fix: FixAvailability::Unsafe,
    explanation: "The whole name of a resource begins with those of its parents: `group::network::subnet`. That is \
        the name by which others refer to it.",
    source: "GruCloud, which puts the names together so",
    examples: &[
        Example::bad("resources.js", subnet!(r#"resourceGroup: "rg""#, r#"virtualNetwork: "net""#)),
        Example::good("resources.js", subnet!(r#"resourceGroup: "rg""#, r#"virtualNetwork: "rg::net""#)),
    ],
};

pub(super) const CHECK: Check = Check::Definition(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

/// How many names a message lists.
const MOST_LISTED: usize = 3;

fn check(context: &DefinitionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    if !is_followed(context) {
        return;
    }
    for unresolved in context.project.unresolved(context.resource) {
        let Some(Fault::Prefix(declared)) = Fault::of(context.project, &unresolved) else { continue };
        let value = unresolved.link.value;
        let message = format!("{} lacks the names of its parents", quote(&unresolved.link.name.shown()));
        let diagnostic = RULE.diagnostic(value.span, message);
        let listed = join_alternatives(declared.iter().map(String::as_str), MOST_LISTED);
        let diagnostic = diagnostic.with_help(format!("Declared is {listed}."));
        found.push(match declared.as_slice() {
            [only] => offering(diagnostic, value.span, only, context.text),
            _ => diagnostic,
        });
    }
}
