use super::{
    fault::{Fault, names_of},
    is_followed, subnet,
    suggestion::with_meant,
};
use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING};
use crate::text::{join_alternatives, nearest, quote};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("reference/dangling"),
    severity: Severity::Warning,
    enabled: true,
    summary: "A dependency on a resource that the project does not declare",
    fix: FixAvailability::Unsafe,
    explanation: "A name must be that of a declared resource, with the names of its parents before it: \
        `group::network::subnet`. It is only reported where the project declares some resource of that type; a \
        fragment that refers to what exists elsewhere is right. Where a part of a name, or of the project's resources, \
        is only known when the program runs, nothing is reported that it could make right.",
    source: "the files of the project",
    examples: &[
        Example::bad("resources.js", subnet!(r#"resourceGroup: "rg""#, r#"virtualNetwork: "rg::nett""#)),
        Example::good("resources.js", subnet!(r#"resourceGroup: "rg""#, r#"virtualNetwork: "rg::net""#)),
        Example::good(
            "resources.js",
            subnet!(r#"resourceGroup: "rg""#, r#"virtualNetwork: "rg::net""#, r#"natGateway: "rg::shared""#),
        ),
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
        let Some(Fault::Dangling) = Fault::of(context.project, &unresolved) else { continue };
        let (link, dependency) = (unresolved.link, unresolved.dependency);
        let message =
            format!("the project declares no {} called {}", dependency.resource_type, quote(&link.name.shown()));
        let diagnostic = RULE.diagnostic(link.value.span, message);
        let names = || names_of(context.project, &dependency.group, &dependency.resource_type);
        found.push(match nearest(link.value.as_str().unwrap_or_default(), names()) {
            Some(meant) => with_meant(diagnostic, link.value.span, meant, context.text),
            None => {
                let listed = join_alternatives(names().take(MOST_LISTED + 1), MOST_LISTED);
                diagnostic.with_help(if listed.is_empty() {
                    "Declare it, or write the name of one that is declared.".to_owned()
                } else {
                    format!("It declares {listed}.")
                })
            }
        });
    }
}
