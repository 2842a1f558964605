use std::{env, io};

use clap::ValueEnum;
use supports_color::Stream;

/// The columns of a terminal that does not say how many it has, and of a file.
const USUAL_WIDTH: usize = 80;

/// Lines longer than this are hard to read, however wide the terminal.
const LARGEST_WIDTH: usize = 120;

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum Color {
    /// Where the output is a terminal, and `NO_COLOR` is not set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Color {
    pub(super) fn is_on(self) -> bool {
        match self {
            Self::Auto => supports_color::on(Stream::Stdout).is_some(),
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// The columns to write in.
pub(super) fn width() -> usize {
    columns().filter(|columns| *columns > 0).unwrap_or(USUAL_WIDTH).min(LARGEST_WIDTH)
}

#[cfg(not(target_family = "wasm"))]
fn columns() -> Option<usize> {
    terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0))
}

/// WASI has no way to ask a terminal: who starts the module says it.
#[cfg(target_family = "wasm")]
fn columns() -> Option<usize> {
    env::var("COLUMNS").ok()?.parse().ok()
}

/// Whether the output can show more than ASCII: a file can, a terminal may not.
pub(super) fn takes_unicode() -> bool {
    let is_terminal = io::IsTerminal::is_terminal(&io::stdout());
    !is_terminal && env::var_os("LC_ALL").is_none_or(|locale| locale != "C")
        || supports_unicode::on(supports_unicode::Stream::Stdout)
}
