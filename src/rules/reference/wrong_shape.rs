use super::{is_followed, subnet};
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::document::{JsonType, Member, Value};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING};
use crate::text::{Edit, quote};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("reference/wrong-shape"),
    severity: Severity::Error,
    enabled: true,
    summary: "A list for a dependency on one resource, or one name for a list of them",
    fix: FixAvailability::Safe,
    explanation: "A dependency is the name of a resource, or a list of names where GruCloud's schema says so. A \
        resource of another provider is named by an object: `{ name: \"…\", provider: \"aws\" }`.",
    source: "`list` in GruCloud's schema of the type",
    examples: &[
        Example::bad("resources.js", subnet!(r#"resourceGroup: "rg""#, r#"virtualNetwork: ["rg::net"]"#)),
        Example::bad(
            "resources.js",
            subnet!(r#"resourceGroup: "rg""#, r#"virtualNetwork: "rg::net""#, r#"serviceEndpointPolicies: "rg::policy""#),
        ),
        Example::good(
            "resources.js",
            subnet!(r#"resourceGroup: "rg""#, r#"virtualNetwork: "rg::net""#, r#"serviceEndpointPolicies: ["rg::policy"]"#),
        ),
    ],
};

pub(super) const CHECK: Check = Check::Definition(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &DefinitionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let resource = context.resource;
    let Some(given) = resource.dependencies.filter(|_| is_followed(context)) else { return };
    for member in &given.members {
        let Some(dependency) = resource.dependency(&member.key) else { continue };
        match member.value.as_array() {
            Some(array) if dependency.list => {
                found.extend(array.items.iter().filter_map(|item| no_name(member, item)));
            }
            Some(array) => {
                let message = format!("{} is one resource, and not a list of them", quote(&member.key));
                let diagnostic = RULE.diagnostic(member.value.span.first_line_of(context.text), message);
                found.push(match array.items.as_slice() {
                    [only] if !array.open && member.value.span.contains(only.span) => {
                        let name = only.span.slice_of(context.text);
                        diagnostic
                            .with_help("Write the name without brackets.")
                            .with_fix(Fix::safe("Take the brackets away", Edit::replace(member.value.span, name)))
                    }
                    _ => diagnostic.with_help("Write one name."),
                });
            }
            None if dependency.list && member.value.known_type() == Some(JsonType::String) => {
                let message = format!("{} is a list of names", quote(&member.key));
                let diagnostic = RULE.diagnostic(member.value.span, message).with_help("Put the name in brackets.");
                let written = member.value.span.slice_of(context.text);
                found.push(if member.span.contains(member.value.span) && member.span != member.key_span {
                    let edit = Edit::replace(member.value.span, format!("[{written}]"));
                    diagnostic.with_fix(Fix::safe("Put it in brackets", edit))
                } else {
                    diagnostic
                });
            }
            None => found.extend(no_name(member, &member.value)),
        }
    }
}

/// A value that surely names nothing.
fn no_name(member: &Member<'_>, value: &Value<'_>) -> Option<Diagnostic> {
    let is_wrong = match value.as_object() {
        Some(object) => !object.open && object.get("name").is_none(),
        None => value.known_type().is_some_and(|known_type| known_type != JsonType::String),
    };
    let diagnostic = || {
        RULE.diagnostic(value.span.first_byte(), format!("{} must name a resource", quote(&member.key)))
            .with_help("Write its name, or `{ name, provider }` for one of another provider.")
    };
    is_wrong.then(diagnostic)
}
