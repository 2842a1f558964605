use std::collections::HashMap;

use serde_json::Number;

use super::security_rule::{SecurityRule, security_rules};
use crate::diagnostic::{RuleCode, Severity};
use crate::document::{Value, ValueKind};
use crate::project::{Resource, ResourceName};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, ProjectContext, ProjectFinding};
use crate::text::Span;

/// A file with two security rules of those priorities, for examples.
macro_rules! two_rules {
    ($first:literal, $second:literal) => {
        concat!(
            "const allow = {\n  protocol: \"Tcp\",\n  sourcePortRange: \"*\",\n  destinationPortRange: \"443\",\n  sourceAddressPrefix: \"VirtualNetwork\",\n",
            "  destinationAddressPrefix: \"*\",\n  access: \"Allow\",\n  direction: \"Inbound\",\n};\n",
            "exports.createResources = () => [\n  {\n    type: \"NetworkSecurityGroup\",\n    group: \"Network\",\n    name: \"wall\",\n",
            "    properties: () => ({\n      properties: {\n        securityRules: [\n",
            "          { name: \"web\", properties: { ...allow, priority: ", $first, " } },\n",
            "          { name: \"api\", properties: { ...allow, priority: ", $second, " } },\n",
            "        ],\n      },\n    }),\n    dependencies: () => ({ resourceGroup: \"rg\" }),\n  },\n];\n"
        )
    };
}

pub(super) static RULE: Rule = Rule {
    code: RuleCode("network/priority"),
    severity: Severity::Error,
    enabled: true,
    summary: "Two security rules of one priority and direction, or a priority that does not exist",
    fix: FixAvailability::None,
    explanation: "Rules of a network security group are tried in the order of their priorities, from 100 to 4096; \
        each is given once for inbound and once for outbound. Compared are the rules of one group, those inside it \
        and those that name it as a dependency.",
    source: "Azure's documentation of security rules",
    examples: &[
        Example::bad("resources.js", two_rules!("200", "200")),
        Example::bad("resources.js", two_rules!("200", "5000")),
        Example::good("resources.js", two_rules!("200", "210")),
    ],
};

pub(super) const CHECK: Check = Check::Project(check);
pub(super) const SUPERSEDES: &[RuleCode] = &[RuleCode("schema/range")];

/// The least priority, and the greatest.
const BOUNDS: (i64, i64) = (100, 4096);

/// What one rule can have for itself.
#[derive(PartialEq, Eq, Hash)]
struct Place {
    /// The whole name of the security group.
    group: String,
    direction: String,
    priority: i64,
}

/// The rule that has it.
struct Taker {
    /// The number of the resource that the rule stands in.
    resource: usize,
    span: Span,
    name: Option<String>,
}

fn check(context: &ProjectContext<'_, '_, '_>, found: &mut Vec<ProjectFinding>) {
    let project = context.project;
    let mut taken: HashMap<Place, Taker> = HashMap::new();
    for resource_type in ["NetworkSecurityGroup", "SecurityRule"] {
        for resource in project.resources_of("Network", resource_type) {
            let number = project.number(resource);
            for rule in security_rules(resource.definition, ("Network", resource_type)) {
                let Some((value, priority)) = priority_of(&rule) else { continue };
                let diagnostic = |message: String| RULE.diagnostic(value.span, message).with_pointer(rule.pointer("priority"));
                if !(BOUNDS.0..=BOUNDS.1).contains(&priority) {
                    let diagnostic = diagnostic(format!("there is no priority {priority}"))
                        .with_help(format!("Priorities go from {} to {}.", BOUNDS.0, BOUNDS.1));
                    found.push(ProjectFinding { resource: number, diagnostic });
                    continue;
                }
                let Some(direction) = rule.properties.get_str("direction") else { continue };
                let Some(group) = group_of(resource).filter(|_| !resource.definition.is_conditional) else { continue };
                let name = rule.name.and_then(Value::as_str).map(str::to_owned);
                let place = Place { group, direction: direction.to_ascii_lowercase(), priority };
                match taken.get(&place) {
                    // The same rule, once in its group and once on its own.
                    Some(taker) if name.is_some() && taker.name == name => {}
                    Some(taker) => {
                        let file = project.resources()[taker.resource].file;
                        let elsewhere = project.elsewhere(file, taker.span, resource.file);
                        let diagnostic = diagnostic(format!("priority {priority} is taken"))
                            .with_related_in(elsewhere, "by this rule of the same direction", taker.span)
                            .with_help("Give each rule of a direction a priority of its own.");
                        found.push(ProjectFinding { resource: number, diagnostic });
                    }
                    None => {
                        taken.insert(place, Taker { resource: number, span: value.span, name });
                    }
                }
            }
        }
    }
}

fn priority_of<'v, 's>(rule: &SecurityRule<'v, 's>) -> Option<(&'v Value<'s>, i64)> {
    let value = &rule.properties.get("priority")?.value;
    match &value.kind {
        ValueKind::Number(number) => Some((value, Number::as_i64(number)?)),
        _ => None,
    }
}

/// The whole name of the security group that a resource is, or belongs to.
fn group_of(resource: &Resource<'_, '_>) -> Option<String> {
    // GruCloud does not know the rules as resources of their own, and their dependencies neither.
    let group = resource.dependencies.and_then(|dependencies| dependencies.get("networkSecurityGroup"));
    let name = group.map_or_else(|| resource.name.clone(), |member| ResourceName::of(&member.value, resource.file));
    name.is_settled().then(|| name.shown().into_owned())
}
