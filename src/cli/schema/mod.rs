//! `lazuli schema`: what lazuli knows of resource types, and how it learns more.

mod destination;
mod folder;
mod import;
mod list;
#[cfg_attr(target_family = "wasm", path = "no_progress.rs")]
mod progress;
mod property;
mod resource_type;
mod show;
mod summary;

use clap::{Args, Subcommand};

use super::{Output, Problem, Verdict, linters::config_here};
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
    match &arguments.command {
        SchemaCommand::Import(arguments) => return import::import(arguments),
        SchemaCommand::List(arguments) => with_catalog(output, |catalog, output| {
            list::list(arguments, catalog, output);
            Ok(())
        })?,
        SchemaCommand::Show(arguments) => {
            with_catalog(output, |catalog, output| show::show(arguments, catalog, output))?;
        }
        SchemaCommand::Where(arguments) => {
            with_catalog(output, |catalog, output| property::property(arguments, catalog, output))?;
        }
    }
    Ok(Verdict::Clean)
}

/// Runs a command with the resource types that are known here; not if the config cannot be used, which is said.
fn with_catalog(
    output: &mut Output,
    run: impl FnOnce(&Catalog, &mut Output) -> Result<(), Problem>,
) -> Result<(), Problem> {
    match config_here(output) {
        Some(config) => run(&config.catalog, output),
        None => Ok(()),
    }
}
