use std::process::ExitCode;

use clap::Args;

use crate::lsp::serve;

#[derive(Debug, Args)]
pub(super) struct LspArguments {
    /// What editors say who know of other ways, too; there is no other here
    #[arg(long)]
    stdio: bool,
}

/// Runs `lazuli lsp`.
pub(super) fn lsp() -> ExitCode {
    ExitCode::from(serve())
}
