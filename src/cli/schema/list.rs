use clap::Args;
use serde::Serialize;

use super::Output;
use crate::catalog::{Catalog, TypeEntry};
use crate::cli::list_format::ListFormat;

#[derive(Debug, Args)]
pub(super) struct ListArguments {
    /// Only types whose group, type or name at Azure has this in it, in any case
    filter: Option<String>,
    /// How to write the list
    #[arg(long, value_enum, default_value_t)]
    format: ListFormat,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'c> {
    group: &'c str,
    #[serde(rename = "type")]
    resource_type: &'c str,
    arm_type: &'c str,
    /// The version that is meant where a file asks for none.
    api_version: &'c str,
    versions: &'c [&'c str],
}

/// Runs `lazuli schema list`.
pub(super) fn list(arguments: &ListArguments, catalog: &Catalog, output: &mut Output) {
    let filter = arguments.filter.as_deref().unwrap_or_default().to_lowercase();
    let is_wanted = |entry: &TypeEntry<'_>| {
        [name(entry).as_str(), entry.arm_type].iter().any(|name| name.to_lowercase().contains(&filter))
    };
    let entries: Vec<TypeEntry<'_>> = catalog.entries().into_iter().filter(is_wanted).collect();
    output.print(&match arguments.format {
        ListFormat::Table => table(&entries),
        ListFormat::Json => {
            let entries: Vec<Entry<'_>> = entries.iter().map(Entry::new).collect();
            // Words and lists of words: there is nothing that could fail.
            serde_json::to_string_pretty(&entries).unwrap_or_default() + "\n"
        }
    });
}

impl<'c> Entry<'c> {
    fn new(entry: &'c TypeEntry<'c>) -> Self {
        Self {
            group: entry.group,
            resource_type: entry.resource_type,
            arm_type: entry.arm_type,
            api_version: entry.target,
            versions: &entry.versions,
        }
    }
}

fn name(entry: &TypeEntry<'_>) -> String {
    format!("{}::{}", entry.group, entry.resource_type)
}

/// A line for each type: its name and its versions, the one that is meant first.
fn table(entries: &[TypeEntry<'_>]) -> String {
    let longest = entries.iter().map(|entry| name(entry).len()).max().unwrap_or_default();
    let line = |entry: &TypeEntry<'_>| {
        let others = entry.versions.iter().copied().filter(|version| *version != entry.target);
        let versions: Vec<&str> = std::iter::once(entry.target).chain(others).collect();
        format!("{:longest$}  {}\n", name(entry), versions.join(", "))
    };
    let lines: String = entries.iter().map(line).collect();
    let count = match entries.len() {
        1 => "1 resource type".to_owned(),
        count => format!("{count} resource types"),
    };
    format!("{lines}{count}\n")
}
