use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::Args;
use serde::Serialize;
use textwrap::Options;

use super::{Output, Problem, Verdict, list_format::ListFormat, mend, terminal};
use crate::diagnostic::{RuleCode, Severity};
use crate::linter;
use crate::report::rules as pages;
use crate::rule::{FixAvailability, Rule};

#[derive(Debug, Args)]
pub(super) struct RulesArguments {
    /// How to write the list
    #[arg(long, value_enum, default_value_t)]
    format: ListFormat,
    /// Write a page of Markdown for each rule into this folder, and one that lists them
    #[arg(long, value_name = "FOLDER", conflicts_with = "format")]
    pages: Option<PathBuf>,
}

#[derive(Serialize)]
struct Entry {
    code: RuleCode,
    severity: Severity,
    enabled: bool,
    summary: &'static str,
    fix: FixAvailability,
    url: String,
}

/// Runs `lazuli rules`.
pub(super) fn rules(arguments: &RulesArguments, output: &mut Output) -> Result<Verdict, Problem> {
    let rules = linter::rules();
    if let Some(folder) = &arguments.pages {
        write_pages(folder, &rules)?;
        return Ok(Verdict::Clean);
    }
    let text = match arguments.format {
        ListFormat::Table => table(&rules),
        ListFormat::Json => {
            let entries: Vec<Entry> = rules.into_iter().map(Entry::new).collect();
            // Words and an enumeration: there is nothing that could fail.
            serde_json::to_string_pretty(&entries).unwrap_or_default() + "\n"
        }
    };
    output.print(&text);
    Ok(Verdict::Clean)
}

fn write_pages(folder: &Path, rules: &[&Rule]) -> Result<(), Problem> {
    write_page(&folder.join("README.md"), &pages::index(rules))?;
    rules.iter().try_for_each(|rule| write_page(&folder.join(pages::path(rule.code)), &pages::page(rule)))
}

fn write_page(path: &Path, text: &str) -> Result<(), Problem> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|error| Problem::Unwritable { path: folder.to_owned(), error })?;
    mend::replace(path, text)
}

impl Entry {
    fn new(rule: &Rule) -> Self {
        let Rule { code, severity, enabled, summary, fix, .. } = *rule;
        Self { code, severity, enabled, summary, fix, url: code.url() }
    }
}

fn table(rules: &[&Rule]) -> String {
    let longest = rules.iter().map(|rule| rule.code.0.len()).max().unwrap_or_default();
    let mut lines = String::new();
    for rule in rules {
        let severity = if rule.enabled { rule.severity.to_string() } else { "off".to_owned() };
        let head = format!("{:longest$}  {severity:7}  ", rule.code.0);
        let indent = " ".repeat(head.len());
        let options = Options::new(terminal::width()).initial_indent(&head).subsequent_indent(&indent);
        lines += &textwrap::fill(rule.summary, options);
        lines.push('\n');
    }
    lines
}
