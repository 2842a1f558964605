use clap::Args;
use serde::Serialize;
use textwrap::Options;

use super::{Output, Verdict, list_format::ListFormat, terminal};
use crate::diagnostic::{RuleCode, Severity};
use crate::linter;
use crate::rule::{FixAvailability, Rule};

#[derive(Debug, Args)]
pub(super) struct RulesArguments {
    /// How to write the list
    #[arg(long, value_enum, default_value_t)]
    format: ListFormat,
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
pub(super) fn rules(arguments: &RulesArguments, output: &mut Output) -> Verdict {
    let rules = linter::rules();
    let text = match arguments.format {
        ListFormat::Table => table(&rules),
        ListFormat::Json => {
            let entries: Vec<Entry> = rules.into_iter().map(Entry::new).collect();
            // Words and an enumeration: there is nothing that could fail.
            serde_json::to_string_pretty(&entries).unwrap_or_default() + "\n"
        }
    };
    output.print(&text);
    Verdict::Clean
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
