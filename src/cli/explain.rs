use clap::Args;

use super::{Output, Problem, Verdict, terminal};
use crate::linter;
use crate::report::rules as pages;
use crate::rule::{Example, Rule, Verdict as ExampleVerdict};
use crate::text::nearest;

#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    /// The code of the rule, as in `schema/read-only`
    rule: String,
}

/// Runs `lazuli explain`.
pub(super) fn explain(arguments: &ExplainArguments, output: &mut Output) -> Result<Verdict, Problem> {
    let rules = linter::rules();
    match rules.iter().find(|rule| rule.code.0 == arguments.rule) {
        Some(rule) => {
            output.print(&explanation(rule));
            Ok(Verdict::Clean)
        }
        None => Err(Problem::UnknownRule {
            nearest: nearest(&arguments.rule, rules.iter().map(|rule| rule.code.0)),
            rule: arguments.rule.clone(),
        }),
    }
}

fn explanation(rule: &Rule) -> String {
    let width = terminal::width();
    let fill = |text: &str| textwrap::fill(text, width);
    let mut parts = vec![
        format!("{} (severity {}, fix {})", rule.code, pages::severity(rule), pages::fix(rule.fix)),
        fill(&format!("{}.", rule.summary)),
        fill(rule.explanation),
        fill(&format!("Source: {}.", rule.source)),
    ];
    parts.extend(rule.examples.iter().map(example));
    let options = format!("[rules]\n\"{}\" = \"{}\"", rule.code, if rule.enabled { "off" } else { "warning" });
    parts.push(format!("In lazuli.toml:\n\n{}", textwrap::indent(&options, "    ")));
    parts.push(rule.code.url());
    parts.join("\n\n") + "\n"
}

fn example(example: &Example) -> String {
    let verdict = match example.verdict {
        ExampleVerdict::Bad => "Reported",
        ExampleVerdict::Good => "Not reported",
    };
    let text = textwrap::indent(example.text.trim_end(), "    ");
    format!("{verdict}, in {}:\n\n{text}", example.file)
}
