//! The documentation of the rules in Markdown, a page for each.

use std::fmt::Write;

use crate::diagnostic::RuleCode;
use crate::rule::{Example, FixAvailability, Rule, Verdict};

/// The page that lists all rules; each has a page of its own beside it, at [`path`].
#[must_use]
pub fn index(rules: &[&Rule]) -> String {
    let mut text = "# The rules of lazuli\n\nWritten by `cargo xtask docs` from the rules themselves.\n".to_owned();
    let mut area = "";
    for rule in rules {
        if rule.code.area() != area {
            area = rule.code.area();
            let _ = write!(text, "\n## {area}\n\n| rule | severity | fix | finds |\n|---|---|---|---|\n");
        }
        let _ = writeln!(
            text,
            "| [{}]({}) | {} | {} | {} |",
            rule.code,
            path(rule.code),
            severity(rule),
            fix(rule.fix),
            cell(rule.summary)
        );
    }
    text
}

/// Where the page of a rule lies beside the list.
#[must_use]
pub fn path(code: RuleCode) -> String {
    format!("{code}.md")
}

/// The page of a rule.
#[must_use]
pub fn page(rule: &Rule) -> String {
    let code = rule.code;
    let mut text =
        format!("# {code}\n\n{}.\n\nSeverity: {}. Fix: {}.\n\n", rule.summary, severity(rule), fix(rule.fix));
    let _ = write!(text, "{}\n\nSource: {}.\n", rule.explanation, rule.source);
    for (verdict, heading) in [(Verdict::Bad, "Reported"), (Verdict::Good, "Not reported")] {
        let _ = write!(text, "\n## {heading}\n");
        for example in rule.examples.iter().filter(|example| example.verdict == verdict) {
            text.push_str(&block(example));
        }
    }
    let _ = write!(
        text,
        "\n## Options\n\nIn `lazuli.toml`:\n\n```toml\n[rules]\n\"{code}\" = \"{}\" # error, warning, info or off\n```\n",
        if rule.enabled { "off" } else { "warning" }
    );
    let _ = write!(
        text,
        "\nAt one place in a file:\n\n```js\n// lazuli-ignore-next-line {code} -- why it is right here\n```\n"
    );
    text
}

/// How grave its findings are, in words.
#[must_use]
pub fn severity(rule: &Rule) -> String {
    if rule.enabled { rule.severity.to_string() } else { format!("off, else {}", rule.severity) }
}

/// Which fix there is, in words.
#[must_use]
pub fn fix(fix: FixAvailability) -> &'static str {
    match fix {
        FixAvailability::Safe => "safe",
        FixAvailability::Unsafe => "to look at",
        FixAvailability::None => "none",
    }
}

fn block(example: &Example) -> String {
    let language = example.file.rsplit('.').next().unwrap_or_default();
    let fence = if example.text.contains("```") { "````" } else { "```" };
    let swagger = if example.swagger.is_empty() { "" } else { ", its type declared by a swagger file" };
    format!("\n`{}`{swagger}:\n\n{fence}{language}\n{}\n{fence}\n", example.file, example.text.trim_end())
}

/// Text in a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
