use std::borrow::Cow;

use super::cursor::touches;
use crate::diagnostic::{Diagnostic, RuleCode};
use crate::linter::{FileReport, Fixes, Linter, Source};
use crate::read::{Format, read};
use crate::text::{Edit, LineIndex, Span, with_edits};

/// Something that can be done about what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// What it does, as an imperative.
    pub title: Cow<'static, str>,
    /// What kind of thing it is.
    pub kind: ActionKind,
    /// The rule whose finding it is about; none for one that is about several.
    pub rule: Option<RuleCode>,
    /// Whether it can be done unseen.
    pub safe: bool,
    /// What it changes in the file.
    pub edits: Vec<Edit>,
}

/// The kinds of actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActionKind {
    /// Mends one finding.
    Fix,
    /// Mends all of the file that can be mended unseen.
    FixAll,
    /// Asks by a comment for a finding to be left out.
    Suppress,
    /// Opens the documentation of a rule.
    Explain,
}

impl Linter {
    /// What can be done about the findings of a report that touch `span`: for each what mends it, what leaves it out
    /// and what explains it; then what mends all of the file. `source` is the file of the report.
    #[must_use]
    pub fn actions(&self, source: &Source<'_>, report: &FileReport<'_>, span: Span) -> Vec<Action> {
        let mut actions = actions_at(source, report, span);
        if !actions.is_empty() && has_several_fixes(report) {
            let behind_fixes = actions.iter().take_while(|action| action.kind == ActionKind::Fix).count();
            let fix_all = self.fix_all(std::slice::from_ref(source), 0);
            if let Some(fix_all) = fix_all {
                actions.insert(behind_fixes, fix_all);
            }
        }
        actions
    }

    /// What mends all that can be mended unseen in one of the files that make a project, which its position names.
    #[must_use]
    pub fn fix_all(&self, sources: &[Source<'_>], file: usize) -> Option<Action> {
        let fixed = self.fix_project(sources, Fixes::default()).into_iter().nth(file)??;
        let before = str::from_utf8(sources.get(file)?.content).ok()?;
        Some(Action {
            title: fix_all_title(fixed.fixes).into(),
            kind: ActionKind::FixAll,
            rule: None,
            safe: true,
            edits: vec![difference(before, &fixed.text)],
        })
    }
}

/// What can be done about the findings of a report that touch `span`, but for what mends all of the file.
pub(crate) fn actions_at(source: &Source<'_>, report: &FileReport<'_>, span: Span) -> Vec<Action> {
    let is_meant = |found: &&Diagnostic| {
        touches(found.span, span.start) || touches(found.span, span.end) || span.contains(found.span)
    };
    let meant: Vec<&Diagnostic> = report.diagnostics.iter().filter(is_meant).collect();
    let mut actions: Vec<Action> = meant.iter().filter_map(|found| fix(found)).collect();
    let mut suppressions: Vec<Action> =
        meant.iter().filter_map(|found| suppression(source, report.text, found)).collect();
    // One comment leaves out all that a rule finds in the line.
    suppressions.dedup();
    actions.extend(suppressions);
    let mut rules: Vec<RuleCode> = meant.iter().map(|found| found.rule).collect();
    rules.dedup();
    actions.extend(rules.into_iter().map(explanation));
    actions
}

/// Whether more than one thing can be mended unseen.
pub(crate) fn has_several_fixes(report: &FileReport<'_>) -> bool {
    report.summary().fixable > 1
}

/// What it is called to mend so many things.
pub(crate) fn fix_all_title(fixes: usize) -> String {
    format!("Make all safe fixes ({fixes})")
}

fn fix(found: &Diagnostic) -> Option<Action> {
    let fix = found.fix.as_ref()?;
    Some(Action {
        title: fix.title.clone(),
        kind: ActionKind::Fix,
        rule: Some(found.rule),
        safe: fix.safe,
        edits: fix.edits.clone(),
    })
}

fn explanation(rule: RuleCode) -> Action {
    let title = format!("Explain {rule}");
    Action { title: title.into(), kind: ActionKind::Explain, rule: Some(rule), safe: true, edits: Vec::new() }
}

/// A comment above the line of a finding, where the file can have one there.
fn suppression(source: &Source<'_>, text: &str, found: &Diagnostic) -> Option<Action> {
    // JSON has no comments for the other programs that read it.
    let format = Format::of(source.path)?;
    let takes_comments = matches!(format, Format::JavaScript(_))
        || source.path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("jsonc"));
    // What is said of a comment is not left out by another one.
    if !takes_comments || found.rule.area() == "suppression" {
        return None;
    }
    let lines = LineIndex::new(text);
    let line = lines.line(lines.position(found.span.start).line)?;
    let written = line.slice_of(text);
    let indent = &written[..written.len() - written.trim_start().len()];
    let line_end = ["\r\n", "\n", "\r"].into_iter().find(|end| text.contains(end)).unwrap_or("\n");
    let comment = format!("{indent}// lazuli-ignore-next-line {}{line_end}", found.rule);
    let edit = Edit::insert(line.start, comment);
    becomes_a_comment(&with_edits(text, [&edit]), format, line.start as usize + indent.len()).then(|| Action {
        title: format!("Leave {} out here, by a comment", found.rule).into(),
        kind: ActionKind::Suppress,
        rule: Some(found.rule),
        safe: false,
        edits: vec![edit],
    })
}

/// Whether what stands at a place is a comment that asks for findings to be left out: inside a text that goes over
/// several lines it is none.
fn becomes_a_comment(text: &str, format: Format, at: usize) -> bool {
    read(text, format).suppressions.iter().any(|found| found.span.start as usize == at)
}

/// The change from one text to another as one edit, without what they have in common at both ends.
fn difference(before: &str, after: &str) -> Edit {
    let same = |pair: &(char, char)| pair.0 == pair.1;
    let length = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.take_while(same).map(|(letter, _)| letter.len_utf8()).sum()
    };
    let start = length(&mut before.chars().zip(after.chars()));
    let end = length(&mut before[start..].chars().rev().zip(after[start..].chars().rev()));
    Edit::replace(Span::from_offsets(start, before.len() - end), &after[start..after.len() - end])
}
