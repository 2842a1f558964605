use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::document::{Unknown, Value, ValueKind};
use crate::rule::{Example, FixAvailability, Rule};
use crate::text::{quote, removal_of_member};

pub(crate) static RULE: Rule = Rule {
    code: RuleCode("schema/duplicate-key"),
    severity: Severity::Error,
    summary: "One object has the same key twice",
    fix: FixAvailability::Unsafe,
    explanation: "The last one wins; what the first one says is lost. A key that replaces one brought by a spread \
        (`{ ...defaults, tier: \"Premium\" }`) is how spreads are used, and is not reported.",
    source: "the languages themselves",
    examples: &[
        Example::bad(
            "resources.js",
            r#"exports.createResources = () => [
  {
    type: "PrivateEndpointConnection",
    group: "DocumentDB",
    name: "reports",
    properties: () => ({
      properties: {
        privateLinkServiceConnectionState: {
          status: "Rejected",
          description: "Not before May",
          status: "Approved",
        },
      },
    }),
  },
];
"#,
        ),
        Example::good(
            "resources.js",
            r#"const state = { status: "Rejected", description: "Not before May" };
exports.createResources = () => [
  {
    type: "PrivateEndpointConnection",
    group: "DocumentDB",
    name: "reports",
    properties: () => ({
      properties: {
        privateLinkServiceConnectionState: { ...state, status: "Approved" },
      },
    }),
  },
];
"#,
        ),
    ],
};

/// Every key of `value`, at any depth, that comes again in its object.
pub(crate) fn duplicate_keys(value: &Value<'_>, text: &str, found: &mut Vec<Diagnostic>) {
    match &value.kind {
        ValueKind::Object(object) => {
            for shadowed in object.shadowed() {
                let key = quote(shadowed.key_span.slice_of(text).trim_matches(['"', '\'']));
                let fix = Fix::on_request(format!("Remove the first {key}"), removal_of_member(text, shadowed.span));
                found.push(
                    RULE.diagnostic(shadowed.key_span, format!("{key} comes twice: this one is lost"))
                        .with_related("this one counts", shadowed.winner)
                        .with_help("Keep one of the two.")
                        .with_fix(fix),
                );
            }
            object.members.iter().for_each(|member| duplicate_keys(&member.value, text, found));
        }
        ValueKind::Array(array) => array.items.iter().for_each(|item| duplicate_keys(item, text, found)),
        ValueKind::Unknown(Unknown::Function(function)) => duplicate_keys(&function.returns, text, found),
        _ => {}
    }
}
