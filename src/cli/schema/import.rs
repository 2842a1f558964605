use std::path::PathBuf;

use clap::Args;

use super::{destination::Destination, folder::Folder, progress::Progress, summary};
use crate::catalog::import;
use crate::cli::{Problem, Verdict};

#[derive(Debug, Args)]
#[command(after_help = "Files refer to each other. Those outside PATH are not read, unless --checkout names a folder \
    that has them too.")]
pub(super) struct ImportArguments {
    /// A folder or file: a checkout of azure-rest-api-specs or bicep-types-az, a part of one, or a swagger file
    path: PathBuf,
    /// The file to write
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// The checkout that PATH is a part of, where files of PATH refer to others of it
    #[arg(long, value_name = "FOLDER")]
    checkout: Option<PathBuf>,
}

/// Runs `lazuli schema import`.
pub(super) fn import(arguments: &ImportArguments) -> Result<Verdict, Problem> {
    let files = Folder::open(&arguments.path, arguments.checkout.as_deref())?;
    let mut destination = Destination::create(&arguments.output)?;
    let mut progress = Progress::default();
    let summary = import::import(&files, &mut |done, of, file| progress.show(done, of, file), &mut |imported| {
        destination.add(&imported.swagger);
    });
    progress.finish();
    if summary.types == 0 {
        return Err(Problem::NothingToImport { path: arguments.path.clone(), reason: summary::why_nothing(&summary) });
    }
    destination.finish()?;
    summary::tell(&summary, &arguments.output);
    Ok(Verdict::Clean)
}
