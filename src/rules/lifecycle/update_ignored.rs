use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::document::{Member, Value, child_pointer};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING};
use crate::text::quote;

/// A file with a public address that has that property, for examples.
macro_rules! address {
    ($property:literal) => {
        concat!(
            "exports.createResources = () => [\n  {\n    type: \"PublicIPAddress\",\n    group: \"Network\",\n    name: \"entry\",\n",
            "    properties: () => ({ properties: { ",
            $property,
            " } }),\n    dependencies: () => ({ resourceGroup: \"rg\" }),\n  },\n];\n"
        )
    };
}

pub(super) static RULE: Rule = Rule {
    code: RuleCode("lifecycle/update-ignored"),
    severity: Severity::Info,
    enabled: false,
    summary: "A property that GruCloud leaves out when it compares: changing it later deploys nothing",
    fix: FixAvailability::None,
    explanation: "GruCloud compares what is declared with what is there, and leaves some properties out: those that \
        the service answers with in another form, and those that name other resources. They count when the resource \
        is created, and never again. Turn this rule on to see where.",
    source: "`omitProperties` in GruCloud's schema of the type",
    examples: &[
        Example::bad("resources.js", address!("publicIPPrefix: { id: process.env.PREFIX_ID }")),
        Example::good("resources.js", address!("publicIPAllocationMethod: \"Static\"")),
    ],
};

pub(super) const CHECK: Check = Check::Definition(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

/// What everybody sets, and what names the resource.
const EXPECTED: [&str; 4] = ["id", "name", "type", "location"];

fn check(context: &DefinitionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let (Some(deployment), Some(properties)) = (context.resource.deployment(), context.definition.properties()) else {
        return;
    };
    for path in deployment.not_compared.iter().filter(|path| !EXPECTED.contains(&path.as_str())) {
        let steps: Vec<&str> = path.split('.').collect();
        follow(properties, &steps, "", &mut |member, pointer| {
            let message = format!("GruCloud does not compare {}: changing it later deploys nothing", quote(&member.key));
            found.push(RULE.diagnostic(member.key_span, message).with_pointer(pointer));
        });
    }
}

/// Shows what stands at the end of a path, in all items of the lists on the way.
fn follow(value: &Value<'_>, steps: &[&str], pointer: &str, show: &mut dyn FnMut(&Member<'_>, String)) {
    let [step, rest @ ..] = steps else { return };
    let key = step.strip_suffix("[]").unwrap_or(step);
    let Some(member) = value.as_object().and_then(|object| object.get(key)) else { return };
    let pointer = child_pointer(pointer, key);
    if rest.is_empty() {
        return show(member, pointer);
    }
    if key == *step {
        return follow(&member.value, rest, &pointer, show);
    }
    for (index, item) in member.value.as_array().into_iter().flat_map(|array| &array.items).enumerate() {
        follow(item, rest, &format!("{pointer}/{index}"), show);
    }
}
