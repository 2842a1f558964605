use std::{
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use thiserror::Error;

use crate::read::{Format, LARGEST_FILE};
use crate::text::{escape_controls, quote};

/// Why a part of the job could not be done.
#[derive(Debug, Error)]
pub(super) enum Problem {
    #[error("cannot read {}: {}", shown(.path), reason(.error))]
    Unreadable { path: PathBuf, error: io::Error },
    #[error("cannot read {}: it is larger than {} MiB", shown(.0), LARGEST_FILE / 1024 / 1024)]
    TooLarge(PathBuf),
    #[error("cannot check {}: lazuli reads files that end in {}", shown(.0), Format::ENDINGS)]
    UnknownFormat(PathBuf),
    #[error("cannot read standard input: {}", reason(.0))]
    Input(io::Error),
    #[error("cannot write the output: {}", reason(.0))]
    Output(io::Error),
    #[error("there is no rule {}{}", quote(.rule), suggestion(*.nearest))]
    UnknownRule { rule: String, nearest: Option<&'static str> },
}

/// A path as it can be written to a terminal.
pub(super) fn shown(path: &Path) -> String {
    escape_controls(&path.to_string_lossy()).into_owned()
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "no such file or folder".to_owned(),
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    }
}

fn suggestion(nearest: Option<&str>) -> String {
    match nearest {
        Some(nearest) => format!(": did you mean `{nearest}`?"),
        None => ": `lazuli rules` lists them all".to_owned(),
    }
}
