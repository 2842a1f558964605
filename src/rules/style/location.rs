use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, MemberContext, NOTHING};
use crate::text::{quote_value, replacement_of_string};

/// A file with a resource group in that location, for examples.
macro_rules! group {
    ($location:literal) => {
        concat!(
            "exports.createResources = () => [\n  {\n    type: \"ResourceGroup\",\n    group: \"Resources\",\n",
            "    properties: () => ({ name: \"rg\", location: \"",
            $location,
            "\" }),\n  },\n];\n"
        )
    };
}

pub(super) static RULE: Rule = Rule {
    code: RuleCode("style/location"),
    severity: Severity::Info,
    enabled: true,
    summary: "A location is written as people read it",
    fix: FixAvailability::Unsafe,
    explanation: "Azure takes `West US` for `westus`, and answers with the latter. Written in Azure's own form, what \
        is declared and what is there are alike.",
    source: "Azure's list of regions",
    examples: &[
        Example::bad("resources.js", group!("West US")),
        Example::good("resources.js", group!("westus")),
    ],
};

pub(super) const CHECK: Check = Check::Member(&["location"], check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &MemberContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let value = &context.member.value;
    let Some(text) = value.as_str().filter(|text| context.path.is_at_root() && is_display_name(text)) else { return };
    let own = text.to_ascii_lowercase().replace(' ', "");
    let edit = replacement_of_string(context.definition.text, value.span, &own);
    found.push(
        RULE.diagnostic(value.span, format!("{} is a location's name for people", quote_value(text)))
            .with_help(format!("Azure's own form is `{own}`."))
            .with_pointer(context.path.pointer())
            .with_fix(Fix::on_request(format!("Write `{own}`"), edit)),
    );
}

/// `West US 2`: words that begin with capital letters or digits.
fn is_display_name(text: &str) -> bool {
    let is_word = |word: &str| {
        word.starts_with(|first: char| first.is_ascii_uppercase() || first.is_ascii_digit())
            && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    !text.is_empty() && text.split(' ').all(is_word) && text.bytes().any(|byte| byte.is_ascii_uppercase())
}
