use std::collections::{HashMap, HashSet};

use super::{FileReport, Linter, Source};
use crate::diagnostic::{Diagnostic, Fix, ResourceLabel, RuleCode, Severity};
use crate::rules::SYNTAX;
use crate::text::with_edits;

/// Which fixes are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fixes {
    /// Whether to make those that a person should look at, beside those that can be made unseen.
    pub on_request: bool,
    /// The mildest findings that are mended.
    pub least: Severity,
}

impl Default for Fixes {
    /// What can be made unseen, of errors and warnings.
    fn default() -> Self {
        Self { on_request: false, least: Severity::Warning }
    }
}

/// A file with its mistakes mended, as far as fixes go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixed {
    /// The whole text.
    pub text: String,
    /// How many fixes were made.
    pub fixes: usize,
}

/// How often a file is checked again at the most: one fix can make room for another.
const MOST_ROUNDS: usize = 100;

impl Linter {
    /// Makes the fixes that a check of the file offers, until no more are left; `None` if there are none to make.
    ///
    /// Fixes that overlap are made one after the other. One that would leave the file unreadable, or its finding in
    /// place, is not made.
    #[must_use]
    pub fn fix(&self, source: &Source<'_>, fixes: Fixes) -> Option<Fixed> {
        let mut text = std::str::from_utf8(source.content).ok()?.to_owned();
        let mut refused = HashSet::new();
        let mut made = 0;
        for _ in 0..MOST_ROUNDS {
            let report = self.check(&Source { content: text.as_bytes(), ..*source });
            if report.passed_over {
                break;
            }
            let is_offered = |found: &&Diagnostic| {
                let is_wanted = |fix: &Fix| (fix.safe || fixes.on_request) && found.severity >= fixes.least;
                found.fix.as_ref().is_some_and(is_wanted) && !refused.contains(&Mistake::of(found))
            };
            let offered: Vec<&Diagnostic> = report.diagnostics.iter().filter(is_offered).collect();
            let apart = apart(&offered);
            let Some(first) = apart.first() else { break };
            // Mostly all of them go well together; if not, one of them is to blame.
            let attempts: [&[&Diagnostic]; 2] = [&apart, std::slice::from_ref(first)];
            let better = attempts.into_iter().find_map(|chosen| Some((self.attempt(source, &report, chosen)?, chosen)));
            match better {
                Some((better, chosen)) => {
                    made += chosen.len();
                    text = better;
                }
                None => {
                    refused.insert(Mistake::of(first));
                }
            }
        }
        (made > 0).then_some(Fixed { text, fixes: made })
    }

    /// The text with fixes made, if they do what they are for.
    fn attempt(&self, source: &Source<'_>, before: &FileReport<'_>, chosen: &[&Diagnostic]) -> Option<String> {
        let edits = chosen.iter().filter_map(|found| found.fix.as_ref()).flat_map(|fix| &fix.edits);
        let text = with_edits(before.text, edits);
        let after = self.check(&Source { content: text.as_bytes(), ..*source });
        let is_readable = |report: &FileReport<'_>| report.diagnostics.iter().all(|found| found.rule != SYNTAX);
        let (left, there) = (Mistake::count(&after), Mistake::count(before));
        let is_mended = |found: &&Diagnostic| {
            let mistake = Mistake::of(found);
            left.get(&mistake) < there.get(&mistake)
        };
        let is_better = (is_readable(&after) || !is_readable(before)) && chosen.iter().all(is_mended);
        is_better.then_some(text)
    }
}

/// What tells one mistake from another, wherever it moves to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Mistake {
    rule: RuleCode,
    message: String,
    pointer: Option<String>,
    resource: Option<ResourceLabel>,
}

impl Mistake {
    fn of(found: &Diagnostic) -> Self {
        Self {
            rule: found.rule,
            message: found.message.clone(),
            pointer: found.pointer.clone(),
            resource: found.resource.as_deref().cloned(),
        }
    }

    fn count(report: &FileReport<'_>) -> HashMap<Self, usize> {
        let mut mistakes = HashMap::new();
        for found in &report.diagnostics {
            *mistakes.entry(Self::of(found)).or_default() += 1;
        }
        mistakes
    }
}

/// Those of the findings whose fixes do not touch one another, in the order of the text.
fn apart<'d>(offered: &[&'d Diagnostic]) -> Vec<&'d Diagnostic> {
    let mut chosen = Vec::new();
    let mut taken = None;
    for found in offered {
        let edits = found.fix.as_ref().map_or(&[][..], |fix| &fix.edits);
        let Some(start) = edits.iter().map(|edit| edit.span.start).min() else { continue };
        if taken.is_none_or(|taken| taken < start) {
            taken = edits.iter().map(|edit| edit.span.end).max();
            chosen.push(*found);
        }
    }
    chosen
}
