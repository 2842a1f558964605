use crate::catalog::Lookup;
use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::document::{Name, Notation};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING};
use crate::text::{escape_controls, join_alternatives, quote};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("schema/no-schema"),
    severity: Severity::Info,
    enabled: true,
    summary: "The catalogue has no schema for this resource type, so its properties are not checked",
    fix: FixAvailability::None,
    explanation: "Resources of other providers, and types or API versions that the catalogue does not have, cannot \
        be held against a schema. They are counted in the summary, so that no silence passes for an approval.",
    source: "the catalogue",
    examples: &[
        Example::bad(
            "resources.js",
            "exports.createResources = () => [\n  { type: \"Instance\", group: \"EC2\", name: \"web\", properties: () => ({}) },\n];\n",
        ),
        Example::bad(
            "resources.json",
            "[{ \"type\": \"PrivateEndpointConnection\", \"group\": \"DocumentDB\", \"apiVersion\": \"2015-04-08\" }]\n",
        ),
        Example::good(
            "resources.json",
            "[{ \"type\": \"PrivateEndpointConnection\", \"group\": \"DocumentDB\", \"apiVersion\": \"2022-02-15-preview\" }]\n",
        ),
    ],
};

pub(super) const CHECK: Check = Check::Definition(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &DefinitionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let definition = context.definition;
    let Some(resource_type) = &definition.resource_type else { return };
    // That the group is missing, or that one of them is empty, says it all.
    let has_no_group = definition.group.is_none() && definition.notation != Notation::Call && !definition.has_arm_type();
    let is_empty = [Some(resource_type), definition.group.as_ref()].into_iter().flatten().any(|name| name.text.is_empty());
    if has_no_group || is_empty {
        return;
    }
    match context.lookup {
        Some(Lookup::NotCovered) => {
            let name = full_name(context.definition.group.as_ref(), resource_type);
            let message = format!("no schema for {name}: its properties are not checked");
            found.push(RULE.diagnostic(resource_type.span, message));
        }
        Some(Lookup::OtherVersions(versions)) => {
            let name = full_name(context.definition.group.as_ref(), resource_type);
            let asked = context.definition.api_version().map(quote).unwrap_or_default();
            let message = format!("no schema for API version {asked} of {name}: its properties are not checked");
            let listed = join_alternatives(versions.iter().map(String::as_str), 3);
            let span = context.definition.field("apiVersion").map_or(resource_type.span, |member| member.value.span);
            found.push(RULE.diagnostic(span, message).with_help(format!("The catalogue has {listed}.")));
        }
        Some(Lookup::Found(_) | Lookup::Slip(_)) | None => {}
    }
}

fn full_name(group: Option<&Name<'_>>, resource_type: &Name<'_>) -> String {
    let resource_type = escape_controls(&resource_type.text);
    match group {
        Some(group) => format!("{}::{resource_type}", escape_controls(&group.text)),
        None => resource_type.into_owned(),
    }
}
