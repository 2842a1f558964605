//! Where a path leads, and how it is written where lazuli runs.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// The whole path of a folder.
pub(super) fn whole(folder: &Path) -> Option<PathBuf> {
    let folder = Path::new(".").join(folder);
    // What `..` leads to only the file system knows; what stands on standard input may be in a folder that is not
    // there yet.
    fs::canonicalize(&folder).or_else(|_| std::path::absolute(&folder)).ok()
}

/// A whole path as it can be written where lazuli runs: relative, where it is below.
pub(super) fn seen_from_here(path: &Path) -> PathBuf {
    let here = env::current_dir().and_then(fs::canonicalize).ok();
    here.and_then(|here| path.strip_prefix(here).map(Path::to_owned).ok()).unwrap_or_else(|| path.to_owned())
}
