//! The comments that ask for findings to be left out.

use crate::diagnostic::Fix;
use crate::document::{Name, Suppression};
use crate::text::{Edit, Span, removal_of_comment};

crate::rules::area! { unknown_rule, unused }

/// Takes the whole comment away.
fn removal_of_all(text: &str, suppression: &Suppression<'_>) -> Fix {
    Fix::safe("Remove the comment", removal_of_comment(text, suppression.span))
}

/// Takes one of the names away, or the comment where it is the only one: a comment without names speaks of all rules.
fn removal(text: &str, suppression: &Suppression<'_>, name: &Name<'_>) -> Fix {
    let rules = &suppression.rules;
    let Some(at) = rules.iter().position(|rule| rule.span == name.span).filter(|_| rules.len() > 1) else {
        return removal_of_all(text, suppression);
    };
    let span = match rules.get(at + 1) {
        Some(next) => Span::new(name.span.start, next.span.start),
        None => Span::new(rules[at - 1].span.end, name.span.end),
    };
    Fix::safe(format!("Remove `{}`", name.text), Edit::delete(span))
}

/// An example of a comment that does what it is for.
const SUPPRESSED: &str = r#"exports.createResources = () => [
  {
    type: "PrivateEndpointConnection",
    group: "DocumentDB",
    name: "reports",
    properties: () => ({
      properties: {
        privateLinkServiceConnectionState: {
          // lazuli-ignore-next-line private-link/status -- as the portal writes it
          status: "approved",
        },
      },
    }),
  },
];
"#;
