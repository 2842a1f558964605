use super::SUPPRESSED;
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DocumentContext, NOTHING, is_known, nearest_rule};
use crate::text::{Edit, quote};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("suppression/unknown-rule"),
    severity: Severity::Warning,
    enabled: true,
    summary: "A comment asks for the findings of a rule that does not exist to be left out",
    fix: FixAvailability::Safe,
    explanation: "`lazuli-ignore-next-line` and `lazuli-ignore-file` name rules (`schema/enum`) or areas of rules \
        (`schema/*`), with commas or blanks between them, and the reason behind `--`. A name that is misspelt leaves \
        out nothing.",
    source: "the list of rules",
    examples: &[
        Example::bad("resources.js", "// lazuli-ignore-file mail/box\nexports.createResources = () => [];\n"),
        Example::good("resources.js", SUPPRESSED),
    ],
};

pub(super) const CHECK: Check = Check::Document(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &DocumentContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    for suppression in &context.document.suppressions {
        for (at, name) in suppression.rules.iter().enumerate().filter(|(_, name)| !is_known(&name.text)) {
            let diagnostic = RULE.diagnostic(name.span, format!("there is no rule {}", quote(&name.text)));
            found.push(match nearest_rule(&name.text) {
                Some(meant) => {
                    let fix = Fix::safe(format!("Write `{meant}`"), Edit::replace(name.span, meant.as_str()));
                    diagnostic.with_help(format!("Did you mean `{meant}`?")).with_fix(fix)
                }
                None => diagnostic
                    .with_help("`lazuli rules` lists them all.")
                    .with_fix(super::removal(context.text, suppression, at)),
            });
        }
    }
}
