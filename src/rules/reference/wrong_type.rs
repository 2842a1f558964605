use super::{fault::Fault, is_followed, subnet};
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING};
use crate::text::{quote, replacement_of_key};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("reference/wrong-type"),
    severity: Severity::Error,
    enabled: true,
    summary: "A dependency names a resource of another type",
    fix: FixAvailability::Unsafe,
    explanation: "Each dependency takes resources of one type. A resource of that name is declared, but it is of \
        another type, so that GruCloud does not find it.",
    source: "GruCloud's schema of the type, and the files of the project",
    examples: &[
        Example::bad(
            "resources.js",
            subnet!(r#"resourceGroup: "rg""#, r#"virtualNetwork: "rg::net""#, r#"natGateway: "rg::routes""#),
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
    if !is_followed(context) {
        return;
    }
    for unresolved in context.project.unresolved(resource) {
        let Some(Fault::Type { group, resource_type }) = Fault::of(context.project, &unresolved) else { continue };
        let (link, wanted) = (unresolved.link, unresolved.dependency);
        let name = quote(&link.name.shown());
        let key = quote(&link.member.key);
        let message = format!("{name} is a {resource_type}, and {key} takes a {}", wanted.resource_type);
        let diagnostic = RULE.diagnostic(link.value.span, message);
        let takes_it = |key: &&String| {
            resource.dependency(key).is_some_and(|known| {
                known.group == group && known.resource_type == resource_type && known.list == wanted.list
            })
        };
        let keys: Vec<&String> =
            resource.deployment().into_iter().flat_map(|known| known.dependencies.keys()).filter(takes_it).collect();
        found.push(match keys.as_slice() {
            [key] if resource.dependencies.is_some_and(|given| given.get(key).is_none()) => {
                let edit = replacement_of_key(context.text, link.member.span, link.member.key_span, key);
                diagnostic
                    .with_help(format!("Did you mean the dependency `{key}`?"))
                    .with_fix(Fix::on_request(format!("Rename it to `{key}`"), edit))
            }
            _ => diagnostic.with_help(format!("Write the name of a {}.", wanted.resource_type)),
        });
    }
}
