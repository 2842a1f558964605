use super::callbacks;
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING};
use crate::text::{quote, removal_of_member};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("definition/unused-parameter"),
    severity: Severity::Info,
    enabled: true,
    summary: "A callback takes something that it does not use",
    fix: FixAvailability::Safe,
    explanation: "What a callback takes tells a reader what it depends on.",
    source: "the text of the function",
    examples: &[
        Example::bad(
            "resources.js",
            "exports.createResources = () => [\n  {\n    type: \"ResourceGroup\",\n    group: \"Resources\",\n    properties: ({ config, getId }) => ({ name: \"rg\", location: config.location }),\n  },\n];\n",
        ),
        Example::good(
            "resources.js",
            "exports.createResources = () => [\n  {\n    type: \"ResourceGroup\",\n    group: \"Resources\",\n    properties: ({}) => ({ name: \"rg\" }),\n  },\n];\n",
        ),
    ],
};

pub(super) const CHECK: Check = Check::Definition(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &DefinitionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    for (key, function) in callbacks(context.definition) {
        for parameter in function.parameters.iter().filter(|parameter| !parameter.is_used) {
            let name = quote(parameter.name);
            let edit = removal_of_member(context.text, parameter.whole);
            found.push(
                RULE.diagnostic(parameter.span, format!("`{key}` does not use {name}"))
                    .with_help("Leave it out.")
                    .with_fix(Fix::safe(format!("Remove {name}"), edit)),
            );
        }
    }
}
