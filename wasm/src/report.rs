use lazuli::diagnostic::{self, ResourceLabel as Label};
use lazuli::text::LineIndex;
use lazuli::{FileReport as Checked, linter};
use serde::Serialize;
use tsify::Tsify;

use crate::files::SourceFile;
use crate::place::{Edit, Range};

/// What there is to say of files.
#[derive(Debug, Serialize, Tsify)]
pub struct Report {
    /// Each file that was to be reported on.
    pub files: Vec<FileReport>,
    /// How much was checked, and how much was found.
    pub summary: Summary,
}

/// What there is to say of a file.
#[derive(Debug, Serialize, Tsify)]
pub struct FileReport {
    /// The name of the file.
    pub path: String,
    /// What was found, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// How much was checked, and how much was found.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Files that were checked.
    pub files: usize,
    /// Resources that they declare.
    pub resources: usize,
    /// Resources that could not be held against a schema.
    pub unchecked: usize,
    /// Places of more resources, which only running a program would tell.
    pub not_read: usize,
    /// Findings that make a deployment fail.
    pub errors: usize,
    /// Findings that are likely mistakes.
    pub warnings: usize,
    /// Findings that are worth knowing.
    pub infos: usize,
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// The deployment fails, or does something else than the file says.
    Error,
    /// Likely a mistake, or one that Azure forgives.
    Warning,
    /// Worth knowing; nothing is wrong.
    Info,
}

/// One finding.
#[derive(Debug, Serialize, Tsify)]
pub struct Diagnostic {
    /// The code of the rule that found it (`schema/read-only`).
    pub rule: String,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What is allowed, or what to do.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Where the rule is documented.
    pub url: String,
    /// The resource that it is about.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource: Option<ResourceLabel>,
    /// The JSON Pointer of the place inside the resource's properties.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// The key or value that is wrong.
    pub range: Range,
    /// Other places worth a look.
    pub related: Vec<Related>,
    /// The change that mends it.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
}

/// A resource as far as the file tells.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ResourceLabel {
    /// The group (`DocumentDB`).
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The type in its group (`PrivateEndpointConnection`).
    #[tsify(optional)]
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub resource_type: Option<String>,
    /// The name, with `${…}` where a part of it is not known.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The API version whose schema it was held against.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub api_version: Option<String>,
}

/// Another place that helps to understand a finding.
#[derive(Debug, Serialize, Tsify)]
pub struct Related {
    /// What the place has to do with it.
    pub message: String,
    /// The file that it is in.
    pub path: String,
    /// The place.
    pub range: Range,
}

/// A change that mends a finding.
#[derive(Debug, Serialize, Tsify)]
pub struct Fix {
    /// What it does, as an imperative.
    pub title: String,
    /// Whether it can be made unseen.
    pub safe: bool,
    /// The replacements, which do not overlap.
    pub edits: Vec<Edit>,
}

impl Report {
    pub(crate) fn new(report: &linter::Report<'_>, files: &[SourceFile]) -> Self {
        let summary = Summary::new(report.summary());
        Self { files: report.files.iter().map(|file| FileReport::new(file, files)).collect(), summary }
    }
}

impl Summary {
    fn new(summary: linter::Summary) -> Self {
        Self {
            files: summary.files,
            resources: summary.resources,
            unchecked: summary.unchecked,
            not_read: summary.not_read,
            errors: summary.errors,
            warnings: summary.warnings,
            infos: summary.infos,
        }
    }
}

impl FileReport {
    fn new(report: &Checked<'_>, files: &[SourceFile]) -> Self {
        let path = report.path.to_string_lossy().into_owned();
        let lines = LineIndex::new(report.text);
        let diagnostics = report.diagnostics.iter().map(|found| Diagnostic::new(found, &path, &lines, files)).collect();
        Self { path, diagnostics }
    }
}

impl Diagnostic {
    fn new(found: &diagnostic::Diagnostic, path: &str, lines: &LineIndex<'_>, files: &[SourceFile]) -> Self {
        let fix = found.fix.as_ref().map(|fix| Fix {
            title: fix.title.to_string(),
            safe: fix.safe,
            edits: fix.edits.iter().map(|edit| Edit::new(edit, lines)).collect(),
        });
        Self {
            rule: found.rule.to_string(),
            severity: found.severity.into(),
            message: found.message.clone(),
            help: found.help.as_deref().map(str::to_owned),
            url: found.rule.url(),
            resource: found.resource.as_deref().map(ResourceLabel::from),
            pointer: found.pointer.clone(),
            range: Range::new(found.span, lines),
            related: found.related.iter().map(|related| Related::new(related, path, lines, files)).collect(),
            fix,
        }
    }
}

impl Related {
    fn new(related: &diagnostic::Related, path: &str, lines: &LineIndex<'_>, files: &[SourceFile]) -> Self {
        let message = related.message.clone();
        let Some(other) = &related.file else {
            return Self { message, path: path.to_owned(), range: Range::new(related.span, lines) };
        };
        let path = other.path.to_string_lossy().into_owned();
        let text = files.iter().find(|file| file.path == path).map_or("", |file| &file.text);
        let range = Range::new(related.span, &LineIndex::new(text));
        Self { message, path, range }
    }
}

impl From<diagnostic::Severity> for Severity {
    fn from(severity: diagnostic::Severity) -> Self {
        match severity {
            diagnostic::Severity::Error => Self::Error,
            diagnostic::Severity::Warning => Self::Warning,
            diagnostic::Severity::Info => Self::Info,
        }
    }
}

impl From<&Label> for ResourceLabel {
    fn from(label: &Label) -> Self {
        let Label { group, resource_type, name, api_version } = label.clone();
        Self { group, resource_type, name, api_version }
    }
}
