use crate::catalog::{Lookup, ResourceId};
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::document::Name;
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING};
use crate::text::{Edit, quote, replacement_of_string};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("schema/unknown-resource-type"),
    severity: Severity::Error,
    enabled: true,
    summary: "A group or resource type that does not exist, though one of nearly that name does",
    fix: FixAvailability::Safe,
    explanation: "Groups and types are matched exactly, case included. A name that differs from a known one by \
        case or by a slip of the keyboard is taken for that one; a name that is not near any known one is \
        `schema/no-schema`.",
    source: "the catalogue",
    examples: &[
        Example::bad(
            "resources.js",
            "exports.createResources = () => [\n  { type: \"PrivateEndpointConnection\", group: \"DocumentDb\", name: \"reports\" },\n];\n",
        ),
        Example::bad("resources.json", "[{ \"type\": \"PrivateEndpointConection\", \"group\": \"DocumentDB\" }]\n"),
        Example::good("resources.json", "[{ \"type\": \"PrivateEndpointConnection\", \"group\": \"DocumentDB\" }]\n"),
    ],
};

pub(super) const CHECK: Check = Check::Definition(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &DefinitionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let (Some(Lookup::Slip(meant)), Some(resource_type)) = (context.lookup, &context.definition.resource_type) else {
        return;
    };
    let group = context.definition.group.as_ref().filter(|group| group.text != meant.group);
    let wrong_type = Some(resource_type).filter(|name| name.text != meant.resource_type);
    let (span, message) = match (group, wrong_type) {
        (Some(group), None) => (group.span, format!("there is no group {}", quote(&group.text))),
        (None, Some(name)) => {
            (name.span, format!("the group `{}` has no resource type {}", meant.group, quote(&name.text)))
        }
        _ => (resource_type.span, format!("there is no resource type {}", quote(&resource_type.text))),
    };
    found.push(RULE.diagnostic(span, message).with_help(suggestion(meant, group, wrong_type)).with_fix(fix(
        context.text,
        meant,
        group,
        wrong_type,
    )));
}

fn suggestion(meant: &ResourceId, group: Option<&Name<'_>>, wrong_type: Option<&Name<'_>>) -> String {
    match (group, wrong_type) {
        (Some(_), None) => format!("Did you mean `{}`?", meant.group),
        (None, Some(_)) => format!("Did you mean `{}`?", meant.resource_type),
        _ => format!("Did you mean `{}` of the group `{}`?", meant.resource_type, meant.group),
    }
}

fn fix(text: &str, meant: &ResourceId, group: Option<&Name<'_>>, wrong_type: Option<&Name<'_>>) -> Fix {
    let changes = [(group, &*meant.group), (wrong_type, &*meant.resource_type)];
    let changes: Vec<(&Name<'_>, &str)> =
        changes.into_iter().filter_map(|(name, meant)| name.map(|name| (name, meant))).collect();
    let only_case = changes.iter().all(|(name, meant)| name.text.eq_ignore_ascii_case(meant));
    let words: Vec<String> = changes.iter().map(|(_, meant)| quote(meant)).collect();
    let edits = changes.iter().map(|(name, meant)| renamed(text, name, meant)).collect();
    Fix { title: format!("Write {}", words.join(" and ")).into(), safe: only_case, edits }
}

/// The word in its quotes; in `provider.Network.makeSubnet()` there are none.
fn renamed(text: &str, name: &Name<'_>, meant: &str) -> Edit {
    if name.span.slice_of(text).starts_with(['"', '\'', '`']) {
        replacement_of_string(text, name.span, meant)
    } else {
        Edit::replace(name.span, meant)
    }
}
