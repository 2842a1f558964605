use super::SUPPRESSED;
use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::document::SuppressionScope;
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, NOTHING, SuppressionContext, is_known};
use crate::text::quote;

pub(super) static RULE: Rule = Rule {
    code: RuleCode("suppression/unused"),
    severity: Severity::Warning,
    enabled: true,
    summary: "A comment asks for findings to be left out, and there are none",
    fix: FixAvailability::Safe,
    explanation: "What it was for is mended, or has moved: left where it is, the comment would hide the next mistake \
        there.",
    source: "the findings of the file",
    examples: &[
        Example::bad(
            "resources.js",
            "// lazuli-ignore-file schema/enum -- they come later\nexports.createResources = () => [];\n",
        ),
        Example::bad("resources.js", "/* lazuli-ignore-file */\nexports.createResources = () => [];\n"),
        Example::good("resources.js", SUPPRESSED),
    ],
};

pub(super) const CHECK: Check = Check::Suppression(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &SuppressionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    for (suppression, used) in context.document.suppressions.iter().zip(context.used) {
        let place = match suppression.scope {
            SuppressionScope::NextLine => "in the next line",
            SuppressionScope::File => "in this file",
        };
        let is_all_in_vain = !used.contains(&true) && suppression.rules.iter().all(|name| is_known(&name.text));
        if is_all_in_vain && suppression.rules.len() != 1 {
            let what = if suppression.rules.is_empty() { "no finding" } else { "no such finding" };
            let message = format!("this leaves out nothing: there is {what} {place}");
            let fix = super::removal_of_all(context.text, suppression);
            found.push(RULE.diagnostic(suppression.span.first_line_of(context.text), message).with_fix(fix));
            continue;
        }
        let names = suppression.rules.iter().zip(used).enumerate();
        for (at, (name, _)) in names.filter(|(_, (name, used))| !**used && is_known(&name.text)) {
            let message = format!("there is no finding of {} {place}", quote(&name.text));
            found.push(RULE.diagnostic(name.span, message).with_fix(super::removal(context.text, suppression, at)));
        }
    }
}
