//! Where a path leads, and how it is written where lazuli runs.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

/// The whole path of a folder.
pub(super) fn whole(folder: &Path) -> Option<PathBuf> {
    let folder = Path::new(".").join(folder);
    // What `..` leads to only the file system knows; what stands on standard input may be in a folder that is not
    // there yet.
    canonical(&folder).or_else(|_| std::path::absolute(&folder)).ok()
}

/// A whole path as it can be written where lazuli runs: relative, where it is below.
pub(super) fn seen_from_here(path: &Path) -> PathBuf {
    let here = env::current_dir().and_then(|here| canonical(&here)).ok();
    here.and_then(|here| path.strip_prefix(here).map(Path::to_owned).ok()).unwrap_or_else(|| path.to_owned())
}

/// WASI begins every program at the root: who starts this one says where it is meant to run.
#[cfg(target_os = "wasi")]
pub(super) fn go_to_the_working_folder() {
    if let Some(folder) = env::var_os("PWD") {
        // Without it, relative paths lead nowhere, and each file says so.
        let _ = env::set_current_dir(folder);
    }
}

/// The whole path of something that is there, without links.
#[cfg(not(target_os = "wasi"))]
pub(super) fn canonical(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path)
}

/// The same step by step: WASI has no call for it.
#[cfg(target_os = "wasi")]
pub(super) fn canonical(path: &Path) -> io::Result<PathBuf> {
    use std::path::Component;

    /// So many links are followed, as systems do.
    const MOST_LINKS: usize = 40;

    let mut links = 0;
    let mut canonical = PathBuf::new();
    let whole = std::path::absolute(path)?;
    let mut waiting: Vec<PathBuf> = whole.components().rev().map(|part| part.as_os_str().into()).collect();
    while let Some(part) = waiting.pop() {
        match part.components().next() {
            Some(Component::ParentDir) => _ = canonical.pop(),
            Some(Component::CurDir) | None => {}
            Some(_) => {
                canonical.push(&part);
                if !fs::symlink_metadata(&canonical)?.file_type().is_symlink() {
                    continue;
                }
                links += 1;
                if links > MOST_LINKS {
                    return Err(io::Error::other("too many symbolic links"));
                }
                let leads_to = fs::read_link(&canonical)?;
                canonical.pop();
                waiting.extend(leads_to.components().rev().map(|part| PathBuf::from(part.as_os_str())));
            }
        }
    }
    Ok(canonical)
}
