use std::collections::{HashMap, HashSet};

use super::{Linter, ReadFile, Source};
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
        self.fix_project(std::slice::from_ref(source), fixes).pop().flatten()
    }

    /// The same for files that belong together, each by its number. All of them are mended at once: what one of them
    /// says may depend on the others.
    #[must_use]
    pub fn fix_project(&self, sources: &[Source<'_>], fixes: Fixes) -> Vec<Option<Fixed>> {
        let text = |source: &Source<'_>| std::str::from_utf8(source.content).ok().map(str::to_owned);
        let mut files: Vec<Mended> = sources.iter().map(|source| Mended::new(text(source))).collect();
        for _ in 0..MOST_ROUNDS {
            if !self.round(sources, fixes, &mut files) {
                break;
            }
        }
        files.into_iter().map(Mended::finish).collect()
    }

    /// Makes those of the fixes that are offered now which do not touch one another; `false` when there are none.
    fn round(&self, sources: &[Source<'_>], fixes: Fixes, files: &mut [Mended]) -> bool {
        let before = self.counted(sources, files, None);
        let mut attempts: Vec<Option<Attempt>> = Vec::new();
        for (file, checked) in files.iter().zip(&before) {
            let is_offered = |found: &&Diagnostic| {
                let is_wanted = |fix: &Fix| (fix.safe || fixes.on_request) && found.severity >= fixes.least;
                found.fix.as_ref().is_some_and(is_wanted) && !file.refused.contains(&Mistake::of(found))
            };
            let offered: Vec<&Diagnostic> = checked.diagnostics.iter().filter(is_offered).collect();
            attempts.push(file.text.as_deref().and_then(|text| Attempt::new(text, &apart(&offered))));
        }
        if attempts.iter().all(Option::is_none) {
            return false;
        }
        // Mostly all of them go well together; if not, one of them is to blame.
        for is_last in [false, true] {
            let after = self.counted(sources, files, Some(&attempts));
            for (number, attempt) in attempts.iter_mut().enumerate() {
                let Some(made) = attempt.take_if(|attempt| attempt.mends(&before[number], &after[number])) else {
                    match attempt {
                        Some(made) if is_last => {
                            files[number].refused.extend(made.mistakes.first().cloned());
                        }
                        Some(made) => *attempt = made.first_alone(files[number].text.as_deref(), &before[number]),
                        None => {}
                    }
                    continue;
                };
                files[number].fixes += made.mistakes.len();
                files[number].text = Some(made.text);
            }
        }
        true
    }

    /// What a check finds in each file that is asked about; with attempts, in the texts that these would make.
    fn counted(&self, sources: &[Source<'_>], files: &[Mended], attempts: Option<&[Option<Attempt>]>) -> Vec<Counted> {
        let text = |number: usize| {
            let attempt = attempts.and_then(|attempts| attempts[number].as_ref()).map(|attempt| &attempt.text);
            attempt.or(files[number].text.as_ref())
        };
        let content = |(number, source): (usize, &Source<'_>)| {
            text(number).map_or(source.content.to_owned(), |text| text.as_bytes().to_owned())
        };
        let contents: Vec<Vec<u8>> = sources.iter().enumerate().map(content).collect();
        let read: Vec<ReadFile<'_>> = sources
            .iter()
            .zip(&contents)
            .map(|(source, content)| ReadFile::read(&Source { content, ..*source }))
            .collect();
        let project = self.project(&read, false);
        let check = |(number, file): (usize, &ReadFile<'_>)| {
            if !file.source.reported || file.is_passed_over() {
                return Counted::default();
            }
            Counted::of(self.check_file(&project, file, number).diagnostics)
        };
        read.iter().enumerate().map(check).collect()
    }
}

/// A file on its way to having its mistakes mended.
struct Mended {
    /// Its text as far as it was mended; `None` for bytes that are no text.
    text: Option<String>,
    fixes: usize,
    /// The mistakes whose fixes do not do what they are for.
    refused: HashSet<Mistake>,
}

impl Mended {
    fn new(text: Option<String>) -> Self {
        Self { text, fixes: 0, refused: HashSet::new() }
    }

    fn finish(self) -> Option<Fixed> {
        let Self { text, fixes, .. } = self;
        text.filter(|_| fixes > 0).map(|text| Fixed { text, fixes })
    }
}

/// A text with fixes made, which may not do what they are for.
struct Attempt {
    text: String,
    /// What they are for.
    mistakes: Vec<Mistake>,
}

impl Attempt {
    fn new(text: &str, chosen: &[&Diagnostic]) -> Option<Self> {
        let edits = chosen.iter().filter_map(|found| found.fix.as_ref()).flat_map(|fix| &fix.edits);
        let mistakes: Vec<Mistake> = chosen.iter().map(|found| Mistake::of(found)).collect();
        (!mistakes.is_empty()).then(|| Self { text: with_edits(text, edits), mistakes })
    }

    /// The first of the fixes without the others.
    fn first_alone(&self, text: Option<&str>, before: &Counted) -> Option<Self> {
        let first = self.mistakes.first()?;
        let found = before.diagnostics.iter().find(|found| found.fix.is_some() && Mistake::of(found) == *first)?;
        Self::new(text?, &[found])
    }

    /// Whether each mistake is gone, and the file can be read.
    fn mends(&self, before: &Counted, after: &Counted) -> bool {
        let is_mended = |mistake: &Mistake| after.mistakes.get(mistake) < before.mistakes.get(mistake);
        (after.is_readable() || !before.is_readable()) && self.mistakes.iter().all(is_mended)
    }
}

/// What was found in a file.
#[derive(Default)]
struct Counted {
    diagnostics: Vec<Diagnostic>,
    mistakes: HashMap<Mistake, usize>,
}

impl Counted {
    fn of(diagnostics: Vec<Diagnostic>) -> Self {
        let mut mistakes = HashMap::new();
        for found in &diagnostics {
            *mistakes.entry(Mistake::of(found)).or_default() += 1;
        }
        Self { diagnostics, mistakes }
    }

    fn is_readable(&self) -> bool {
        self.diagnostics.iter().all(|found| found.rule != SYNTAX)
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
