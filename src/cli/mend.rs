//! What becomes of fixes: what `--fix` writes, and what `--diff` shows.

#[cfg(not(target_os = "wasi"))]
use std::io::Write;
use std::{fs, io, path::Path};

use similar::TextDiff;
use tempfile::NamedTempFile;

use super::{Problem, problem::shown};
use crate::linter::Fixes;
use crate::text::escape_controls;

/// What becomes of the fixes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mending {
    /// None are made.
    Nothing,
    /// They are written to the files.
    Write(Fixes),
    /// What they would change is shown.
    Show(Fixes),
}

impl Mending {
    /// What the options ask for.
    pub(super) fn new(fix: bool, diff: bool, fixes: Fixes) -> Self {
        match (fix, diff) {
            (true, _) => Self::Write(fixes),
            (false, true) => Self::Show(fixes),
            (false, false) => Self::Nothing,
        }
    }

    pub(super) fn fixes(self) -> Option<Fixes> {
        match self {
            Self::Nothing => None,
            Self::Write(fixes) | Self::Show(fixes) => Some(fixes),
        }
    }
}

/// Puts `text` in the place of a file's content, `before`, at once: whoever reads the file sees the one or the other.
pub(super) fn write(path: &Path, before: &[u8], text: &str) -> Result<(), Problem> {
    let unwritable = |error| Problem::Unwritable { path: path.to_owned(), error };
    let metadata = fs::symlink_metadata(path).map_err(unwritable)?;
    if metadata.file_type().is_symlink() {
        return Err(Problem::NotFixed { path: path.to_owned(), reason: "it is a symbolic link" });
    }
    #[cfg(not(target_os = "wasi"))]
    if metadata.permissions().readonly() {
        return Err(unwritable(io::ErrorKind::PermissionDenied.into()));
    }
    if fs::read(path).map_err(unwritable)? != before {
        return Err(Problem::NotFixed { path: path.to_owned(), reason: "it changed while it was checked" });
    }
    put(path, text).map_err(unwritable)
}

/// Writes a file of lazuli's own at once, whatever was there.
pub(super) fn replace(path: &Path, text: &str) -> Result<(), Problem> {
    put(path, text).map_err(|error| Problem::Unwritable { path: path.to_owned(), error })
}

/// Puts a text in the place of a file, with the permissions of what was there.
#[cfg(not(target_os = "wasi"))]
fn put(path: &Path, text: &str) -> io::Result<()> {
    let file = beside(path, text)?;
    if let Ok(metadata) = fs::metadata(path) {
        file.as_file().set_permissions(metadata.permissions())?;
    }
    file.persist(path)?;
    Ok(())
}

/// The same where it is: WASI knows no permissions, and another file in its place would lose them.
#[cfg(target_os = "wasi")]
fn put(path: &Path, text: &str) -> io::Result<()> {
    fs::write(path, text)
}

/// A temporary file beside another, with that text in it.
#[cfg(not(target_os = "wasi"))]
fn beside(path: &Path, text: &str) -> io::Result<NamedTempFile> {
    let mut file = temporary_beside(path)?;
    file.write_all(text.as_bytes())?;
    Ok(file)
}

/// An empty file that becomes the one at `path` when it is whole, and is removed where it does not come to that.
pub(super) fn temporary_beside(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    temporary_file().tempfile_in(folder)
}

/// A new file has the permissions that new files have here; `tempfile` alone would keep it from others.
#[cfg(unix)]
fn temporary_file() -> tempfile::Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt;
    let mut builder = tempfile::Builder::new();
    builder.permissions(fs::Permissions::from_mode(0o666));
    builder
}

#[cfg(not(unix))]
fn temporary_file() -> tempfile::Builder<'static, 'static> {
    tempfile::Builder::new()
}

/// Line ends and tabs are the text's own; what else could steer a terminal is made visible.
const KEPT: [char; 3] = ['\n', '\r', '\t'];

/// The change of a file as `diff -u` has it.
pub(super) fn difference(path: &Path, before: &str, after: &str) -> String {
    let path = shown(path);
    let difference = TextDiff::from_lines(before, after);
    let written = difference.unified_diff().context_radius(3).header(&path, &path).to_string();
    let without_controls = |piece: &str| {
        let text = piece.trim_end_matches(KEPT);
        escape_controls(text).into_owned() + &piece[text.len()..]
    };
    written.split_inclusive(KEPT).map(without_controls).collect()
}
