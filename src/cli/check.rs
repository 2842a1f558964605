use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use clap::{Args, ValueEnum};
use rayon::prelude::*;

use super::{
    Output, Problem, Verdict,
    files::{self, Found},
    linters::Linters,
    mend::{self, Mending},
    output::note,
    terminal::{self, Color},
};
use crate::diagnostic::Severity;
use crate::linter::{FileReport, Fixed, Fixes, Linter, Source, Summary};
use crate::read::Format;
use crate::report::{
    json,
    pretty::{self, Style},
};

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

    fn fixes(&self) -> Fixes {
        Fixes { on_request: self.unsafe_fixes, least: self.least() }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum ReportFormat {
    /// For people
    #[default]
    Pretty,
    /// For programs
    Json,
}

/// Runs `lazuli check`.
pub(super) fn check(arguments: &CheckArguments, output: &mut Output) -> Result<Verdict, Problem> {
    let started = Instant::now();
    if arguments.unsafe_fixes && !arguments.fix && !arguments.diff {
        return Err(Problem::UnsafeFixesAlone);
    }
    let form = Form::new(arguments);
    let mending = Mending::new(arguments.fix, arguments.diff, arguments.fixes());
    let mut linters = Linters::default();
    let input = match &arguments.stdin_filename {
        Some(name) => Some((name, standard_input(name)?)),
        None => None,
    };
    let mut run = Run { summary: Summary::default(), form: &form, output };
    run.output.print(&form.opening());
    if let Some((name, content)) = input {
        if let Some(linter) = linters.of(name, run.output) {
            run.add(Ok(form.check(&linter, &Source::new(name, &content), mending)));
        }
    } else {
        let here = [PathBuf::from(".")];
        let paths = if arguments.paths.is_empty() { &here } else { arguments.paths.as_slice() };
        for found in files::find(paths, run.output).chunks(AT_ONCE) {
            let found = found.iter().filter_map(|file| Some((file, linters.of_found(file, run.output)?)));
            match found.collect::<Vec<_>>().as_slice() {
                // Starting threads takes longer than checking a file.
                [(file, linter)] => run.add(form.read_and_check(linter, file, mending)),
                several => {
                    let check = |(file, linter): &(&Found, Arc<Linter>)| form.read_and_check(linter, file, mending);
                    let checked: Vec<_> = several.par_iter().map(check).collect();
                    for checked in checked {
                        run.add(checked);
                    }
                }
            }
        }
    }
    if arguments.diff {
        return Ok(tell_what_would_change(run.summary));
    }
    run.output.print(&form.closing(run.summary, started.elapsed()));
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

/// A file that was checked, and what is to be written of it.
struct Checked {
    summary: Summary,
    written: String,
    /// Why its mistakes could not be mended.
    problem: Option<Problem>,
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

/// How what was found is written.
enum Form {
    Pretty(Style),
    Json,
}

impl Form {
    fn new(arguments: &CheckArguments) -> Self {
        match arguments.format {
            ReportFormat::Json => Self::Json,
            ReportFormat::Pretty => Self::Pretty(Style {
                color: arguments.color.is_on(),
                unicode: terminal::takes_unicode(),
                width: terminal::width(),
                least: arguments.least(),
            }),
        }
    }

    fn read_and_check(&self, linter: &Linter, file: &Found, mending: Mending) -> Result<Option<Checked>, Problem> {
        let Some(content) = files::read(file)? else { return Ok(None) };
        let source = Source::new(&file.path, &content);
        Ok(self.check(linter, &if file.named { source } else { source.met_in_a_folder() }, mending))
    }

    /// `None` for a file that is passed over.
    fn check(&self, linter: &Linter, source: &Source<'_>, mending: Mending) -> Option<Checked> {
        let fixed = mending.fixes().and_then(|fixes| linter.fix(source, fixes));
        if let Mending::Show(_) = mending {
            return fixed.map(|Fixed { text, fixes }| Checked {
                summary: Summary { files: 1, fixed: fixes, ..Summary::default() },
                written: mend::difference(source.path, &String::from_utf8_lossy(source.content), &text),
                problem: None,
            });
        }
        let Some(Fixed { text, fixes }) = fixed else { return self.check_only(linter, source) };
        if let Err(problem) = mend::write(source.path, source.content, &text) {
            let checked = self.check_only(linter, source)?;
            return Some(Checked { problem: Some(problem), ..checked });
        }
        let mended = self.check_only(linter, &Source { content: text.as_bytes(), ..*source })?;
        Some(Checked { summary: Summary { fixed: fixes, ..mended.summary }, ..mended })
    }

    fn check_only(&self, linter: &Linter, source: &Source<'_>) -> Option<Checked> {
        let report = linter.check(source);
        let written = || Checked { summary: report.summary(), written: self.file(&report), problem: None };
        (!report.passed_over).then(written)
    }

    fn opening(&self) -> String {
        match self {
            Self::Pretty(_) => String::new(),
            Self::Json => json::opening(),
        }
    }

    fn file(&self, report: &FileReport<'_>) -> String {
        match self {
            Self::Pretty(style) => pretty::file(report, *style),
            Self::Json => json::file(report),
        }
    }

    fn between(&self) -> &'static str {
        match self {
            Self::Pretty(_) => "",
            Self::Json => ",",
        }
    }

    fn closing(&self, summary: Summary, elapsed: Duration) -> String {
        match self {
            Self::Pretty(style) => pretty::summary(summary, *style),
            Self::Json => json::closing(summary, elapsed),
        }
    }
}
