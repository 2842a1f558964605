use crate::diagnostic::{Diagnostic, Fix};
use crate::text::{Span, quote, replacement_of_string};

/// Asks whether `name` was meant where another stands, and offers to write it.
pub(super) fn with_meant(diagnostic: Diagnostic, written: Span, name: &str, text: &str) -> Diagnostic {
    offering(diagnostic.with_help(format!("Did you mean {}?", quote(name))), written, name, text)
}

/// Offers to write `name` where another stands.
pub(super) fn offering(diagnostic: Diagnostic, written: Span, name: &str, text: &str) -> Diagnostic {
    let edit = replacement_of_string(text, written, name);
    diagnostic.with_fix(Fix::on_request(format!("Write {}", quote(name)), edit))
}
