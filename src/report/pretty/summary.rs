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
    let files = count(summary.files, "file");
    let place = match summary.resources {
        0 => files,
        resources => format!("{} of {files}", count(resources, "resource")),
    };
    let made = if summary.fixed > 0 { format!("Made {}.\n", count(summary.fixed, "fix")) } else { String::new() };
    let found = match found.as_slice() {
        [] if summary.resources == 0 => format!("No resource read in {place}.\n"),
        [] => format!("No mistake found in {place}.\n"),
        [one] => format!("Found {one} in {place}.\n"),
        [rest @ .., last] => format!("Found {} and {last} in {place}.\n", rest.join(", ")),
    };
    let mut written = made + &found;
    if summary.known > 0 {
        let _ = writeln!(written, "The baseline knows {} more.", summary.known);
    }
    written.push_str(&fixable(summary));
    let hint = if style.least > Severity::Info { " (--info says why)" } else { "" };
    if summary.unchecked > 0 {
        let resources = count(summary.unchecked, "resource");
        let _ = writeln!(written, "{resources} could not be held against a schema{hint}.");
    }
    if summary.not_read > 0 {
        let places = count(summary.not_read, "place");
        let _ = writeln!(written, "Resources at {places} were not read{hint}.");
    }
    written
}

/// Which options would mend how much.
fn fixable(summary: Summary) -> String {
    match (summary.fixable, summary.fixable_on_request) {
        (0, 0) => String::new(),
        (safe, 0) => format!("--fix mends {safe} of them.\n"),
        (0, on_request) => format!("--fix --unsafe-fixes mends {on_request} of them: look at what it changes.\n"),
        (safe, on_request) => format!("--fix mends {safe} of them, --fix --unsafe-fixes {on_request} more.\n"),
    }
}

fn count(number: usize, name: &str) -> String {
    let plural = match (number, name) {
        (1, _) => "",
        (_, "fix") => "es",
        _ => "s",
    };
    format!("{number} {name}{plural}")
}
