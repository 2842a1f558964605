//! Checks the files of one project, and mends them where that is asked for.

use std::{
    path::Path,
    sync::{Mutex, PoisonError},
};

use rayon::prelude::*;

use super::{
    Problem, files,
    form::Form,
    known::Known,
    mend::{self, Mending},
    projects::{Asked, Beside, Together},
};
use crate::graph::Graph;
use crate::linter::{FileReport, Fixed, Linter, ReadFile, Source, Summary};
use crate::workspace::may_declare_resources;

/// A file that was checked, and what is to be written of it.
pub(super) struct Checked {
    pub(super) summary: Summary,
    pub(super) written: String,
    /// Why its mistakes could not be mended.
    pub(super) problem: Option<Problem>,
}

/// What became of a file: nothing, where it was passed over.
pub(super) type Outcome = (usize, Result<Option<Checked>, Problem>);

/// A file, and what is in it.
struct Content<'a> {
    path: &'a Path,
    bytes: Vec<u8>,
    /// The file as it was asked about; `None` for one that is only there to be referred to.
    asked: Option<&'a Asked>,
    /// How many fixes were made in it, and why they could not be written.
    fixed: usize,
    problem: Option<Problem>,
}

impl<'a> Content<'a> {
    /// That of a file that was asked about.
    fn of(asked: &'a Asked, bytes: Vec<u8>) -> Self {
        Self { path: &asked.found.path, bytes, asked: Some(asked), fixed: 0, problem: None }
    }
}

impl Content<'_> {
    fn source(&self) -> Source<'_> {
        let source = Source::new(self.path, &self.bytes);
        match self.asked {
            None => source.only_referred_to(),
            Some(asked) => {
                let source = if asked.found.named { source } else { source.met_in_a_folder() };
                if asked.is_overlay { source.lying_over() } else { source }
            }
        }
    }
}

/// Checks the files of a project that were asked about. `input` is what stands in the file that was given on standard
/// input.
pub(super) fn check(
    together: &Together,
    input: Option<&[u8]>,
    form: &Form,
    mending: Mending,
    known: Option<&Mutex<Known>>,
) -> Vec<Outcome> {
    let (mut contents, problems) = read_asked(&together.asked, input);
    let mut outcomes: Vec<Outcome> = problems.into_iter().map(|(order, problem)| (order, Err(problem))).collect();
    let beside = if declares_anything(&contents) { together.beside() } else { Beside::default() };
    let others = in_turn(&beside.paths, |path| files::read_neighbour(path));
    let others = beside.paths.iter().zip(others).filter_map(|(path, bytes)| Some((path, bytes?)));
    contents.extend(others.map(|(path, bytes)| Content { path, bytes, asked: None, fixed: 0, problem: None }));
    if let Some(fixes) = mending.fixes() {
        let sources: Vec<Source<'_>> = contents.iter().map(Content::source).collect();
        let fixed = together.configured.linter.fix_project(&sources, fixes);
        if let Mending::Show(_) = mending {
            outcomes.extend(shown(&together.configured.linter, &contents, &fixed));
            return outcomes;
        }
        write(&mut contents, fixed);
    }
    outcomes.extend(reported(&together.configured.linter, contents, beside.is_cut, form, known));
    outcomes
}

/// Adds the resources of a project to a graph; returns why some of them are not there.
pub(super) fn add_to_graph(together: &Together, graph: &mut Graph) -> Vec<Problem> {
    let (contents, problems) = read_asked(&together.asked, None);
    let sources: Vec<Source<'_>> = contents.iter().map(Content::source).collect();
    graph.add(&together.configured.linter, &sources);
    problems.into_iter().map(|(_, problem)| problem).collect()
}

/// What is in the files that were asked about, but for those that are too large to be meant for lazuli, and which of
/// them cannot be read.
fn read_asked<'a>(asked: &'a [Asked], input: Option<&[u8]>) -> (Vec<Content<'a>>, Vec<(usize, Problem)>) {
    let read = match input {
        Some(input) => vec![Ok(Some(input.to_owned()))],
        None => in_turn(asked, |asked| files::read(&asked.found)),
    };
    let (mut contents, mut problems) = (Vec::new(), Vec::new());
    for (asked, read) in asked.iter().zip(read) {
        match read {
            Ok(read) => contents.extend(read.map(|bytes| Content::of(asked, bytes))),
            Err(problem) => problems.push((asked.order, problem)),
        }
    }
    (contents, problems)
}

/// What becomes of each item, several at once where there are several: starting threads takes longer than checking a
/// file.
fn in_turn<'a, T: Sync, R: Send>(items: &'a [T], each: impl Fn(&'a T) -> R + Sync + Send) -> Vec<R> {
    match items {
        [] => Vec::new(),
        [only] => vec![each(only)],
        several => several.par_iter().map(each).collect(),
    }
}

/// Whether one of the files may have to do with others: most of those that are met in a folder have not.
fn declares_anything(contents: &[Content<'_>]) -> bool {
    contents.iter().any(|content| may_declare_resources(content.path, &content.bytes))
}

fn shown(linter: &Linter, contents: &[Content<'_>], fixed: &[Option<Fixed>]) -> Vec<Outcome> {
    let changed =
        contents.iter().zip(fixed).filter_map(|(content, fixed)| Some((content, content.asked?, fixed.as_ref()?)));
    let outcome = |(content, asked, fixed): (&Content<'_>, &Asked, &Fixed)| {
        let (source, mended) = (content.source(), Source { content: fixed.text.as_bytes(), ..content.source() });
        let (before, after) = (linter.check(&source), linter.check(&mended));
        // What is known to be a secret in one of them is one in the other.
        let (before, after) = (before.shown_text_beside(&after), after.shown_text_beside(&before));
        let checked = Checked {
            summary: Summary { files: 1, fixed: fixed.fixes, ..Summary::default() },
            written: mend::difference(content.path, &before, &after),
            problem: None,
        };
        (asked.order, Ok(Some(checked)))
    };
    changed.map(outcome).collect()
}

/// Writes what was mended; what cannot be written stays as it was.
fn write(contents: &mut [Content<'_>], fixed: Vec<Option<Fixed>>) {
    for (content, fixed) in contents.iter_mut().zip(fixed) {
        let Some(Fixed { text, fixes }) = fixed else { continue };
        match mend::write(content.path, &content.bytes, &text) {
            Ok(()) => {
                content.bytes = text.into_bytes();
                content.fixed = fixes;
            }
            Err(problem) => content.problem = Some(problem),
        }
    }
}

fn reported(
    linter: &Linter,
    contents: Vec<Content<'_>>,
    is_cut: bool,
    form: &Form,
    known: Option<&Mutex<Known>>,
) -> Vec<Outcome> {
    let written: Vec<Option<(Summary, String)>> = {
        let sources: Vec<Source<'_>> = contents.iter().map(Content::source).collect();
        let files: Vec<ReadFile<'_>> = in_turn(&sources, ReadFile::read);
        let project = linter.project(&files, is_cut);
        let asked: Vec<(usize, &ReadFile<'_>)> =
            files.iter().enumerate().filter(|(_, file)| file.source.reported).collect();
        let write = |report: &FileReport<'_>| (!report.passed_over).then(|| (report.summary(), form.file(report)));
        match known {
            None => in_turn(&asked, |(number, file)| write(&linter.check_file(&project, file, *number))),
            Some(known) => {
                let mut reports = in_turn(&asked, |(number, file)| linter.check_file(&project, file, *number));
                // In the order of the files, so that each run knows the same ones.
                let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
                reports.iter_mut().filter(|report| !report.passed_over).for_each(|report| known.take_known(report));
                in_turn(&reports, write)
            }
        }
    };
    let mut outcomes = Vec::with_capacity(written.len());
    for (content, written) in contents.into_iter().zip(written) {
        // Those that are only referred to stand behind those that were asked about.
        let Content { asked: Some(asked), fixed, problem, .. } = content else { break };
        let checked = |(summary, written)| Checked { summary: Summary { fixed, ..summary }, written, problem };
        outcomes.push((asked.order, Ok(written.map(checked))));
    }
    outcomes
}
