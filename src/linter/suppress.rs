use std::collections::{BTreeMap, HashMap, HashSet};

use crate::diagnostic::{Diagnostic, RuleCode};
use crate::document::{Suppression, SuppressionScope};
use crate::rules::means;
use crate::text::Span;

/// Leaves out the findings that the comments of a file ask to be left out.
///
/// Returns for each comment whether it did so for each rule that it names; for one that names none, whether it did
/// at all.
pub(super) fn suppress(
    suppressions: &[Suppression<'_>],
    text: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Vec<bool>> {
    let (mut file, mut lines) = places(suppressions, text);
    diagnostics.retain(|diagnostic| {
        let start = diagnostic.span.start;
        let line = lines.range_mut(..=start).next_back().map(|(_, line)| line).filter(|line| start < line.end);
        // Both have their say: a comment that could leave it out is in use.
        let is_left_out =
            [Some(&mut file), line].map(|place| place.is_some_and(|place| place.leaves_out(diagnostic.rule)));
        !is_left_out.contains(&true)
    });
    let mut used = vec![Vec::new(); suppressions.len()];
    for place in lines.values().chain([&file]) {
        for (at, suppression) in &place.suppressions {
            let leaves_out = |name: &str| place.found.iter().any(|rule| means(name, *rule));
            used[*at] = match suppression.rules.as_slice() {
                [] => vec![!place.found.is_empty()],
                rules => rules.iter().map(|name| leaves_out(&name.text)).collect(),
            };
        }
    }
    used
}

/// A part of the file, and the comments that have their say there.
#[derive(Default)]
struct Place<'c, 's> {
    /// Where it ends.
    end: u32,
    /// Each with its number.
    suppressions: Vec<(usize, &'c Suppression<'s>)>,
    /// The rules that found something here.
    found: HashSet<RuleCode>,
    /// Whether the findings of a rule are left out, for those that were asked for.
    known: HashMap<RuleCode, bool>,
}

impl Place<'_, '_> {
    fn leaves_out(&mut self, rule: RuleCode) -> bool {
        self.found.insert(rule);
        let suppressions = &self.suppressions;
        *self.known.entry(rule).or_insert_with(|| {
            let is_meant = |found: &Suppression<'_>| {
                found.rules.is_empty() || found.rules.iter().any(|name| means(&name.text, rule))
            };
            suppressions.iter().any(|(_, found)| is_meant(found))
        })
    }
}

/// The whole file as a place, and the lines that comments speak of, by where they start.
fn places<'c, 's>(suppressions: &'c [Suppression<'s>], text: &str) -> (Place<'c, 's>, BTreeMap<u32, Place<'c, 's>>) {
    let mut file = Place::default();
    let mut lines: BTreeMap<u32, Place<'c, 's>> = BTreeMap::new();
    let mut last: Option<Span> = None;
    for found in suppressions.iter().enumerate() {
        if found.1.scope == SuppressionScope::File {
            file.suppressions.push(found);
            continue;
        }
        let end = found.1.span.end;
        // Comments that stand above one another speak of one line.
        let line = last.filter(|line| end <= line.start).unwrap_or_else(|| next_line(text, end as usize));
        last = Some(line);
        let place = lines.entry(line.start).or_insert_with(|| Place { end: line.end, ..Place::default() });
        place.suppressions.push(found);
    }
    (file, lines)
}

/// The next line that has more than a comment, with the end of the line.
fn next_line(text: &str, from: usize) -> Span {
    let mut start = from + line_length(&text[from..]);
    loop {
        let rest = &text[start..];
        let length = line_length(rest);
        let line = rest[..length].trim();
        let is_comment = line.starts_with("//") || (line.starts_with("/*") && line.ends_with("*/"));
        if length == 0 || !(line.is_empty() || is_comment) {
            return Span::from_offsets(start, start + length.max(1));
        }
        start += length;
    }
}

/// The bytes up to the end of the line, which is one of them.
fn line_length(text: &str) -> usize {
    text.find('\n').map_or(text.len(), |end| end + 1)
}
