use std::{
    io,
    path::{Path, PathBuf},
};

use thiserror::Error;

use crate::config::ConfigError;
use crate::read::{Format, LARGEST_FILE};
use crate::text::{Position, escape_controls, join_alternatives, quote, suggestion};
use crate::workspace::reason;

/// Why a part of the job could not be done.
#[derive(Debug, Error)]
pub(super) enum Problem {
    #[error("cannot read {}: {}", shown(.path), reason(.error))]
    Unreadable { path: PathBuf, error: io::Error },
    #[error("cannot read {}: it is larger than {} MiB", shown(.0), LARGEST_FILE / 1024 / 1024)]
    TooLarge(PathBuf),
    #[error("cannot check {}: lazuli reads files that end in {}", shown(.0), Format::ENDINGS)]
    UnknownFormat(PathBuf),
    #[error("cannot check {}: it is neither a file nor a folder", shown(.0))]
    NoFile(PathBuf),
    #[error("cannot check {}: there is no such file, and nothing that matches", shown(.0))]
    NothingMatches(PathBuf),
    #[error("--unsafe-fixes says which fixes --fix or --diff make: add one of them")]
    UnsafeFixesAlone,
    #[error("cannot read standard input: {}", reason(.0))]
    Input(io::Error),
    #[error("cannot write the output: {}", reason(.0))]
    Output(io::Error),
    #[error("cannot write {}: {}", shown(.path), reason(.error))]
    Unwritable { path: PathBuf, error: io::Error },
    #[error("{}:{}:{}: {error}", shown(.path), .position.line, .position.column)]
    InvalidConfig { path: PathBuf, position: Position, error: ConfigError },
    #[error("{}: `exclude`: {}", shown(.path), escape_controls(.reason))]
    InvalidPattern { path: PathBuf, reason: String },
    #[error("{} is there already: it was left as it is", shown(.0))]
    Exists(PathBuf),
    #[error("cannot use the baseline {}: {}", shown(.path), escape_controls(.reason))]
    UnusableBaseline { path: PathBuf, reason: String },
    #[error("cannot fix {}: {reason}", shown(.path))]
    NotFixed { path: PathBuf, reason: &'static str },
    #[error("cannot import {}: {reason}", shown(.path))]
    NothingToImport { path: PathBuf, reason: String },
    #[error("cannot import {}: it is not in {}", shown(.path), shown(.checkout))]
    NotInCheckout { path: PathBuf, checkout: PathBuf },
    #[error("there is no rule {}{}", quote(.rule), suggestion(*.nearest, "`lazuli rules` lists them all"))]
    UnknownRule { rule: String, nearest: Option<&'static str> },
    #[error("there is no schema for {}{}", quote(.resource_type), suggestion(.nearest.as_deref(), "`lazuli schema list` lists them all"))]
    UnknownType { resource_type: String, nearest: Option<String> },
    #[error("several groups have a type {}: {}", quote(.resource_type), join_alternatives(.types.iter().map(String::as_str), 10))]
    SeveralTypes { resource_type: String, types: Vec<String> },
    #[error("{} is not known at API version {}, but at {}", quote(.resource_type), quote(.api_version), join_alternatives(.versions.iter().map(String::as_str), 10))]
    UnknownVersion { resource_type: String, api_version: String, versions: Vec<String> },
    #[error("{} has no property {} there{}", escape_controls(.resource_type), quote(.property), suggestion(.nearest.as_deref(), "`lazuli schema show` shows them all"))]
    UnknownProperty { property: String, resource_type: String, nearest: Option<String> },
}

/// A path as it can be written to a terminal.
pub(super) fn shown(path: &Path) -> String {
    escape_controls(&path.to_string_lossy()).into_owned()
}
