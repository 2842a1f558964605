use super::{is_followed, meant_key::meant_key, subnet};
use crate::catalog::{Dependency, Deployment};
use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::document::{Member, Object};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING};
use crate::text::nearest;

pub(super) static RULE: Rule = Rule {
    code: RuleCode("reference/missing-parent"),
    severity: Severity::Error,
    enabled: true,
    summary: "A parent that the resource's path needs is not among its dependencies",
    fix: FixAvailability::None,
    explanation: "The name of a parent is part of the path under which a resource is created. Where it is missing, \
        GruCloud puts the resource's own name in its place without a word, and the request fails or makes something \
        else.\n\nA definition without any dependencies is taken for a fragment unless the file, or its project, \
        declares a resource that could be the parent.",
    source: "the path of the request that creates the resource, and GruCloud's schema of the type",
    examples: &[
        Example::bad("resources.js", subnet!(r#"resourceGroup: "rg""#)),
        Example::good("resources.js", subnet!(r#"resourceGroup: "rg""#, r#"virtualNetwork: "rg::net""#)),
        Example::good(
            "resources.js",
            "exports.createResources = () => [\n  { type: \"RouteTable\", group: \"Network\", name: \"routes\", properties: () => ({}) },\n];\n",
        ),
    ],
};

pub(super) const CHECK: Check = Check::Definition(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &DefinitionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let resource = context.resource;
    let Some(deployment) = resource.deployment().filter(|_| is_followed(context)) else { return };
    let nothing = Object::default();
    let member = context.definition.field("dependencies");
    // That is one mistake, and not two.
    let is_meant = |member: &Member<'_>| nearest(&member.key, ["dependencies"]).is_some();
    if member.is_none() && context.definition.body.as_object().is_some_and(|body| body.members.iter().any(is_meant)) {
        return;
    }
    let given = match (resource.dependencies, member) {
        (Some(given), _) => given,
        (None, None) if context.definition.body.as_object().is_some_and(|body| !body.open) => &nothing,
        _ => return,
    };
    if given.open {
        return;
    }
    let is_declared = |parent: &Dependency| {
        context.project.resources_of(&parent.group, &parent.resource_type).next().is_some()
    };
    for (key, parent) in deployment.parents() {
        let is_missing = given.get(key).is_none() && (member.is_some() || is_declared(parent));
        if is_missing && !is_misspelt(key, deployment, given) {
            let message = format!("the path of {} needs the dependency `{key}`", context.type_in_words());
            let span = member.map_or(context.definition.handle(), |member| member.key_span);
            let help = format!("Add `{key}`, the name of the {} that it is part of.", parent.resource_type);
            found.push(RULE.diagnostic(span, message).with_help(help));
        }
    }
}

/// Whether a key that is no dependency was meant for this one: that is one mistake, and not two.
fn is_misspelt(key: &str, deployment: &Deployment, given: &Object<'_>) -> bool {
    let unknown = given.members.iter().filter(|member| !deployment.dependencies.contains_key(&*member.key));
    unknown.filter_map(|member| meant_key(&member.key, deployment, given)).any(|meant| meant.key == key)
}
