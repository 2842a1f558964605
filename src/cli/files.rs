use std::{
    collections::HashSet,
    fs::{self, File},
    io::{self, Read},
    path::{Component, Path, PathBuf},
};

use fast_glob::glob_match;
use ignore::{DirEntry, WalkBuilder};

use super::{Output, Problem, place::canonical};
use crate::linter::has_the_name_of_a_resource_file;
use crate::read::{Format, LARGEST_FILE};
use crate::text::slashed;
use crate::workspace::{is_written_by_programs, may_declare_resources};

/// A file to check.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) path: PathBuf,
    /// Whether it was named, and not just met in a folder.
    pub(super) named: bool,
}

/// The files that `paths` stand for, each once: those named, and in folders all of a format that is read,
/// sorted, except what `.gitignore` and its like leave out. What cannot be read is a problem, and the rest
/// is found all the same.
pub(super) fn find(paths: &[PathBuf], output: &mut Output) -> Vec<Found> {
    let mut files = Vec::new();
    let mut seen = HashSet::new();
    // One path alone leads to no file twice.
    let mut is_new = |path: &Path| paths.len() == 1 || seen.insert(canonical(path).unwrap_or(path.to_owned()));
    for path in paths {
        match fs::metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && is_pattern(path) => {
                let met = matching(path, output);
                if met.is_empty() {
                    output.problem(&Problem::NothingMatches(path.clone()));
                }
                let met = met.into_iter().filter(|path| is_new(path));
                files.extend(met.map(|path| Found { path, named: false }));
            }
            Err(error) => output.problem(&Problem::Unreadable { path: path.clone(), error }),
            Ok(metadata) if metadata.is_dir() => {
                let met = in_folder(path, output).into_iter().filter(|path| is_new(path));
                files.extend(met.map(|path| Found { path, named: false }));
            }
            Ok(metadata) if !metadata.is_file() => output.problem(&Problem::NoFile(path.clone())),
            Ok(_) if Format::of(path).is_none() => output.problem(&Problem::UnknownFormat(path.clone())),
            Ok(_) => {
                let path = without_dot(path);
                if is_new(&path) {
                    files.push(Found { path, named: true });
                }
            }
        }
    }
    files
}

/// What in a path makes a pattern of it, as scripts give it that run where no shell knows them: `infra/**/*.js`.
const OF_PATTERNS: [char; 4] = ['*', '?', '[', '{'];

fn is_pattern(path: &Path) -> bool {
    path.to_string_lossy().contains(OF_PATTERNS)
}

/// The files that a pattern stands for, among those that would be checked in the folder where its first star is.
fn matching(pattern: &Path, output: &mut Output) -> Vec<PathBuf> {
    let is_plain = |part: &Component<'_>| !part.as_os_str().to_string_lossy().contains(OF_PATTERNS);
    let pattern = without_dot(pattern);
    let plain: PathBuf = pattern.components().take_while(is_plain).collect();
    let wanted = slashed(pattern.strip_prefix(&plain).unwrap_or(&pattern));
    let folder = if plain.as_os_str().is_empty() { Path::new(".") } else { plain.as_path() };
    let is_wanted = |path: &PathBuf| glob_match(&wanted, slashed(path.strip_prefix(&plain).unwrap_or(path)).as_str());
    in_folder(folder, output).into_iter().filter(is_wanted).collect()
}

fn in_folder(folder: &Path, output: &mut Output) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let walk = WalkBuilder::new(folder)
        .require_git(false)
        .sort_by_file_name(Ord::cmp)
        .filter_entry(|entry| entry.depth() == 0 || !is_passed_over(entry))
        .build();
    for entry in walk {
        match entry {
            Ok(entry) => {
                let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                if is_file && Format::of(entry.path()).is_some() {
                    files.push(without_dot(entry.path()));
                }
            }
            Err(error) => {
                let path = without_dot(path_of(&error).unwrap_or(folder));
                let error = error.into_io_error().unwrap_or_else(|| io::Error::other("it cannot be walked"));
                output.problem(&Problem::Unreadable { path, error });
            }
        }
    }
    files
}

fn is_passed_over(entry: &DirEntry) -> bool {
    let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
    is_folder && is_written_by_programs(entry.path())
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}

/// `resources.js` for `./resources.js`.
fn without_dot(path: &Path) -> PathBuf {
    path.strip_prefix(".").unwrap_or(path).to_owned()
}

/// Reads a file; `None` for one that is too large to be meant for lazuli.
pub(super) fn read(file: &Found) -> Result<Option<Vec<u8>>, Problem> {
    let content = File::open(&file.path).and_then(read_up_to_the_limit);
    let content = content.map_err(|error| Problem::Unreadable { path: file.path.clone(), error })?;
    if content.is_none() && (file.named || has_the_name_of_a_resource_file(&file.path)) {
        return Err(Problem::TooLarge(file.path.clone()));
    }
    Ok(content)
}

/// Reads a file that nobody asked for, if it may declare resources that others refer to.
pub(super) fn read_neighbour(path: &Path) -> Option<Vec<u8>> {
    let content = File::open(path).and_then(read_up_to_the_limit).ok()??;
    may_declare_resources(path, &content).then_some(content)
}

/// Reads standard input, which stands for the file `name`.
pub(super) fn read_standard_input(name: &Path) -> Result<Vec<u8>, Problem> {
    let content = read_up_to_the_limit(io::stdin().lock()).map_err(Problem::Input)?;
    content.ok_or_else(|| Problem::TooLarge(name.to_owned()))
}

/// All that `reader` gives; `None` if that is more than lazuli reads.
fn read_up_to_the_limit(reader: impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut content = Vec::new();
    reader.take(LARGEST_FILE as u64 + 1).read_to_end(&mut content)?;
    Ok((content.len() <= LARGEST_FILE).then_some(content))
}
