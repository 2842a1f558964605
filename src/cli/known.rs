//! The baseline of a run: what is known already, what is met again, and what is written.

use std::{
    collections::BTreeSet,
    mem,
    path::{Path, PathBuf},
};

use super::{Output, Problem, mend, output::note, place::canonical, problem::shown};
use crate::baseline::{Baseline, Seen};
use crate::linter::FileReport;
use crate::text::{quote, slashed, suggestion};
use crate::workspace::{Disk, read_text};

/// The file that a baseline is written to where none is named.
pub(super) const FILE_NAME: &str = "lazuli-baseline.json";

/// What a run does with the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Leaves out what is known.
    Compare,
    /// The same, and takes out of the file what is not met again.
    Prune,
    /// Writes what is found.
    Write,
}

/// The baseline of a run.
pub(super) struct Known {
    path: PathBuf,
    /// The folder of the file: paths are written from there.
    folder: PathBuf,
    purpose: Purpose,
    /// What the file says.
    baseline: Baseline,
    seen: Seen,
    /// What is found, where it is to be written.
    found: Baseline,
    /// The files that it is found in, or could have been.
    files: BTreeSet<String>,
}

impl Known {
    /// Reads the file.
    pub(super) fn open(path: &Path, purpose: Purpose) -> Result<Self, Problem> {
        let unusable = |reason: String| Problem::UnusableBaseline { path: path.to_owned(), reason };
        let baseline = match read_text(path, &Disk) {
            Ok(text) => match Baseline::from_json(&text) {
                Ok(baseline) => baseline,
                // What is to be written anew need not be of this version.
                Err(_) if purpose == Purpose::Write => Baseline::default(),
                Err(error) => return Err(unusable(error.to_string())),
            },
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && purpose == Purpose::Write => {
                Baseline::default()
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(unusable("there is no such file: --write-baseline writes one".to_owned()));
            }
            Err(error) => return Err(Problem::Unreadable { path: path.to_owned(), error }),
        };
        for rule in baseline.unknown_rules() {
            let nearest = crate::rules::nearest_rule(rule);
            let instead = suggestion(nearest.as_deref(), "what it found is found no more");
            note(&format!("{}: there is no rule {}{instead}", shown(path), quote(rule)));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = canonical(folder).unwrap_or_else(|_| folder.to_owned());
        let (seen, found, files) = (Seen::default(), Baseline::default(), BTreeSet::new());
        Ok(Self { path: path.to_owned(), folder, purpose, baseline, seen, found, files })
    }

    /// Takes out of a report what is known, or all, where it is to be written.
    pub(super) fn take_known(&mut self, report: &mut FileReport<'_>) {
        let path = self.path_in_folder(report.path);
        if self.purpose == Purpose::Write {
            self.found.add(&path, &report.diagnostics);
            report.known += report.diagnostics.len();
            report.diagnostics.clear();
            self.files.insert(path);
        } else {
            report.known += self.baseline.take_known(&path, &mut report.diagnostics, &mut self.seen);
        }
    }

    /// The path of a file from the folder of the baseline, with the same slashes everywhere.
    fn path_in_folder(&self, path: &Path) -> String {
        let whole = canonical(path).unwrap_or_else(|_| path.to_owned());
        let path = whole.strip_prefix(&self.folder).unwrap_or(path);
        slashed(path)
    }

    /// Says what of the baseline is out of date, and writes what is to be written.
    pub(super) fn finish(mut self, output: &mut Output) {
        let name = shown(&self.path);
        if self.purpose == Purpose::Write {
            let baseline = mem::take(&mut self.found).with_other_files(&self.baseline, &self.files);
            if self.write(&baseline, output) {
                note(&format!("wrote {} to {name}", findings(baseline.len())));
            }
            return;
        }
        let is_gone = |path: &str| !self.folder.join(path).exists();
        let (left, stale) = self.baseline.pruned(&self.seen, is_gone);
        match (stale, self.purpose) {
            (0, _) => {}
            (stale, Purpose::Prune) => {
                if self.write(&left, output) {
                    note(&format!("took {} out of {name} that {} there any more", findings(stale), are_not(stale)));
                }
            }
            (stale, _) => {
                note(&format!(
                    "{} of {name} {} there any more: --prune-baseline takes them out",
                    findings(stale),
                    are_not(stale)
                ));
            }
        }
    }

    fn write(&self, baseline: &Baseline, output: &mut Output) -> bool {
        let written = mend::replace(&self.path, &baseline.to_json());
        if let Err(problem) = &written {
            output.problem(problem);
        }
        written.is_ok()
    }
}

fn findings(count: usize) -> String {
    if count == 1 { "1 finding".to_owned() } else { format!("{count} findings") }
}

fn are_not(count: usize) -> &'static str {
    if count == 1 { "is not" } else { "are not" }
}
