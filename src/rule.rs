//! The declaration of a rule: its code, its documentation and the examples that prove it.
//!
//! One declaration feeds the check, `lazuli explain`, `lazuli rules` and the tests.

use serde::Serialize;

use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::text::Span;

/// A rule and all that is said about it.
#[derive(Debug)]
pub struct Rule {
    /// Its name.
    pub code: RuleCode,
    /// How grave its findings are unless the configuration, or the finding itself, says otherwise.
    pub severity: Severity,
    /// Whether it looks unless the configuration says otherwise.
    pub enabled: bool,
    /// What it finds, in one line.
    pub summary: &'static str,
    /// The best fix it offers.
    pub fix: FixAvailability,
    /// What it looks at, what it leaves alone and why it matters, in Markdown.
    pub explanation: &'static str,
    /// Where the fact behind the rule comes from.
    pub source: &'static str,
    /// Files that it reports, and files that it must not.
    pub examples: &'static [Example],
}

/// Whether a rule can mend what it finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FixAvailability {
    /// By a change that can be made unseen.
    Safe,
    /// By a change that a person should look at.
    Unsafe,
    /// Not at all.
    None,
}

/// A file that shows a rule at work. Each one is run as a test.
#[derive(Debug)]
pub struct Example {
    /// What lazuli says of it.
    pub verdict: Verdict,
    /// The name of the file: its ending tells the format.
    pub file: &'static str,
    /// The whole file.
    pub text: &'static str,
    /// Swagger files that declare the example's resource type, where the catalogue has none that shows
    /// the rule.
    pub swagger: &'static [&'static str],
}

/// What lazuli says of an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// One finding, of the rule that the example belongs to.
    Bad,
    /// Nothing at all.
    Good,
}

impl Example {
    /// A file in which the rule finds exactly one thing, and no other rule finds any.
    #[must_use]
    pub const fn bad(file: &'static str, text: &'static str) -> Self {
        Self { verdict: Verdict::Bad, file, text, swagger: &[] }
    }

    /// A file in which no rule finds anything.
    #[must_use]
    pub const fn good(file: &'static str, text: &'static str) -> Self {
        Self { verdict: Verdict::Good, file, text, swagger: &[] }
    }

    /// The same example, its resource type declared by `swagger`.
    #[must_use]
    pub const fn with_swagger(mut self, swagger: &'static [&'static str]) -> Self {
        self.swagger = swagger;
        self
    }
}

/// A file that declares a private endpoint connection, its state made of the given members: for examples.
macro_rules! connection {
    ($($member:literal),* $(,)?) => {
        concat!(
            "exports.createResources = () => [\n  {\n    type: \"PrivateEndpointConnection\",\n    group: \"DocumentDB\",\n",
            "    name: \"reports\",\n    properties: () => ({\n      properties: {\n",
            "        privateLinkServiceConnectionState: {\n",
            $("          ", $member, ",\n",)*
            "        },\n      },\n    }),\n  },\n];\n"
        )
    };
}
pub(crate) use connection;

impl Rule {
    /// A finding of this rule at its usual severity.
    pub(crate) fn diagnostic(&self, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(self.code, self.severity, span, message)
    }
}
