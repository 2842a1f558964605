use std::{
    fs::File,
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};

use clap::Args;

use super::{Output, Problem, Verdict, output::note, problem::shown};
use crate::config::{FILE_NAME, template};

#[derive(Debug, Args)]
pub(super) struct InitArguments {
    /// The folder of the project
    #[arg(default_value = ".")]
    folder: PathBuf,
    /// Write a .pre-commit-config.yaml, too
    #[arg(long)]
    pre_commit: bool,
}

/// The file by which pre-commit is told what to run.
const PRE_COMMIT_FILE: &str = ".pre-commit-config.yaml";

/// What it says to run lazuli.
fn pre_commit_entry() -> String {
    format!(
        "repos:\n  - repo: https://github.com/lazuli-lint/lazuli\n    rev: v{}\n    hooks:\n      - id: lazuli\n",
        env!("CARGO_PKG_VERSION")
    )
}

/// Runs `lazuli init`.
pub(super) fn init(arguments: &InitArguments, output: &mut Output) -> Result<Verdict, Problem> {
    let folder = arguments.folder.strip_prefix(".").unwrap_or(&arguments.folder);
    let config = folder.join(FILE_NAME);
    let pre_commit = folder.join(PRE_COMMIT_FILE);
    // Both or none.
    if arguments.pre_commit && pre_commit.exists() {
        output.print(&format!("Add this to {}:\n\n{}", shown(&pre_commit), pre_commit_entry()));
        return Err(Problem::Exists(pre_commit));
    }
    write_new(&config, &template())?;
    note(&format!("wrote {}", shown(&config)));
    if arguments.pre_commit {
        write_new(&pre_commit, &pre_commit_entry())?;
        note(&format!("wrote {}", shown(&pre_commit)));
    } else {
        output.print(&format!(
            "To check what is committed, put this into {} (--pre-commit does it):\n\n{}",
            shown(&pre_commit),
            pre_commit_entry()
        ));
    }
    Ok(Verdict::Clean)
}

/// Writes a file that is not there yet.
fn write_new(path: &Path, text: &str) -> Result<(), Problem> {
    let written = File::create_new(path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Problem::Exists(path.to_owned()),
        _ => Problem::Unwritable { path: path.to_owned(), error },
    })
}
