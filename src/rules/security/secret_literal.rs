use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::document::Notation;
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, SecretContext};
use crate::text::Edit;

/// A file with the shared key of a connection, for examples.
macro_rules! shared_key {
    ($value:literal) => {
        concat!(
            "exports.createResources = () => [\n  {\n    type: \"VirtualNetworkGatewayConnectionSharedKey\",\n    group: \"Network\",\n",
            "    properties: () => ({ value: ",
            $value,
            " }),\n    dependencies: () => ({\n      resourceGroup: \"rg\",\n      virtualNetworkGatewayConnection: \"rg::link\",\n    }),\n  },\n];\n"
        )
    };
}

pub(super) static RULE: Rule = Rule {
    code: RuleCode("security/secret-literal"),
    severity: Severity::Error,
    enabled: true,
    summary: "A secret stands in the file for everybody to read",
    fix: FixAvailability::Unsafe,
    explanation: "Whoever can read the repository has the secret, for ever: it stays in the history. Known are the \
        places that GruCloud fills from the environment, those that swagger marks as secret, keys that end in \
        `password`, `secret`, `sharedKey`, `accountKey` or `connectionString`, and values that are credentials wherever \
        they stand: private keys, tokens of shared access, keys of storage accounts.\n\nPlaceholders (`{…}`, `<…>`, \
        `xxx`) are no secrets; `changeme` and `password` are only warnings, and `myPassword`, as documentation has it, an info. lazuli never shows the secret itself: in all that it \
        writes there are asterisks in its place, even where this rule is off.",
    source: "`environmentVariables` in GruCloud's schema, `x-ms-secret` and `format: password` in swagger",
    examples: &[
        Example::bad("resources.js", shared_key!("\"correct-horse\"")),
        Example::bad("resources.js", shared_key!("\"changeme\"")),
        Example::good("resources.js", shared_key!("process.env.RG_LINK_SHAREDSECRET")),
        Example::good("resources.js", shared_key!("\"<shared key>\"")),
    ],
};

pub(super) const CHECK: Check = Check::Secret(check);
pub(super) const SUPERSEDES: &[RuleCode] = &[RuleCode("schema/pattern"), RuleCode("schema/length")];

fn check(context: &SecretContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let (definition, secret) = (context.definition, context.secret);
    let message = if secret.is_credential { "this is a credential" } else { "a secret stands here in clear text" };
    let mut diagnostic = RULE.diagnostic(secret.span, message).with_pointer(secret.pointer.clone());
    diagnostic.severity = secret.severity;
    let suffix = secret.suffix.clone().or_else(|| secret.key.clone()).unwrap_or_else(|| "SECRET".to_owned());
    let name = definition.resource.name.as_known().unwrap_or_default();
    let variable = format!("process.env.{}", [constant_case(name), constant_case(&suffix)].join("_").trim_start_matches('_'));
    let is_program = matches!(definition.definition.notation, Notation::Program | Notation::Call);
    found.push(if is_program {
        diagnostic
            .with_help(format!("Take it from the environment: `{variable}`."))
            .with_fix(Fix::on_request("Take it from the environment", Edit::replace(secret.span, variable)))
    } else {
        diagnostic.with_help("Keep it out of the file.")
    });
}

/// `rg-web::adminPassword` as `RG_WEB_ADMIN_PASSWORD`.
fn constant_case(name: &str) -> String {
    let mut words = String::new();
    let mut before = None::<char>;
    for letter in name.chars() {
        let is_boundary = letter.is_ascii_uppercase() && before.is_some_and(|before| before.is_ascii_lowercase());
        let is_word = letter.is_ascii_alphanumeric();
        if (is_boundary || !is_word) && !words.is_empty() && !words.ends_with('_') {
            words.push('_');
        }
        if is_word {
            words.push(letter.to_ascii_uppercase());
        }
        before = Some(letter);
    }
    words.trim_end_matches('_').to_owned()
}
