//! What lazuli says about a place in a file: the diagnostic, how grave it is, and the change that
//! mends it.

use std::{borrow::Cow, fmt, path::PathBuf, sync::Arc};

use serde::Serialize;

use crate::text::{Edit, Position, Span};

/// The name of a rule, `area/name` in kebab-case; unique, and never given to another rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct RuleCode(pub &'static str);

impl RuleCode {
    /// What the rule is about: the part before the slash.
    #[must_use]
    pub fn area(self) -> &'static str {
        self.0.split('/').next().unwrap_or(self.0)
    }

    /// Where the rule is documented.
    #[must_use]
    pub fn url(self) -> String {
        format!("{}/rules/{self}", env!("CARGO_PKG_HOMEPAGE"))
    }
}

impl fmt::Display for RuleCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

/// How grave a diagnostic is, from the mildest to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Info,
    /// Likely a mistake, or one that Azure forgives.
    Warning,
    /// The deployment fails, or does something else than the file says.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// A change to the file that mends what a diagnostic reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What the change does, as an imperative: ``Remove `actionsRequired` ``.
    pub title: Cow<'static, str>,
    /// Whether the change can be made unseen: it says what the author surely meant.
    pub safe: bool,
    /// The replacements, which do not overlap.
    pub edits: Vec<Edit>,
}

impl Fix {
    /// A change that can be made unseen.
    #[must_use]
    pub fn safe(title: impl Into<Cow<'static, str>>, edit: Edit) -> Self {
        Self { title: title.into(), safe: true, edits: vec![edit] }
    }

    /// A change that a person should look at.
    #[must_use]
    pub fn on_request(title: impl Into<Cow<'static, str>>, edit: Edit) -> Self {
        Self { title: title.into(), safe: false, edits: vec![edit] }
    }
}

/// Another place that helps to understand a diagnostic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// What the place has to do with the diagnostic.
    pub message: String,
    /// The place.
    pub span: Span,
    /// The file that the place is in, where it is another one.
    pub file: Option<OtherFile>,
}

/// Another file than the one that a diagnostic is about, and a place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherFile {
    /// The name of the file.
    pub path: PathBuf,
    /// Where the place begins.
    pub start: Position,
    /// Where the place ends.
    pub end: Position,
}

/// The resource that a diagnostic is about, as far as the file tells.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResourceLabel {
    /// The group (`DocumentDB`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The type in its group (`PrivateEndpointConnection`).
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub resource_type: Option<String>,
    /// The name, with `${…}` where a part of it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The API version whose schema the resource was held against; absent where there was none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub api_version: Option<String>,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: RuleCode,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What is allowed, or what to do.
    pub help: Option<Cow<'static, str>>,
    /// The key or value that is wrong.
    pub span: Span,
    /// The resource it belongs to.
    pub resource: Option<Arc<ResourceLabel>>,
    /// The JSON Pointer of the place inside the resource's properties. For a missing property, that of
    /// the object that lacks it; for an unknown property, that of its key.
    pub pointer: Option<String>,
    /// Other places worth a look.
    pub related: Vec<Related>,
    /// The change that mends it.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A finding of `rule` at `span`, with nothing but its message.
    pub(crate) fn new(rule: RuleCode, severity: Severity, span: Span, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity,
            message: message.into(),
            help: None,
            span,
            resource: None,
            pointer: None,
            related: Vec::new(),
            fix: None,
        }
    }

    pub(crate) fn with_help(mut self, help: impl Into<Cow<'static, str>>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn with_pointer(mut self, pointer: impl Into<String>) -> Self {
        self.pointer = Some(pointer.into());
        self
    }

    pub(crate) fn with_related(mut self, message: impl Into<String>, span: Span) -> Self {
        self.related.push(Related { message: message.into(), span, file: None });
        self
    }

    /// The same, with a place that may be in another file.
    pub(crate) fn with_related_in(mut self, file: Option<OtherFile>, message: impl Into<String>, span: Span) -> Self {
        self.related.push(Related { message: message.into(), span, file });
        self
    }

    pub(crate) fn with_fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }
}
