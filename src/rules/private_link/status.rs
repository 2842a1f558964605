use serde_json::Value as Json;

use super::STATE;
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::document::{Value, ValueKind, child_pointer};
use crate::rule::{Example, FixAvailability, Rule, connection};
use crate::rules::{Check, MemberContext};
use crate::text::{join_alternatives, nearest, quote_value, replacement_of_string};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("private-link/status"),
    severity: Severity::Error,
    enabled: true,
    summary: "The status of a private endpoint connection is none that exists",
    fix: FixAvailability::Safe,
    explanation: "A connection is `Approved`, `Rejected`, `Pending` or `Disconnected`, in exactly this case. Most \
        schemas call the status a mere string, and the service then refuses the request, or keeps the connection \
        pending. Where a schema lists the values itself, its list counts.\n\n\
        Looked at is every `privateLinkServiceConnectionState`, in the connections of all services and in a private \
        endpoint's `privateLinkServiceConnections`.",
    source: "the schemas that list the values, and Azure's documentation of private endpoints",
    examples: &[
        Example::bad(
            "resources.js",
            connection!(r#"status: "approved""#),
        ),
        Example::good(
            "resources.js",
            connection!(r#"status: process.env.OPEN ? "Approved" : "Rejected""#),
        ),
    ],
};

pub(super) const CHECK: Check = Check::Member(&[STATE], check);
pub(super) const SUPERSEDES: &[RuleCode] = &[RuleCode("schema/enum"), RuleCode("schema/open-enum")];

/// What a status can be where the schema does not say.
const STATUSES: [&str; 4] = ["Approved", "Rejected", "Pending", "Disconnected"];

/// The values that a member can have where the schema does not list them: that of a connection's status.
pub(crate) fn allowed_values(parent: &str, key: &str) -> Option<&'static [&'static str]> {
    (parent == STATE && key == "status").then_some(&STATUSES)
}

fn check(context: &MemberContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let Some(status) = context.member.value.as_object().and_then(|state| state.get("status")) else { return };
    let pointer = child_pointer(&context.path.pointer(), "status");
    let allowed = listed_by_the_schema(context, &pointer).unwrap_or_else(|| STATUSES.to_vec());
    let value = &status.value;
    let written = match &value.kind {
        ValueKind::String(text) if allowed.contains(&&**text) => return,
        ValueKind::String(text) => text,
        // Where there is a schema, it says so of every type that is wrong.
        ValueKind::Unknown(_) => return,
        _ if context.definition.schema.is_some() => return,
        _ => {
            found.push(diagnostic(value, &allowed, "found no string").with_pointer(pointer));
            return;
        }
    };
    let diagnostic = diagnostic(value, &allowed, &format!("found {}", quote_value(written))).with_pointer(pointer);
    found.push(match nearest(written, allowed.iter().copied()) {
        Some(meant) => {
            let edit = replacement_of_string(context.definition.text, value.span, meant);
            let fix = Fix::safe(format!("Write `{meant}`"), edit);
            diagnostic.with_help(format!("Did you mean `{meant}`?")).with_fix(fix)
        }
        None => diagnostic,
    });
}

fn diagnostic(value: &Value<'_>, allowed: &[&str], found: &str) -> Diagnostic {
    let allowed = join_alternatives(allowed.iter().copied(), allowed.len());
    RULE.diagnostic(value.span, format!("`status` must be {allowed}, {found}"))
}

fn listed_by_the_schema<'c>(context: &MemberContext<'c, '_>, pointer: &str) -> Option<Vec<&'c str>> {
    let root = context.definition.definition.properties()?;
    let place = context.definition.schema?.at(root, pointer)?;
    let enumeration = place.schema.enumeration.as_ref()?;
    Some(enumeration.values.iter().filter_map(Json::as_str).collect())
}
