
use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::document::{JsonType, Member};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, MemberContext};
use crate::text::quote;

/// A file with a resource group with a tag, for examples.
macro_rules! tagged {
    ($tag:literal) => {
        concat!(
            "exports.createResources = () => [\n  {\n    type: \"ResourceGroup\",\n    group: \"Resources\",\n",
            "    properties: () => ({ name: \"rg\", tags: { ",
            $tag,
            " } }),\n  },\n];\n"
        )
    };
}

pub(super) static RULE: Rule = Rule {
    code: RuleCode("style/tags"),
    severity: Severity::Warning,
    enabled: true,
    summary: "Tags that Azure does not accept",
    fix: FixAvailability::None,
    explanation: "A resource has at most 50 tags. A key has at most 512 characters, and none of `<`, `>`, `%`, `&`, \
        `\\`, `?` and `/`; a value is a string of at most 256. Keys that begin with `hidden-` are Azure's own, and \
        hold ids.",
    source: "Azure's documentation of tags",
    examples: &[
        Example::bad("resources.js", tagged!("\"cost/center\": \"42\"")),
        Example::bad("resources.js", tagged!("stage: 1")),
        Example::good("resources.js", tagged!("stage: \"dev\"")),
    ],
};

pub(super) const CHECK: Check = Check::Member(&["tags"], check);
pub(super) const SUPERSEDES: &[RuleCode] = &[RuleCode("schema/type")];

const MOST_TAGS: usize = 50;
const LONGEST_KEY: usize = 512;
const LONGEST_VALUE: usize = 256;
const FORBIDDEN: [char; 7] = ['<', '>', '%', '&', '\\', '?', '/'];

/// How the keys begin that Azure makes itself.
const OF_AZURE: &str = "hidden-";

fn check(context: &MemberContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let Some(tags) = context.member.value.as_object().filter(|_| context.path.is_at_root()) else { return };
    if tags.members.len() > MOST_TAGS {
        let message = format!("{} tags are too many: a resource has at most {MOST_TAGS}", tags.members.len());
        found.push(RULE.diagnostic(context.member.key_span, message).with_pointer(context.path.pointer()));
    }
    for tag in &tags.members {
        let pointer = || crate::document::child_pointer(&context.path.pointer(), &tag.key);
        found.extend(mistake(tag).map(|diagnostic| diagnostic.with_pointer(pointer())));
    }
}

fn mistake(tag: &Member<'_>) -> Option<Diagnostic> {
    let key = quote(&tag.key);
    if tag.key.chars().count() > LONGEST_KEY {
        let message = format!("the tag's key is too long: it may have {LONGEST_KEY} characters");
        return Some(RULE.diagnostic(tag.key_span, message));
    }
    if !tag.key.starts_with(OF_AZURE)
        && let Some(forbidden) = tag.key.chars().find(|letter| FORBIDDEN.contains(letter))
    {
        let message = format!("the tag {key} has `{forbidden}` in its key");
        let help = "A key has none of `<`, `>`, `%`, `&`, `\\`, `?` and `/`.";
        return Some(RULE.diagnostic(tag.key_span, message).with_help(help));
    }
    match tag.value.known_type() {
        Some(JsonType::String) => {
            let is_long = tag.value.as_str().is_some_and(|value| value.chars().count() > LONGEST_VALUE);
            let message = format!("the value of the tag {key} is too long: it may have {LONGEST_VALUE} characters");
            is_long.then(|| RULE.diagnostic(tag.value.span, message))
        }
        Some(_) => {
            let message = format!("the value of the tag {key} must be a string");
            Some(RULE.diagnostic(tag.value.span, message).with_help("Put it in quotes."))
        }
        None => None,
    }
}
