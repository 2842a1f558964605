use lazuli::rule::{self, FixAvailability, Verdict};
use serde::Serialize;
use tsify::Tsify;

use crate::report::Severity;

/// A rule and all that is said about it.
#[derive(Debug, Serialize, Tsify)]
pub struct RuleDocumentation {
    /// Its code (`schema/read-only`).
    pub code: String,
    /// How grave its findings are.
    pub severity: Severity,
    /// Whether it looks unless the config says otherwise.
    pub enabled: bool,
    /// The best fix it offers.
    pub fix: RuleFix,
    /// What it finds, in one line.
    pub summary: String,
    /// What it looks at, what it leaves alone and why it matters, in Markdown.
    pub explanation: String,
    /// Where the fact behind the rule comes from.
    pub source: String,
    /// Where it is documented.
    pub url: String,
    /// Files that it reports, and files that it does not.
    pub examples: Vec<RuleExample>,
}

/// Whether a rule can mend what it finds.
#[derive(Debug, Clone, Copy, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum RuleFix {
    /// By a change that can be made unseen.
    Safe,
    /// By a change that a person should look at.
    Unsafe,
    /// Not at all.
    None,
}

/// A file that shows a rule at work.
#[derive(Debug, Serialize, Tsify)]
pub struct RuleExample {
    /// Whether the rule finds something in it.
    pub reported: bool,
    /// The name of the file.
    pub file: String,
    /// The whole file.
    pub text: String,
}

impl From<&rule::Rule> for RuleDocumentation {
    fn from(rule: &rule::Rule) -> Self {
        let example = |example: &rule::Example| RuleExample {
            reported: example.verdict == Verdict::Bad,
            file: example.file.to_owned(),
            text: example.text.to_owned(),
        };
        Self {
            code: rule.code.to_string(),
            severity: rule.severity.into(),
            enabled: rule.enabled,
            fix: match rule.fix {
                FixAvailability::Safe => RuleFix::Safe,
                FixAvailability::Unsafe => RuleFix::Unsafe,
                FixAvailability::None => RuleFix::None,
            },
            summary: rule.summary.to_owned(),
            explanation: rule.explanation.to_owned(),
            source: rule.source.to_owned(),
            url: rule.code.url(),
            examples: rule.examples.iter().map(example).collect(),
        }
    }
}
