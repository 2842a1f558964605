//! The report for programs: stable, versioned, UTF-8. Lines and columns count from 1, columns in Unicode
//! scalar values; offsets count bytes from 0.

use std::{
    borrow::Cow,
    io::{self, Write},
    time::Duration,
};

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter};

use crate::diagnostic::{Diagnostic, Fix, OtherFile, Related, ResourceLabel, Severity};
use crate::linter::{FileReport, Report, Summary};
use crate::text::{Edit, LineIndex, Position, Span, steers_output};

/// The version of the form. It changes when a key changes its meaning or goes, not when one is added.
pub const VERSION: u32 = 1;

/// Several files as one JSON document. `elapsed` is the time that the check took.
#[must_use]
pub fn report(report: &Report<'_>, elapsed: Duration) -> String {
    let files: Vec<String> = report.files.iter().map(file).collect();
    [opening(), files.join(","), closing(report.summary(), elapsed)].concat()
}

/// What comes before the files, which commas part.
pub(crate) fn opening() -> String {
    format!("{{\"version\":{VERSION},\"files\":[")
}

/// One of the files.
pub(crate) fn file(report: &FileReport<'_>) -> String {
    let lines = LineIndex::new(report.text);
    let path = report.path.to_string_lossy();
    let findings = report.diagnostics.iter().map(|diagnostic| Finding::new(diagnostic, report, &path, &lines));
    let diagnostics = findings.collect();
    write(&File { path: &path, diagnostics })
}

/// What comes behind the files.
pub(crate) fn closing(summary: Summary, elapsed: Duration) -> String {
    let milliseconds = u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX);
    format!("],\"summary\":{}}}\n", write(&Figures { summary, milliseconds }))
}

#[derive(Serialize)]
struct File<'r> {
    path: &'r str,
    diagnostics: Vec<Finding<'r>>,
}

#[derive(Serialize)]
struct Figures {
    #[serde(flatten)]
    summary: Summary,
    milliseconds: u64,
}

#[derive(Serialize)]
struct Finding<'r> {
    rule: &'static str,
    severity: Severity,
    message: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'r str>,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    resource: Option<&'r ResourceLabel>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<&'r str>,
    range: Range,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<RelatedPlace<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Change<'r>>,
}

#[derive(Serialize)]
struct Range {
    start: Place,
    end: Place,
}

#[derive(Serialize)]
struct Place {
    line: u32,
    column: u32,
    offset: u32,
}

#[derive(Serialize)]
struct RelatedPlace<'r> {
    message: &'r str,
    path: Cow<'r, str>,
    range: Range,
}

#[derive(Serialize)]
struct Change<'r> {
    title: &'r str,
    safe: bool,
    edits: Vec<Replacement<'r>>,
}

#[derive(Serialize)]
struct Replacement<'r> {
    start: u32,
    end: u32,
    text: &'r str,
}

impl<'r> Finding<'r> {
    fn new(diagnostic: &'r Diagnostic, report: &FileReport<'_>, path: &'r str, lines: &LineIndex<'_>) -> Self {
        let related = diagnostic.related.iter().map(|related| RelatedPlace::new(related, path, lines));
        // What would write a secret anew is for those to make who read the file.
        let can_be_shown = |fix: &&Fix| fix.edits.iter().all(|edit| !report.repeats_a_secret(edit));
        let fix = diagnostic.fix.as_ref().filter(can_be_shown).map(|fix| Change {
            title: &fix.title,
            safe: fix.safe,
            edits: fix.edits.iter().map(Replacement::new).collect(),
        });
        Self {
            rule: diagnostic.rule.0,
            severity: diagnostic.severity,
            message: &diagnostic.message,
            help: diagnostic.help.as_deref(),
            url: diagnostic.rule.url(),
            resource: diagnostic.resource.as_deref(),
            pointer: diagnostic.pointer.as_deref(),
            range: Range::new(diagnostic.span, lines),
            related: related.collect(),
            fix,
        }
    }
}

impl<'r> RelatedPlace<'r> {
    fn new(related: &'r Related, path: &'r str, lines: &LineIndex<'_>) -> Self {
        let (path, range) = match &related.file {
            Some(OtherFile { path, start, end }) => {
                (path.to_string_lossy(), Range { start: Place::new(*start), end: Place::new(*end) })
            }
            None => (Cow::Borrowed(path), Range::new(related.span, lines)),
        };
        Self { message: &related.message, path, range }
    }
}

impl Range {
    fn new(span: Span, lines: &LineIndex<'_>) -> Self {
        Self { start: Place::new(lines.position(span.start)), end: Place::new(lines.position(span.end)) }
    }
}

impl Place {
    fn new(position: Position) -> Self {
        Self { line: position.line, column: position.column, offset: position.offset }
    }
}

impl<'r> Replacement<'r> {
    fn new(edit: &'r Edit) -> Self {
        Self { start: edit.span.start, end: edit.span.end, text: &edit.text }
    }
}

pub(super) fn write(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, WithoutControls);
    // Strings, numbers and lists into memory: there is nothing that could fail.
    let written = value.serialize(&mut serializer);
    debug_assert!(written.is_ok());
    String::from_utf8(bytes).unwrap_or_default()
}

/// Escapes what JSON allows to stand for itself and a terminal may take for a command.
struct WithoutControls;

impl Formatter for WithoutControls {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(steers_output) {
            CompactFormatter.write_string_fragment(writer, &rest[..at])?;
            let length = rest[at..].chars().next().map_or(0, char::len_utf8);
            for unit in rest[at..at + length].encode_utf16() {
                write!(writer, "\\u{unit:04x}")?;
            }
            rest = &rest[at + length..];
        }
        CompactFormatter.write_string_fragment(writer, rest)
    }
}
