use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DocumentContext, NOTHING};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("definition/not-read"),
    severity: Severity::Info,
    enabled: true,
    summary: "Resources that only running the program would tell",
    fix: FixAvailability::None,
    explanation: "lazuli reads programs without running them. It follows lists that are put together in the file, \
        by spreading, `concat`, `push`, `map`, conditions, and functions of the file that make one resource each. \
        What comes from another file, from the network or by a computation is not checked; this says where.",
    source: "lazuli's own limits",
    examples: &[
        Example::bad("resources.js", "exports.createResources = () => [...require(\"./network\").resources];\n"),
        Example::bad("resources.js", "exports.createResources = ({ config }) => config.resources;\n"),
        Example::good("resources.js", "const none = [];\nexports.createResources = () => [...none];\n"),
    ],
};

pub(super) const CHECK: Check = Check::Document(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &DocumentContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    for place in &context.document.not_read {
        let message = "only running the program would tell the resources that come in here";
        let diagnostic = RULE.diagnostic(place.first_line_of(context.text), message);
        found.push(diagnostic.with_help("They are not checked. lazuli reads resources that stand in the file itself."));
    }
}
