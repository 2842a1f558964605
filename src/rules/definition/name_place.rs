use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::document::{Notation, Value};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING};
use crate::text::{Edit, Span, removal_of_member};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("definition/name-place"),
    severity: Severity::Warning,
    enabled: false,
    summary: "The name stands beside the properties, and not among them",
    fix: FixAvailability::Unsafe,
    explanation: "Current versions of GruCloud take the name from what `properties` returns; older ones, and its \
        documentation, have it beside `properties`. lazuli reads both. Turn this rule on to have all names in the \
        newer place.",
    source: "GruCloud's code generator, `gc gencode`",
    examples: &[
        Example::bad(
            "resources.js",
            "exports.createResources = () => [\n  {\n    type: \"ResourceGroup\",\n    group: \"Resources\",\n    name: \"rg\",\n    properties: () => ({ location: \"westeurope\" }),\n  },\n];\n",
        ),
        Example::good(
            "resources.js",
            "exports.createResources = () => [\n  {\n    type: \"ResourceGroup\",\n    group: \"Resources\",\n    properties: () => ({ name: \"rg\", location: \"westeurope\" }),\n  },\n];\n",
        ),
    ],
};

pub(super) const CHECK: Check = Check::Definition(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &DefinitionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let definition = context.definition;
    let (Some(name), Some(properties)) = (definition.field("name"), definition.properties()) else { return };
    let Some(inner) = properties.as_object() else { return };
    if definition.notation != Notation::Program || inner.open || inner.get("name").is_some() {
        return;
    }
    let diagnostic = RULE
        .diagnostic(name.key_span, "the name stands beside `properties`, and not among them")
        .with_help("Move it into what `properties` returns.");
    found.push(match moved(context.text, name.span, name.value.span, properties) {
        Some(edits) => {
            diagnostic.with_fix(Fix { title: "Move it into the properties".into(), safe: false, edits })
        }
        None => diagnostic,
    });
}

/// What moves a member to the start of an object.
fn moved(text: &str, member: Span, value: Span, properties: &Value<'_>) -> Option<Vec<Edit>> {
    let opening = properties.span;
    if !opening.slice_of(text).starts_with('{') || !member.contains(value) || opening.contains(member) {
        return None;
    }
    let after = opening.start + 1;
    let inside = Span::new(after, opening.end - 1).slice_of(text);
    let blanks: String = inside.chars().take_while(|letter| letter.is_whitespace()).collect();
    let parting = if inside.trim().is_empty() { "" } else { "," };
    let blanks = if blanks.is_empty() { " " } else { &blanks };
    let insertion = format!("{blanks}name: {}{parting}", value.slice_of(text));
    Some(vec![removal_of_member(text, member), Edit::insert(after, insertion)])
}
