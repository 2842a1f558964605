use clap::Args;

use super::{Output, Problem, Verdict, terminal};
use crate::linter;
use crate::rule::{Example, FixAvailability, Rule, Verdict as ExampleVerdict};
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
    let fix = match rule.fix {
        FixAvailability::Safe => "a safe fix",
        FixAvailability::Unsafe => "a fix to look at",
        FixAvailability::None => "no fix",
    };
    let severity = if rule.enabled { rule.severity.to_string() } else { format!("off, else {}", rule.severity) };
    let mut parts = vec![
        format!("{} ({severity}, {fix})", rule.code),
        fill(&format!("{}.", rule.summary)),
        fill(rule.explanation),
        fill(&format!("Source: {}.", rule.source)),
    ];
    parts.extend(rule.examples.iter().map(example));
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
