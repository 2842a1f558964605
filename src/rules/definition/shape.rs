use crate::catalog::Lookup;
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::document::{Definition, JsonType, Member, Notation, Unknown, Value, ValueKind};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING};
use crate::text::{Edit, nearest, quote, replacement_of_key};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("definition/shape"),
    severity: Severity::Error,
    enabled: true,
    summary: "An object that does not have the shape of a resource definition",
    fix: FixAvailability::Unsafe,
    explanation: "A definition is an object with the strings `type` and `group`. In a program its `properties` and \
        `dependencies` are functions: GruCloud calls them, and throws where they are something else. In a data file \
        they are what those functions would return. A key that GruCloud does not know is ignored in silence; \
        resources that the catalogue does not cover may have keys of their own. A resource of an ARM template has \
        a `type` with its provider.",
    source: "GruCloud's loader",
    examples: &[
        Example::bad(
            "resources.js",
            "exports.createResources = () => [\n  {\n    type: \"PrivateEndpointConnection\",\n    group: \"DocumentDB\",\n    \
             name: \"reports\",\n    properties: { properties: { groupId: \"Sql\" } },\n  },\n];\n",
        ),
        Example::bad(
            "resources.js",
            "exports.createResources = () => [\n  {\n    type: \"PrivateEndpointConnection\",\n    group: \"DocumentDB\",\n    \
             name: \"reports\",\n    dependancies: () => ({ resourceGroup: \"rg\" }),\n  },\n];\n",
        ),
        Example::bad("resources.json", "[{ \"type\": \"PrivateEndpointConnection\", \"properties\": {} }]\n"),
        Example::bad(
            "azuredeploy.json",
            "{\n  \"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\",\n  \
             \"resources\": [\n    { \"type\": \"virtualNetworks\", \"apiVersion\": \"2024-05-01\", \"name\": \"net\", \"properties\": {} }\n  ]\n}\n",
        ),
        Example::good(
            "resources.json",
            "[{ \"type\": \"PrivateEndpointConnection\", \"group\": \"DocumentDB\", \"properties\": {} }]\n",
        ),
    ],
};

pub(super) const CHECK: Check = Check::Definition(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

/// The keys of a definition that GruCloud looks at.
const KNOWN_KEYS: [&str; 13] = [
    "type", "group", "name", "properties", "dependencies", "isDefault", "readOnly", "filterLives", "apiVersion",
    "namespace", "config", "attributes", "state",
];

fn check(context: &DefinitionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let definition = context.definition;
    // Azure Resource Manager's own form has other keys, and no group.
    if definition.notation == Notation::Template {
        found.extend(resource_of_template(definition));
        return;
    }
    if definition.has_arm_type() {
        return;
    }
    let ValueKind::Object(body) = &definition.body.kind else {
        let message = "a resource definition must be an object";
        let help = match definition.notation {
            Notation::Data => "It has a `type`, a `group`, `properties` and `dependencies`.",
            _ => "It has a `type`, a `group`, and functions `properties` and `dependencies`.",
        };
        found.push(RULE.diagnostic(definition.body.span, message).with_help(help));
        return;
    };
    if definition.notation != Notation::Call {
        let missing: Vec<&str> = ["type", "group"].into_iter().filter(|key| body.get(key).is_none()).collect();
        let mistaken = unknown_keys(context, &missing, found);
        let missing: Vec<&str> = missing.into_iter().filter(|key| !body.open && !mistaken.contains(key)).collect();
        if let Some(help) = missing.first().map(|key| about(key, definition.notation)) {
            let words: Vec<String> = missing.iter().map(|key| quote(key)).collect();
            let message = format!("this resource definition has no {}", words.join(" and no "));
            found.push(RULE.diagnostic(definition.body.span.first_byte(), message).with_help(help));
        }
        for key in ["type", "group"] {
            let Some(Member { value, .. }) = body.get(key) else { continue };
            let fault = match value.as_str() {
                Some("") => "is empty",
                None if is_known_not_to_be_a_string(value) => "must be a string",
                _ => continue,
            };
            let diagnostic = RULE.diagnostic(value.span, format!("`{key}` {fault}"));
            found.push(diagnostic.with_help(about(key, definition.notation)));
        }
    }
    for member in ["properties", "dependencies"].into_iter().filter_map(|key| body.get(key)) {
        callback(definition.notation, member, context.text, found);
    }
}

/// What a template cannot do without: a type, with its provider.
fn resource_of_template(definition: &Definition<'_>) -> Option<Diagnostic> {
    let help = "The type names the provider, too, as in `\"type\": \"Microsoft.Network/virtualNetworks\"`.";
    let body = definition.body.as_object()?;
    let Some(name) = &definition.resource_type else {
        let is_missing = body.get("type").is_none() && !body.open;
        let diagnostic = RULE.diagnostic(definition.body.span.first_byte(), "this resource has no `type`");
        return is_missing.then(|| diagnostic.with_help(help));
    };
    let is_whole = name.text.contains('/') || name.text.starts_with('[');
    let message = format!("{} is no type of a template's resource", quote(&name.text));
    (!is_whole).then(|| RULE.diagnostic(name.span, message).with_help(help))
}

/// Reports the keys that GruCloud does not know; returns those of `missing` that they were meant to be.
fn unknown_keys<'k>(
    context: &DefinitionContext<'_, '_>,
    missing: &[&'k str],
    found: &mut Vec<Diagnostic>,
) -> Vec<&'k str> {
    let definition = context.definition;
    // Resources of other clouds have keys of their own.
    let may_have_others = matches!(context.lookup, Some(Lookup::NotCovered));
    let mut mistaken = Vec::new();
    for member in definition.body.as_object().into_iter().flat_map(|body| &body.members) {
        if KNOWN_KEYS.contains(&&*member.key) {
            continue;
        }
        let message = format!("{} is not a key of a resource definition", quote(&member.key));
        let diagnostic = RULE.diagnostic(member.key_span, message);
        found.push(match nearest(&member.key, KNOWN_KEYS) {
            Some(meant) => {
                mistaken.extend(missing.iter().filter(|key| **key == meant));
                let diagnostic = diagnostic.with_help(format!("Did you mean `{meant}`?"));
                if definition.field(meant).is_none() {
                    let edit = replacement_of_key(context.text, member.span, member.key_span, meant);
                    diagnostic.with_fix(Fix::on_request(format!("Rename it to `{meant}`"), edit))
                } else {
                    diagnostic
                }
            }
            None if may_have_others => continue,
            None => diagnostic.with_help("What describes the resource itself goes into `properties`."),
        });
    }
    mistaken
}

fn about(key: &str, notation: Notation) -> &'static str {
    match (key, notation) {
        ("type", Notation::Data) => "The type names the resource in its group, as in `\"type\": \"Subnet\"`.",
        ("type", _) => "The type names the resource in its group, as in `type: \"Subnet\"`.",
        (_, Notation::Data) => "The group names the service, as in `\"group\": \"Network\"`.",
        _ => "The group names the service, as in `group: \"Network\"`.",
    }
}

fn is_known_not_to_be_a_string(value: &Value<'_>) -> bool {
    match value.known_type() {
        Some(known_type) => known_type != JsonType::String,
        None => value.as_function().is_some(),
    }
}

/// `properties` and `dependencies`: functions in a program, objects in a data file.
fn callback(notation: Notation, member: &Member<'_>, text: &str, found: &mut Vec<Diagnostic>) {
    let value = &member.value;
    let key = &member.key;
    match notation {
        Notation::Data => {
            if value.known_type().is_some_and(|known_type| known_type != JsonType::Object) {
                found.push(RULE.diagnostic(value.span, format!("`{key}` must be an object")));
            }
        }
        Notation::Template => {}
        // Calls on a provider take the dependencies as they are.
        Notation::Call if key == "dependencies" => {}
        Notation::Program | Notation::Call if value.as_function().is_some_and(|made| made.returns.is_undefined()) => {
            let diagnostic = RULE.diagnostic(member.key_span, format!("`{key}` returns nothing"));
            found.push(diagnostic.with_help(
                "Write `() => ({ … })`: without the round brackets the braces are a block of statements.",
            ));
        }
        Notation::Program | Notation::Call => {
            let may_be_a_function = matches!(
                value.kind,
                ValueKind::Unknown(Unknown::Function(_) | Unknown::Environment(_) | Unknown::Expression { known_type: None, .. })
            );
            if !may_be_a_function {
                let (before, after) = if value.as_object().is_some() { ("() => (", ")") } else { ("() => ", "") };
                let edits = vec![
                    Edit::insert(value.span.start, before),
                    Edit::insert(value.span.end, after),
                ];
                found.push(
                    RULE.diagnostic(value.span.first_line_of(text), format!("`{key}` must be a function"))
                        .with_help(format!("Write `{key}: () => ({{ … }})`: GruCloud calls it."))
                        .with_fix(Fix { title: "Wrap it in a function".into(), safe: false, edits }),
                );
            }
        }
    }
}
