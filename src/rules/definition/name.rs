use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::document::{Notation, Value};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("definition/name"),
    severity: Severity::Warning,
    enabled: true,
    summary: "A resource has no name though its type needs one",
    fix: FixAvailability::None,
    explanation: "The name is the last part of the path under which Azure keeps the resource, and how others refer \
        to it. Resources of which there is only one below their parent (their path ends in a constant, such as \
        `default`) have none. A definition that stands alone and depends on nothing is taken for a fragment.",
    source: "the path of the request that creates the resource",
    examples: &[
        Example::bad(
            "resources.js",
            "exports.createResources = () => [\n  {\n    type: \"RouteTable\",\n    group: \"Network\",\n    properties: () => ({}),\n    dependencies: () => ({ resourceGroup: \"rg\" }),\n  },\n];\n",
        ),
        Example::good(
            "resources.js",
            "exports.createResources = () => [\n  { type: \"ResourceGroup\", group: \"Resources\", properties: () => ({ name: \"rg\" }) },\n];\n",
        ),
        Example::good(
            "resources.js",
            "exports.createResources = () => [\n  {\n    type: \"VirtualNetworkGatewayConnectionSharedKey\",\n    group: \"Network\",\n    properties: () => ({ value: process.env.KEY }),\n    dependencies: () => ({ resourceGroup: \"rg\", virtualNetworkGatewayConnection: \"rg::link\" }),\n  },\n];\n",
        ),
    ],
};

pub(super) const CHECK: Check = Check::Definition(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &DefinitionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let definition = context.definition;
    let is_closed = |value: Option<&Value<'_>>| value.and_then(Value::as_object).is_some_and(|object| !object.open);
    let shows_all = is_closed(Some(&definition.body))
        && (definition.field("properties").is_none() || is_closed(definition.properties()));
    let names_others = definition.notation != Notation::Template && !definition.has_arm_type();
    if !shows_all || !names_others || is_a_fragment(context) || context.resource.own_name.is_some() {
        return;
    }
    if let Some(parameter) = context.resource.deployment().and_then(|deployment| deployment.own_name()) {
        let message = format!("this {} has no name", context.type_in_words());
        let help = format!("Add `name` to its properties: the path of the resource ends with `{{{}}}`.", parameter.name);
        found.push(RULE.diagnostic(definition.handle(), message).with_help(help));
    }
}

/// Whether a definition stands alone, as a body that somebody only wants to have checked.
fn is_a_fragment(context: &DefinitionContext<'_, '_>) -> bool {
    context.definition.field("dependencies").is_none() && context.project.resources().len() == 1
}
