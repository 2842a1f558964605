use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DocumentContext, NOTHING};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    code: RuleCode("definition/not-resources"),
    severity: Severity::Info,
    enabled: true,
    summary: "A file that was asked for declares no resources",
    fix: FixAvailability::None,
    explanation: "lazuli looks for what a file exports as `createResources`, for calls like \
        `provider.makeResourceGroup({ … })` in it, and in JSON for a definition, a list of them, or a `resources` \
        list. A file without any is passed over in silence where a folder is checked; where the file itself was \
        named, that is worth a word.",
    source: "GruCloud's loader, which calls `createResources`",
    examples: &[
        Example::bad("resources.js", "exports.create = () => [];\n"),
        Example::bad("settings.json", "{ \"stage\": \"dev\" }\n"),
        Example::good("resources.js", "exports.createResources = () => [];\n"),
    ],
};

pub(super) const CHECK: Check = Check::Document(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &DocumentContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let document = context.document;
    let has_none = document.definitions.is_empty() && document.syntax_errors.is_empty();
    if context.named && has_none && !document.declares_resources {
        let diagnostic = RULE.diagnostic(Span::new(0, 0), "this file declares no resources");
        let help = "A program exports them as `createResources`; in JSON each has a `type` and a `group`.";
        found.push(diagnostic.with_help(help));
    }
}
