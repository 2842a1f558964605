use super::limits::{LIMITS, Limit};
use crate::catalog::PathParameter;
use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::document::{Notation, Object, Value, child_pointer};
use crate::project::SEPARATOR;
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING};
use crate::text::{Span, quote_value};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("naming/invalid"),
    severity: Severity::Error,
    enabled: true,
    summary: "A name that Azure does not accept for this type of resource",
    fix: FixAvailability::None,
    explanation: "Each type has its own limits: how long a name is, and which characters it has. Held against them \
        are names that are known; one like `myStorageAccount`, as documentation has it, is only an info. \
        `computerName` of a virtual machine has at most 15 characters on Windows and 64 on Linux.",
    source: "the path parameter in the type's swagger, and Azure's naming rules for resources",
    examples: &[
        Example::bad(
            "resources.js",
            "exports.createResources = () => [\n  {\n    type: \"ResourceGroup\",\n    group: \"Resources\",\n    properties: () => ({ name: \"reports.\" }),\n  },\n];\n",
        ),
        Example::bad(
            "resources.js",
            "exports.createResources = () => [\n  {\n    type: \"UserAssignedIdentity\",\n    group: \"ManagedIdentity\",\n    properties: () => ({ name: \"id\" }),\n    dependencies: () => ({ resourceGroup: \"rg\" }),\n  },\n];\n",
        ),
        Example::good(
            "resources.js",
            "exports.createResources = () => [\n  {\n    type: \"ResourceGroup\",\n    group: \"Resources\",\n    properties: () => ({ name: \"reports\" }),\n  },\n];\n",
        ),
    ],
};

pub(super) const CHECK: Check = Check::Definition(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &DefinitionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    computer_name(context, found);
    let definition = context.definition;
    if definition.notation == Notation::Template || definition.has_arm_type() {
        return;
    }
    let Some(name) = context.resource.own_name else { return };
    let Some(text) = name.as_str().filter(|text| !text.contains(SEPARATOR)) else { return };
    let parameter = context.resource.deployment().and_then(|deployment| deployment.own_name());
    if let Some(broken) = parameter.and_then(|parameter| broken_by(parameter, text)) {
        found.push(diagnostic(context, name.span, text, &broken, "its swagger"));
        return;
    }
    let is_of_type = |limit: &&Limit| context.known_type() == Some((limit.group, limit.resource_type));
    if let Some(limit) = LIMITS.iter().find(is_of_type).filter(|limit| !limit.allows(text)) {
        found.push(diagnostic(context, name.span, text, limit.words, "Azure's naming rules"));
    }
}

fn diagnostic(context: &DefinitionContext<'_, '_>, span: Span, name: &str, limit: &str, source: &str) -> Diagnostic {
    let message = format!("{} is no name for a {}: it must have {limit}", quote_value(name), context.type_in_words());
    let mut diagnostic = RULE.diagnostic(span, message).with_help(format!("The limit is from {source}."));
    if is_placeholder(context, name) {
        diagnostic.severity = Severity::Info;
    }
    diagnostic
}

/// Whether a name is what documentation calls a resource of the type: `myStorageAccount`. It has to be replaced before
/// anything is deployed, and whoever shows how to write a definition is right to write it.
fn is_placeholder(context: &DefinitionContext<'_, '_>, name: &str) -> bool {
    let type_name = context.known_type().map(|(_, resource_type)| resource_type);
    name.strip_prefix("my").zip(type_name).is_some_and(|(name, type_name)| name == type_name)
}

/// What a path parameter demands that a name does not keep.
fn broken_by(parameter: &PathParameter, name: &str) -> Option<String> {
    let length = name.chars().count() as u64;
    let is_short = parameter.min_length.is_some_and(|least| length < least);
    let is_long = parameter.max_length.is_some_and(|most| length > most);
    // Azure's own engines take letters of other scripts for letters too.
    let is_unlike = name.is_ascii() && parameter.pattern.as_ref().is_some_and(|pattern| !pattern.may_match(name));
    (is_short || is_long || is_unlike).then(|| {
        let facts = parameter.facts();
        facts.iter().map(|fact| fact.replacen("matches", "the form", 1)).collect::<Vec<_>>().join(", ")
    })
}

/// The most characters of a computer's name.
const ON_WINDOWS: usize = 15;
const ON_LINUX: usize = 64;

fn computer_name(context: &DefinitionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let Some(properties) = object_at(context.definition.properties(), "properties") else { return };
    let Some(profile) = properties.get("osProfile").and_then(|member| member.value.as_object()) else { return };
    let Some(name) = profile.get("computerName").map(|member| &member.value) else { return };
    let disk = object_at(object_value(properties, "storageProfile"), "osDisk");
    let system = disk.and_then(|disk| disk.get_str("osType"));
    let most = if profile.get("windowsConfiguration").is_some() || system == Some("Windows") {
        ON_WINDOWS
    } else if profile.get("linuxConfiguration").is_some() || system == Some("Linux") {
        ON_LINUX
    } else {
        return;
    };
    if name.as_str().is_some_and(|text| text.chars().count() > most) {
        let system = if most == ON_WINDOWS { "Windows" } else { "Linux" };
        let message = format!("a computer's name on {system} has at most {most} characters");
        let pointer = child_pointer("/properties/osProfile", "computerName");
        found.push(
            RULE.diagnostic(name.span, message)
                .with_pointer(pointer)
                .with_help("The limit is from Azure's naming rules."),
        );
    }
}

fn object_value<'v, 's>(object: &'v Object<'s>, key: &str) -> Option<&'v Value<'s>> {
    object.get(key).map(|member| &member.value)
}

fn object_at<'v, 's>(value: Option<&'v Value<'s>>, key: &str) -> Option<&'v Object<'s>> {
    object_value(value?.as_object()?, key)?.as_object()
}
