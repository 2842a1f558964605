//! `lazuli schema`: what lazuli knows of resource types, and how it learns more.

mod destination;
mod folder;
mod import;
mod list;
mod progress;
mod property;
mod resource_type;
mod show;
mod summary;

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
    /// Import resource types from a checkout of azure-rest-api-specs or bicep-types-az, or from a swagger file
    Import(import::ImportArguments),
}

/// Runs `lazuli schema`.
pub(super) fn schema(arguments: &SchemaArguments, output: &mut Output) -> Result<Verdict, Problem> {
    let catalog = Catalog::embedded;
    match &arguments.command {
        SchemaCommand::List(arguments) => list::list(arguments, &catalog(), output),
        SchemaCommand::Show(arguments) => show::show(arguments, &catalog(), output)?,
        SchemaCommand::Where(arguments) => property::property(arguments, &catalog(), output)?,
        SchemaCommand::Import(arguments) => return import::import(arguments),
    }
    Ok(Verdict::Clean)
}
