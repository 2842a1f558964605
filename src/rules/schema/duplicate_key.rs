use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::rule::{Example, FixAvailability, Rule, connection};
use crate::rules::{Check, DocumentContext, NOTHING};
use crate::text::{quote, removal_of_member};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("schema/duplicate-key"),
    severity: Severity::Error,
    enabled: true,
    summary: "One object has the same key twice",
    fix: FixAvailability::Unsafe,
    explanation: "The last one wins; what the first one says is lost. A key that replaces one brought by a spread \
        (`{ ...defaults, tier: \"Premium\" }`) is how spreads are used, and is not reported.",
    source: "the languages themselves",
    examples: &[
        Example::bad(
            "resources.js",
            connection!(r#"status: "Rejected""#, r#"description: "Not before May""#, r#"status: "Approved""#),
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

pub(super) const CHECK: Check = Check::Document(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &DocumentContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    for repeated in &context.document.repeated_keys {
        let key = quote(repeated.key_span.slice_of(context.text).trim_matches(['"', '\'']));
        let fix = Fix::on_request(format!("Remove the first {key}"), removal_of_member(context.text, repeated.span));
        found.push(
            RULE.diagnostic(repeated.key_span, format!("{key} comes twice: this one is lost"))
                .with_related("this one counts", repeated.winner)
                .with_help("Keep one of the two.")
                .with_fix(fix),
        );
    }
}
