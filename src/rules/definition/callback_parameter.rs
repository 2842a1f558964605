use super::callbacks;
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::document::{CALLBACK_PARAMETERS, Function};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING};
use crate::text::{Edit, join_alternatives, nearest, quote};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("definition/callback-parameter"),
    severity: Severity::Error,
    enabled: true,
    summary: "A callback uses what it does not take, or takes what it is not given",
    fix: FixAvailability::Safe,
    explanation: "`properties` and `dependencies` are called with an object: `config`, and for `properties` also \
        `getId`, `generatePassword` and `multiline`. A name that is used without being taken is a ReferenceError when \
        the stack is deployed; one that is taken and not given is undefined. A parameter with a value of its own, and \
        a name that the file declares itself, are left alone.",
    source: "GruCloud, which calls the functions",
    examples: &[
        Example::bad(
            "resources.js",
            "exports.createResources = () => [\n  {\n    type: \"ResourceGroup\",\n    group: \"Resources\",\n    properties: ({}) => ({ name: \"rg\", location: config.location }),\n  },\n];\n",
        ),
        Example::bad(
            "resources.js",
            "exports.createResources = () => [\n  {\n    type: \"ResourceGroup\",\n    group: \"Resources\",\n    properties: ({ confg }) => ({ name: \"rg\", location: confg.location }),\n  },\n];\n",
        ),
        Example::good(
            "resources.js",
            "exports.createResources = () => [\n  {\n    type: \"ResourceGroup\",\n    group: \"Resources\",\n    properties: ({ config }) => ({ name: \"rg\", location: config.location }),\n  },\n];\n",
        ),
    ],
};

pub(super) const CHECK: Check = Check::Definition(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &DefinitionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    for (key, function) in callbacks(context.definition) {
        let given: &[&str] = if key == "dependencies" { &CALLBACK_PARAMETERS[..1] } else { &CALLBACK_PARAMETERS };
        let is_used = |name: &str| function.not_taken.iter().any(|used| used.text == name);
        let unknown = function.parameters.iter().filter(|parameter| !parameter.has_default);
        let unknown = unknown.filter(|parameter| !CALLBACK_PARAMETERS.contains(&parameter.name));
        for parameter in unknown.filter(|parameter| parameter.is_a_name()) {
            let message = format!("`{key}` is not given {}", quote(parameter.name));
            let diagnostic = RULE.diagnostic(parameter.span, message);
            found.push(match nearest(parameter.name, CALLBACK_PARAMETERS) {
                Some(meant) if is_used(meant) => {
                    let edit = Edit::replace(parameter.span, meant);
                    diagnostic
                        .with_help(format!("Did you mean `{meant}`?"))
                        .with_fix(Fix::safe(format!("Rename it to `{meant}`"), edit))
                }
                Some(meant) => diagnostic.with_help(format!("Did you mean `{meant}`?")),
                None => {
                    let listed = join_alternatives(given.iter().copied(), given.len());
                    diagnostic.with_help(format!("It is given {listed}."))
                }
            });
        }
        // A name that is misspelt where it is taken is one mistake, and not two.
        let is_misspelt = |name: &str| {
            let mut unknown = function.parameters.iter().filter(|parameter| !CALLBACK_PARAMETERS.contains(&parameter.name));
            unknown.any(|parameter| nearest(parameter.name, CALLBACK_PARAMETERS) == Some(name))
        };
        for name in function.not_taken.iter().filter(|name| !is_misspelt(&name.text)) {
            let message = format!("`{key}` uses {} without taking it", quote(&name.text));
            let diagnostic = RULE.diagnostic(name.span, message);
            found.push(match taking(function, &name.text, context.text) {
                Some(edit) => diagnostic
                    .with_help(format!("Write `{key}: ({{ {} }}) => …`.", name.text))
                    .with_fix(Fix::safe(format!("Take {}", quote(&name.text)), edit)),
                None => diagnostic.with_help("Take it from what the function is called with."),
            });
        }
    }
}

/// What makes a function take a name.
fn taking(function: &Function<'_>, name: &str, text: &str) -> Option<Edit> {
    let list = function.parameter_list?;
    let written = list.slice_of(text);
    if let Some(last) = function.parameters.last() {
        let end = last.whole.end;
        return Some(Edit::insert(end, format!(", {name}")));
    }
    if written.starts_with('{') {
        return Some(Edit::replace(list, format!("{{ {name} }}")));
    }
    written.starts_with('(').then(|| Edit::replace(list, format!("({{ {name} }})")))
}
