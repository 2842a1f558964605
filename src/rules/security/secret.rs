use std::borrow::Cow;

use crate::catalog::ResourceSchema;
use crate::diagnostic::Severity;
use crate::document::{Member, Path, Value, ValueKind, pointer_segments};
use crate::rules::DefinitionContext;
use crate::text::Span;

/// A secret that stands in a file for everybody to read.
#[derive(Debug, Clone)]
pub(crate) struct Secret {
    /// The string.
    pub(crate) span: Span,
    /// Where it stands in the properties.
    pub(crate) pointer: String,
    /// Whether it is the value itself that gives it away, wherever it stands.
    pub(crate) is_credential: bool,
    /// How grave it is that it stands there.
    pub(crate) severity: Severity,
    /// How GruCloud ends the name of the environment variable for the place, where it has one.
    pub(crate) suffix: Option<String>,
    /// The key it stands under.
    pub(crate) key: Option<String>,
}

/// Finds secrets in the properties of a resource.
pub(crate) struct SecretFinder<'c> {
    /// The places that GruCloud fills from the environment: the pointer of each, and the end of the variable's name.
    environment: Vec<(String, &'c str)>,
    schema: Option<&'c ResourceSchema>,
}

impl<'c> SecretFinder<'c> {
    pub(crate) fn new(context: &DefinitionContext<'c, '_>) -> Self {
        let deployment = context.resource.deployment();
        let variables = deployment.into_iter().flat_map(|deployment| &deployment.environment);
        let environment = variables.map(|variable| (pointer_of(&variable.path), variable.suffix.as_str()));
        Self { environment: environment.collect(), schema: context.schema }
    }

    /// The secret that the value of a member is.
    pub(crate) fn of_member(&self, root: &Value<'_>, member: &Member<'_>, path: &Path<'_>) -> Option<Secret> {
        let text = &*literal(&member.value)?;
        let may_be_in_environment = self.environment.iter().any(|(pointer, _)| pointer.ends_with(&*member.key));
        let may_be_in_schema = self.schema.is_some_and(|schema| schema.secret_keys.contains(&*member.key));
        let is_credential = is_credential(text);
        let is_named = is_named_secret(&member.key);
        if !(may_be_in_environment || may_be_in_schema || is_credential || is_named) || is_placeholder(text) {
            return None;
        }
        let pointer = path.pointer();
        let variable = self.environment.iter().find(|(place, _)| *place == pointer);
        let by_schema = may_be_in_schema
            && self
                .schema
                .and_then(|schema| schema.at(root, &pointer))
                .is_some_and(|place| place.declared.secret || place.schema.secret);
        (variable.is_some() || by_schema || is_credential || is_named).then(|| Secret {
            span: member.value.span,
            pointer,
            is_credential: is_credential && !by_schema && variable.is_none(),
            severity: severity(text),
            suffix: variable.map(|(_, suffix)| (*suffix).to_owned()),
            key: Some(member.key.to_string()),
        })
    }

    /// The secret that an item of a list is.
    pub(crate) fn of_item(item: &Value<'_>, path: &Path<'_>) -> Option<Secret> {
        item.as_str().filter(|text| is_credential(text) && !is_placeholder(text)).map(|_| Secret {
            span: item.span,
            pointer: path.pointer(),
            is_credential: true,
            severity: Severity::Error,
            suffix: None,
            key: None,
        })
    }
}

/// The text of a string or a number: keys are written as both.
pub(crate) fn literal<'v>(value: &'v Value<'_>) -> Option<Cow<'v, str>> {
    match &value.kind {
        ValueKind::String(text) => Some(Cow::Borrowed(text)),
        ValueKind::Number(number) => Some(Cow::Owned(number.to_string())),
        _ => None,
    }
}

/// The JSON Pointer of a dotted path without lists.
fn pointer_of(path: &str) -> String {
    debug_assert!(pointer_segments(path).count() <= 1);
    format!("/{}", path.replace('.', "/"))
}

/// How the keys end that secrets stand under, in lower case.
const KEYS: [&str; 5] = ["password", "secret", "sharedkey", "accountkey", "connectionstring"];

fn is_named_secret(key: &str) -> bool {
    // Most keys end otherwise.
    if !key.ends_with(['d', 't', 'y', 'g', 'D', 'T', 'Y', 'G']) {
        return false;
    }
    let ends_so = |end: &&str| {
        let start = key.len().checked_sub(end.len());
        start.and_then(|start| key.get(start..)).is_some_and(|tail| tail.eq_ignore_ascii_case(end))
    };
    KEYS.iter().any(ends_so)
}

/// The shortest text that can be a credential whatever it stands under.
const SHORTEST_CREDENTIAL: usize = 40;

/// Whether a text is a credential, wherever it stands: a private key, a token of shared access, a key of a storage
/// account.
fn is_credential(text: &str) -> bool {
    if text.len() < SHORTEST_CREDENTIAL {
        return false;
    }
    let has_key = |name: &str| {
        let behind = text.split(name).nth(1).unwrap_or_default();
        let value = behind.split([';', '&']).next().unwrap_or_default();
        !value.is_empty() && !is_placeholder(value)
    };
    let is_private_key = text.contains("-----BEGIN ") && text.contains("PRIVATE KEY-----");
    let is_shared_access = text.contains("sig=") && text.contains("se=") && text.contains("sv=") && has_key("sig=");
    is_private_key || is_shared_access || has_key("AccountKey=") || has_key("SharedAccessKey=") || is_storage_key(text)
}

/// 64 bytes in Base64.
fn is_storage_key(text: &str) -> bool {
    let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    text.len() == 88 && text.strip_suffix("==").is_some_and(|digits| digits.bytes().all(is_base64))
}

/// Whether a text only says that something belongs there: nothing, `{password}`, `<password>`, `xxx`, `***`,
/// `$(secret)`, a reference to a key vault.
fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    let is_enclosed = |start: &str, end: char| text.starts_with(start) && text.ends_with(end);
    let letters = text.chars().count();
    let is_blotted =
        text.chars().filter(|letter| matches!(letter, 'x' | 'X' | '*' | '.' | '…')).count() * 4 >= letters * 3;
    text.is_empty()
        || is_enclosed("{", '}')
        || is_enclosed("<", '>')
        || is_enclosed("[", ']')
        || is_enclosed("$(", ')')
        || is_enclosed("${", '}')
        || is_enclosed("@Microsoft.KeyVault(", ')')
        || is_blotted
}

/// What documentation calls a secret.
const WORDS: [&str; 9] =
    ["password", "passwd", "pwd", "secret", "key", "sharedkey", "accountkey", "connectionstring", "token"];

/// What documentation puts before it.
const PRONOUNS: [&str; 6] = ["my", "your", "some", "example", "sample", "test"];

/// What waits to be replaced is less grave: `changeme`, `Password1!`; `myPassword`, as documentation has it, shows a
/// place only.
fn severity(text: &str) -> Severity {
    let letters: String = text.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_ascii_lowercase();
    let bare = PRONOUNS.iter().find_map(|pronoun| letters.strip_prefix(pronoun));
    match bare {
        Some(bare) if WORDS.contains(&bare) => Severity::Info,
        _ if letters == "changeme" || WORDS.contains(&letters.as_str()) => Severity::Warning,
        _ => Severity::Error,
    }
}
