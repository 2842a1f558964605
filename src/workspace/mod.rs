//! Where files are, which of them belong together, and by which config they are checked: for the command line and the
//! language server alike.

mod candidate;
mod configured;
#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
mod disk;
mod file_system;
mod project_folder;

pub(crate) use candidate::may_declare_resources;
#[cfg(feature = "cli")]
pub(crate) use configured::reason;
pub(crate) use configured::{ConfigProblem, Configured, ReadConfigFile, config_above, configure, read_text};
#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
pub(crate) use disk::Disk;
pub(crate) use file_system::{Extent, FileSystem};
pub(crate) use project_folder::{MOST_FILES, Roots, enters, is_overlay, is_written_by_programs, marks_a_project};
