use std::path::Path;

use crate::catalog::import::{ImportSummary, Skipped};
use crate::cli::{output::note, problem::shown};
use crate::text::escape_controls;

/// How many of the parts that were skipped are listed.
const MOST_LISTED: usize = 20;

/// Says on standard error what an import came to.
pub(super) fn tell(summary: &ImportSummary, destination: &Path) {
    note(&format!(
        "imported {}, {} in all, from {} into {}",
        count(summary.types, "resource type"),
        count(summary.versions, "version"),
        count(summary.files, "file"),
        shown(destination),
    ));
    if summary.read_only > 0 {
        note(&format!("left out {} that only the service creates", count(summary.read_only, "resource type")));
    }
    if summary.skipped.is_empty() {
        return;
    }
    note(&format!("skipped {}:", count(summary.skipped.len(), "part")));
    for skipped in summary.skipped.iter().take(MOST_LISTED) {
        note(&format!("  {}", line(skipped)));
    }
    if let more @ 1.. = summary.skipped.len().saturating_sub(MOST_LISTED) {
        note(&format!("  and {more} more"));
    }
}

/// Why nothing was imported, in one line.
pub(super) fn why_nothing(summary: &ImportSummary) -> String {
    match summary.skipped.as_slice() {
        [] if summary.read_only > 0 => "only the service creates the resources that it describes".to_owned(),
        [] => "it has neither swagger files that create resources nor Bicep types".to_owned(),
        [only] => line(only),
        [first, others @ ..] => format!("{} (and {} more)", line(first), others.len()),
    }
}

/// `storage.json, /definitions/Sku: …`
fn line(skipped: &Skipped) -> String {
    let place = if skipped.pointer.is_empty() {
        skipped.file.clone()
    } else {
        format!("{}, {}", skipped.file, skipped.pointer)
    };
    format!("{}: {}", escape_controls(&place), escape_controls(&skipped.message))
}

fn count(number: usize, of: &str) -> String {
    if number == 1 { format!("1 {of}") } else { format!("{number} {of}s") }
}
