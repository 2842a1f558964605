use std::fmt::Write;

use super::keys::KEYS;

/// A `lazuli.toml` that says nothing yet, with everything that it could say in comments.
#[must_use]
pub fn template() -> String {
    let mut text =
        format!("#:schema {}\n# How lazuli checks this project. Everything here is optional.\n", super::schema_url());
    for key in &KEYS {
        let _ = writeln!(text, "\n# {}.", key.summary);
        for line in key.example.lines() {
            let _ = writeln!(text, "# {line}");
        }
    }
    text
}
