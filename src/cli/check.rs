use std::{
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::Instant,
};

use clap::Args;
use rayon::prelude::*;

use super::{
    Output, Problem, Verdict,
    files::{self, Found},
    form::{Form, ReportFormat},
    known::{self, Known, Purpose},
    linters::Linters,
    mend::Mending,
    output::note,
    project_check::{self, Checked, Outcome},
    projects::{Together, together},
    terminal::Color,
};
use crate::diagnostic::Severity;
use crate::linter::{Fixes, Summary};
use crate::read::Format;

/// How many files are checked before what was found in them is written.
const AT_ONCE: usize = 256;

#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// Files and folders; without any, the folder that lazuli runs in
    paths: Vec<PathBuf>,
    /// How to write what is found
    #[arg(long, value_enum, default_value_t)]
    format: ReportFormat,
    /// Check what stands on standard input, as if it were in a file of this name
    #[arg(long, value_name = "NAME", conflicts_with = "paths")]
    stdin_filename: Option<PathBuf>,
    /// Mend what can be mended unseen, and say what is left
    #[arg(long, conflicts_with = "stdin_filename")]
    fix: bool,
    /// With --fix or --diff: mend what a person should look at, too
    #[arg(long)]
    unsafe_fixes: bool,
    /// Show what --fix would change, and change nothing
    #[arg(long, conflicts_with_all = ["fix", "format"])]
    diff: bool,
    /// Leave out what is known: the findings that this file lists
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write all that is found to the baseline, lazuli-baseline.json unless --baseline names another
    #[arg(long, conflicts_with_all = ["fix", "diff", "prune_baseline", "stdin_filename"])]
    write_baseline: bool,
    /// Take out of the baseline what is not found any more
    #[arg(long, requires = "baseline", conflicts_with = "diff")]
    prune_baseline: bool,
    /// Show infos too, and with --fix mend them
    #[arg(long)]
    info: bool,
    /// Fail on warnings too
    #[arg(long)]
    deny_warnings: bool,
    /// When to use colours
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    color: Color,
}

impl CheckArguments {
    /// The mildest findings that people want to see.
    fn least(&self) -> Severity {
        if self.info { Severity::Info } else { Severity::Warning }
    }

    /// The baseline to go by.
    fn known(&self) -> Result<Option<Known>, Problem> {
        let purpose = match (self.write_baseline, self.prune_baseline) {
            (true, _) => Purpose::Write,
            (false, true) => Purpose::Prune,
            (false, false) => Purpose::Compare,
        };
        let path = match (&self.baseline, purpose) {
            (Some(path), _) => path,
            (None, Purpose::Write) => Path::new(known::FILE_NAME),
            (None, _) => return Ok(None),
        };
        Known::open(path, purpose).map(Some)
    }

    fn fixes(&self) -> Fixes {
        Fixes { on_request: self.unsafe_fixes, least: self.least() }
    }
}

/// Runs `lazuli check`.
pub(super) fn check(arguments: &CheckArguments, output: &mut Output) -> Result<Verdict, Problem> {
    let started = Instant::now();
    if arguments.unsafe_fixes && !arguments.fix && !arguments.diff {
        return Err(Problem::UnsafeFixesAlone);
    }
    let form = Form::new(arguments.format, arguments.color, arguments.least());
    let mending = Mending::new(arguments.fix, arguments.diff, arguments.fixes());
    let input = match &arguments.stdin_filename {
        Some(name) => Some((name, standard_input(name)?)),
        None => None,
    };
    let known = arguments.known()?.map(Mutex::new);
    let mut run = Run { summary: Summary::default(), form: &form, output };
    run.output.print(&form.opening());
    let here = [PathBuf::from(".")];
    let paths = if arguments.paths.is_empty() { &here } else { arguments.paths.as_slice() };
    let found = match &input {
        Some((name, _)) => vec![Found { path: (*name).clone(), named: true }],
        None => files::find(paths, run.output),
    };
    let asked = if input.is_some() { &[] } else { paths };
    let input = input.as_ref().map(|(_, content)| content.as_slice());
    let projects = together(found, asked, &mut Linters::default(), run.output);
    // What is known is taken off in the order of the files: one project after the other.
    let at_once = if known.is_some() { 1 } else { AT_ONCE };
    for projects in some_at_once(&projects, at_once) {
        let check = |project: &Together| project_check::check(project, input, &form, mending, known.as_ref());
        let mut outcomes: Vec<Outcome> = match projects {
            // Starting threads takes longer than checking a file.
            [only] => check(only),
            several => several.par_iter().flat_map_iter(check).collect(),
        };
        outcomes.sort_by_key(|(order, _)| *order);
        for (_, outcome) in outcomes {
            run.add(outcome);
        }
    }
    if arguments.diff {
        return Ok(tell_what_would_change(run.summary));
    }
    run.output.print(&form.closing(run.summary, started.elapsed()));
    if let Some(known) = known {
        known.into_inner().unwrap_or_else(PoisonError::into_inner).finish(run.output);
    }
    if run.summary.files == 0 && !run.output.had_problems() {
        note("no file there declares resources");
    }
    let fails = run.summary.errors > 0 || (arguments.deny_warnings && run.summary.warnings > 0);
    Ok(if fails { Verdict::Findings } else { Verdict::Clean })
}

/// Beside the changes, which stand on standard output alone so that `patch` can read them.
fn tell_what_would_change(summary: Summary) -> Verdict {
    match (summary.fixed, summary.files) {
        (0, _) => note("there is nothing to mend"),
        (fixes, files) => note(&format!("{fixes} to mend, in {files} of the files; nothing was changed")),
    }
    if summary.fixed > 0 { Verdict::Findings } else { Verdict::Clean }
}

/// What stands on standard input, for a file of that name.
fn standard_input(name: &Path) -> Result<Vec<u8>, Problem> {
    if Format::of(name).is_none() {
        return Err(Problem::UnknownFormat(name.to_owned()));
    }
    files::read_standard_input(name)
}

/// The projects in portions: of each one what was found is written before the next is checked.
fn some_at_once(projects: &[Together], at_once: usize) -> impl Iterator<Item = &[Together]> {
    let mut rest = projects;
    std::iter::from_fn(move || {
        let mut files = 0;
        let is_one_more = |project: &&Together| {
            files += project.asked.len();
            files < at_once
        };
        let count = (rest.iter().take_while(is_one_more).count() + 1).min(rest.len());
        let (portion, behind) = rest.split_at(count);
        rest = behind;
        (!portion.is_empty()).then_some(portion)
    })
}

/// What was checked so far.
struct Run<'r> {
    summary: Summary,
    form: &'r Form,
    output: &'r mut Output,
}

impl Run<'_> {
    fn add(&mut self, checked: Result<Option<Checked>, Problem>) {
        match checked {
            Ok(Some(checked)) => {
                if self.summary.files > 0 {
                    self.output.print(self.form.between());
                }
                self.output.print(&checked.written);
                if let Some(problem) = &checked.problem {
                    self.output.problem(problem);
                }
                self.summary = self.summary + checked.summary;
            }
            Ok(None) => {}
            Err(problem) => self.output.problem(&problem),
        }
    }
}
