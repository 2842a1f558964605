use crate::diagnostic::{Diagnostic, Related, RuleCode, Severity};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DocumentContext, NOTHING};

pub(super) static RULE: Rule = Rule {
    code: super::SYNTAX,
    severity: Severity::Error,
    enabled: true,
    summary: "The file does not parse",
    fix: FixAvailability::None,
    explanation: "Nothing else is said of such a file: what stands behind the first mistake would mostly be its \
        echo. A file that is not text, that is larger than 16 MiB or that nests too deep to be read is \
        reported here too.",
    source: "the parser of the file's language",
    examples: &[
        Example::bad("resources.js", "exports.createResources = () => [\n  { type: \"ResourceGroup\" \n];\n"),
        Example::bad("resources.json", "[{ \"type\": \"Subnet\", 'group': \"Network\" }]\n"),
        Example::good("resources.jsonc", "// none yet\n{ \"resources\": [], }\n"),
    ],
};

pub(super) const CHECK: Check = Check::Document(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &DocumentContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    for error in &context.document.syntax_errors {
        let mut diagnostic = RULE.diagnostic(error.span, error.message.clone());
        diagnostic.help = error.help.clone().map(Into::into);
        diagnostic.related.extend(error.opened.map(|span| Related { span, message: "opened here".to_owned(), file: None }));
        found.push(diagnostic);
    }
}
