use super::{is_followed, meant_key::meant_key, subnet};
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING};
use crate::text::{join_all, quote, replacement_of_key};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("reference/unknown-dependency"),
    severity: Severity::Error,
    enabled: true,
    summary: "A dependency that the resource type does not have",
    fix: FixAvailability::Safe,
    explanation: "GruCloud looks up what a type depends on by the keys of its own schema. A key that is none of them \
        fails when the stack is loaded. Types that the catalogue knows without their dependencies are left alone.",
    source: "the `dependencies` of GruCloud's schema of the type",
    examples: &[
        Example::bad(
            "resources.js",
            subnet!(r#"resourceGroup: "rg""#, r#"virtualNetwork: "rg::net""#, r#"routeTabel: "rg::routes""#),
        ),
        Example::good(
            "resources.js",
            subnet!(r#"resourceGroup: "rg""#, r#"virtualNetwork: "rg::net""#, r#"routeTable: "rg::routes""#),
        ),
    ],
};

pub(super) const CHECK: Check = Check::Definition(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &DefinitionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let resource = context.resource;
    let (Some(deployment), Some(given)) = (resource.deployment(), resource.dependencies) else { return };
    if deployment.dependencies.is_empty() || !is_followed(context) {
        return;
    }
    for member in given.members.iter().filter(|member| !deployment.dependencies.contains_key(&*member.key)) {
        let message = format!("{} is not a dependency of {}", quote(&member.key), context.type_in_words());
        let diagnostic = RULE.diagnostic(member.key_span, message);
        found.push(match meant_key(&member.key, deployment, given) {
            Some(meant) => {
                let edit = replacement_of_key(context.text, member.span, member.key_span, meant.key);
                let title = format!("Rename it to `{}`", meant.key);
                let fix = if meant.is_a_slip { Fix::safe(title, edit) } else { Fix::on_request(title, edit) };
                diagnostic.with_help(format!("Did you mean `{}`?", meant.key)).with_fix(fix)
            }
            None => {
                let known = join_all(deployment.dependencies.keys().map(String::as_str), 12);
                diagnostic.with_help(format!("Its dependencies are {known}."))
            }
        });
    }
}
