use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::document::pointer_segments;
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, MemberContext, NOTHING};
use crate::text::{quote, removal_of_member};

/// A file with a private endpoint connection that has a property besides its state, for examples.
macro_rules! state {
    ($member:literal) => {
        concat!(
            "exports.createResources = () => [\n  {\n    type: \"PrivateEndpointConnection\",\n    group: \"DocumentDB\",\n    name: \"reports\",\n",
            "    properties: () => ({\n      properties: {\n        privateLinkServiceConnectionState: { status: \"Approved\" },\n        ",
            $member,
            ",\n      },\n    }),\n  },\n];\n"
        )
    };
}

pub(super) static RULE: Rule = Rule {
    code: RuleCode("lifecycle/service-managed"),
    severity: Severity::Warning,
    enabled: true,
    summary: "A property is set that only the service sets, though swagger does not say so",
    fix: FixAvailability::Safe,
    explanation: "The swagger of some types has `provisioningState`, `etag` and the like without `readOnly`. The \
        service ignores what is written there, or refuses it. An empty string is what `gc gencode` writes for a value \
        that is not there: only an info. An `etag` of `*` is a wish, and not a value.",
    source: "Azure's documentation of what resources answer with",
    examples: &[
        Example::bad("resources.js", state!("provisioningState: \"Succeeded\"")),
        Example::good("resources.js", state!("groupId: \"Sql\"")),
    ],
};

pub(super) const CHECK: Check = Check::Member(KEYS, check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

const KEYS: &[&str] = &["provisioningState", "etag", "uniqueId", "fqdn", "systemData", "resourceGuid"];

/// Whether the service alone sets a member of a type, though its schema may not say so.
pub(crate) fn is_service_managed(known_type: Option<(&str, &str)>, key: &str, pointer: &str) -> bool {
    KEYS.contains(&key)
        && match key {
            // Others have names that they are reached by from outside.
            "fqdn" => known_type == Some(("Network", "PublicIPAddress")) && pointer == "/properties/dnsSettings/fqdn",
            _ => pointer_segments(pointer).count() <= 2,
        }
}

fn check(context: &MemberContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let definition = context.definition;
    let (member, pointer) = (context.member, context.path.pointer());
    // What swagger does not have, or says to be read-only, is reported for that.
    let place = definition.definition.properties().and_then(|root| definition.schema?.at(root, &pointer));
    let is_settable = place.is_some_and(|place| !place.declared.read_only && !place.schema.read_only);
    let is_own = is_service_managed(definition.known_type(), &member.key, &pointer);
    if !is_settable || !is_own || member.value.is_unknown() || member.value.as_str() == Some("*") {
        return;
    }
    let key = quote(&member.key);
    let mut diagnostic = RULE
        .diagnostic(member.key_span, format!("only the service sets {key}"))
        .with_help("Leave it out.")
        .with_pointer(pointer)
        .with_fix(Fix::safe(format!("Remove {key}"), removal_of_member(definition.text, member.span)));
    if member.value.as_str().is_some_and(str::is_empty) {
        diagnostic.severity = Severity::Info;
    }
    found.push(diagnostic);
}
