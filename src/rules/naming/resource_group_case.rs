use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING};
use crate::text::{quote_value, replacement_of_string};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("naming/resource-group-case"),
    severity: Severity::Warning,
    enabled: true,
    summary: "The name of a resource group has upper-case letters",
    fix: FixAvailability::Unsafe,
    explanation: "GruCloud writes the names of resource groups that are there in lower case, and compares letter by \
        letter: a group of another name is never found again.",
    source: "GruCloud, which takes the group's name from the id in lower case",
    examples: &[
        Example::bad(
            "resources.js",
            "exports.createResources = () => [\n  { type: \"ResourceGroup\", group: \"Resources\", properties: () => ({ name: \"rgReports\" }) },\n];\n",
        ),
        Example::good(
            "resources.js",
            "exports.createResources = () => [\n  { type: \"ResourceGroup\", group: \"Resources\", properties: () => ({ name: \"rg-reports\" }) },\n];\n",
        ),
    ],
};

pub(super) const CHECK: Check = Check::Definition(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &DefinitionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let is_group = context.known_type() == Some(("Resources", "ResourceGroup")) && !context.definition.has_arm_type();
    let Some(name) = context.resource.own_name.filter(|_| is_group) else { return };
    let Some(text) = name.as_str().filter(|text| text.chars().any(char::is_uppercase)) else { return };
    let lower = text.to_lowercase();
    let edit = replacement_of_string(context.text, name.span, &lower);
    found.push(
        RULE.diagnostic(name.span, format!("the resource group {} has upper-case letters in its name", quote_value(text)))
            .with_help("GruCloud finds it again in lower case only.")
            .with_fix(Fix::on_request(format!("Write {}", quote_value(&lower)), edit)),
    );
}
