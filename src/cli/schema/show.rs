use clap::{Args, ValueEnum};
use serde_json::Value;

use super::{Output, Problem, resource_type};
use crate::catalog::Catalog;
use crate::cli::terminal;
use crate::report::schema::{json, tree};

#[derive(Debug, Args)]
pub(super) struct ShowArguments {
    /// The resource type, as in `Network::Subnet` or `Microsoft.Network/virtualNetworks/subnets`
    #[arg(value_name = "TYPE")]
    resource_type: String,
    /// The API version; else the one that is meant where a file asks for none
    #[arg(long, value_name = "VERSION")]
    api_version: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    format: ShowFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum ShowFormat {
    /// For people
    #[default]
    Tree,
    /// For programs
    Json,
    /// As a swagger file of its own
    Swagger,
}

/// Runs `lazuli schema show`.
pub(super) fn show(arguments: &ShowArguments, catalog: &Catalog, output: &mut Output) -> Result<(), Problem> {
    let id = resource_type::find(catalog, &arguments.resource_type, arguments.api_version.as_deref())?;
    let unusable = || Problem::UnknownType { resource_type: arguments.resource_type.clone(), nearest: None };
    let pretty = |value: &Value| serde_json::to_string_pretty(value).unwrap_or_default() + "\n";
    let text = match arguments.format {
        ShowFormat::Swagger => pretty(&catalog.swagger(&id).ok_or_else(unusable)?),
        format => {
            let resource = catalog.load(&id).ok_or_else(unusable)?;
            let versions = catalog.versions(&id.group, &id.resource_type);
            let arm_type = catalog.arm_type(&id).unwrap_or_default();
            match format {
                ShowFormat::Json => pretty(&json(&resource, &arm_type, &versions)),
                _ => tree(&resource, &arm_type, &versions, terminal::width()),
            }
        }
    };
    output.print(&text);
    Ok(())
}
