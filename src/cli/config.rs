use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::{
    Output, Verdict,
    linters::{Linters, config_above, leaves_alone},
    problem::shown,
    projects::root_of,
};
use crate::config::{Chosen, FILE_NAME, json_schema};
use crate::linter;
use crate::text::{LineIndex, Span, escape_controls};
use crate::workspace::{Disk, read_text};

#[derive(Debug, Args)]
pub(super) struct ConfigArguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show which config applies to a file, and what it says of it
    Show {
        /// The file, which need not be there
        file: PathBuf,
    },
    /// Print the JSON Schema of lazuli.toml
    Schema,
}

/// Runs `lazuli config`.
pub(super) fn config(arguments: &ConfigArguments, output: &mut Output) -> Verdict {
    match &arguments.command {
        Command::Show { file } => {
            if let Some(shown) = what_applies(file, output) {
                output.print(&shown);
            }
        }
        Command::Schema => {
            // Words and lists: there is nothing that could fail.
            output.print(&(serde_json::to_string_pretty(&json_schema()).unwrap_or_default() + "\n"));
        }
    }
    Verdict::Clean
}

/// What applies to a file, and where it is said; `None` if the config cannot be used.
fn what_applies(file: &Path, output: &mut Output) -> Option<String> {
    let folder = file.parent().unwrap_or(Path::new(""));
    let config_file = config_above(folder);
    let configured = Linters::default().of(file, output)?;
    let config = configured.linter.config();
    let mut lines = vec![match &config_file {
        Some(path) => format!("config        {}", shown(path)),
        None => format!("config        what is built in: there is no {FILE_NAME} above"),
    }];
    let above = config_file.as_deref().and_then(Path::parent).and_then(|folder| config_above(&folder.join("..")));
    lines.extend(above.map(|above| format!("              not {}, which is further away", shown(&above))));
    lines.push(match root_of(folder) {
        Some(root) => format!("project       {}", shown(&root)),
        None => "project       the file alone".to_owned(),
    });
    if leaves_alone(&configured, file) {
        lines.push("left alone    yes, unless it is named (`exclude`)".to_owned());
    }
    let text = config_file.as_deref().and_then(|path| read_text(path, &Disk).ok()).unwrap_or_default();
    let index = LineIndex::new(&text);
    let line = |span: Span| format!("{FILE_NAME}:{}", index.position(span.start).line);
    let place = |chosen: Chosen| chosen.origin.map_or("built in".to_owned(), line);
    lines.extend(config.api_versions.iter().map(|chosen| {
        format!(
            "api version   {}  {}  {}",
            escape_controls(&chosen.name),
            escape_controls(&chosen.version),
            line(chosen.origin)
        )
    }));
    let rules = config.rules_for(file);
    let said: Vec<_> = linter::rules().into_iter().filter_map(|rule| Some((rule, rules.get(rule.code)?))).collect();
    let longest = said.iter().map(|(rule, _)| rule.code.0.len()).max().unwrap_or_default();
    for (rule, chosen) in said {
        let severity = chosen.severity.map_or("off".to_owned(), |severity| severity.to_string());
        lines.push(format!("rule          {:longest$}  {severity:7}  {}", rule.code.0, place(chosen)));
    }
    Some(lines.join("\n") + "\n")
}
