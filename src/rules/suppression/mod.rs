//! The comments that ask for findings to be left out.

use crate::diagnostic::Fix;
use crate::document::Suppression;
use crate::text::{Edit, Span, removal_of_comment};

crate::rules::area! { unknown_rule, unused }

/// Takes the whole comment away.
fn removal_of_all(text: &str, suppression: &Suppression<'_>) -> Fix {
    Fix::safe("Remove the comment", removal_of_comment(text, suppression.span))
}

/// Takes the name at a position away, or the comment where it is the only one: a comment without names speaks of all
/// rules.
fn removal(text: &str, suppression: &Suppression<'_>, at: usize) -> Fix {
    let place = |at: usize| suppression.rules.get(at).map(|name| name.span);
    let span = match (at.checked_sub(1).and_then(place), place(at), place(at + 1)) {
        (_, Some(name), Some(next)) => Span::new(name.start, next.start),
        (Some(before), Some(name), None) => Span::new(before.end, name.end),
        _ => return removal_of_all(text, suppression),
    };
    Fix::safe("Remove the name", Edit::delete(span))
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
