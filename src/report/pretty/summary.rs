use std::fmt::Write;

use super::Style;
use crate::diagnostic::Severity;
use crate::linter::Summary;

/// The whole run in one or two lines; nothing where nothing was checked.
#[must_use]
pub fn summary(summary: Summary, style: Style) -> String {
    if summary.files == 0 {
        return String::new();
    }
    let shown = [
        (Severity::Error, summary.errors, "error"),
        (Severity::Warning, summary.warnings, "warning"),
        (Severity::Info, summary.infos, "info"),
    ];
    let found: Vec<String> = shown
        .into_iter()
        .filter(|(severity, number, _)| *severity >= style.least && *number > 0)
        .map(|(_, number, name)| count(number, name))
        .collect();
    let found = match found.as_slice() {
        [] => "No mistake found".to_owned(),
        [one] => format!("Found {one}"),
        [rest @ .., last] => format!("Found {} and {last}", rest.join(", ")),
    };
    let mut written =
        format!("{found} in {} of {}.\n", count(summary.resources, "resource"), count(summary.files, "file"));
    if summary.unchecked > 0 {
        let resources = count(summary.unchecked, "resource");
        let hint = if style.least > Severity::Info { " (--info says why)" } else { "" };
        let _ = writeln!(written, "{resources} could not be held against a schema{hint}.");
    }
    written
}

fn count(number: usize, name: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {name}{plural}")
}
