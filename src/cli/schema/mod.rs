//! `lazuli schema`: what the catalogue has, and what it says.

mod list;
mod property;
mod resource_type;
mod show;

use clap::{Args, Subcommand};

use super::{Output, Problem, Verdict};
use crate::catalog::Catalog;

#[derive(Debug, Args)]
pub(super) struct SchemaArguments {
    #[command(subcommand)]
    command: SchemaCommand,
}

#[derive(Debug, Subcommand)]
enum SchemaCommand {
    /// List the resource types
    List(list::ListArguments),
    /// Show what a resource type consists of
    Show(show::ShowArguments),
    /// Say what is known of one property, as in `Network::Subnet.properties.addressPrefix`
    Where(property::PropertyArguments),
}

/// Runs `lazuli schema`.
pub(super) fn schema(arguments: &SchemaArguments, output: &mut Output) -> Result<Verdict, Problem> {
    let catalog = Catalog::embedded();
    match &arguments.command {
        SchemaCommand::List(arguments) => list::list(arguments, &catalog, output),
        SchemaCommand::Show(arguments) => show::show(arguments, &catalog, output)?,
        SchemaCommand::Where(arguments) => property::property(arguments, &catalog, output)?,
    }
    Ok(Verdict::Clean)
}
