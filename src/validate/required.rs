use super::{
    context::{Context, with_article},
    example::{WAREHOUSE, warehouse},
    place::Place,
};
use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::rule::{Example, FixAvailability, Rule};
use crate::text::quote;

pub(crate) static RULE: Rule = Rule {
    code: RuleCode("schema/required"),
    severity: Severity::Error,
    enabled: true,
    summary: "A property is missing that the resource type cannot do without",
    fix: FixAvailability::None,
    explanation: "Azure refuses the request. What the deploying tool sets itself is never missing (`name`, \
        `location`, `tags`, the ids that a dependency fills), nor is what only the service sets, nor anything in an \
        object into which something unknown is spread.",
    source: "`required` in the resource type's swagger",
    examples: &[
        Example::bad("resources.js", warehouse!("tier: \"Basic\"")).with_swagger(WAREHOUSE),
        Example::good("resources.js", warehouse!("owner: process.env.OWNER")).with_swagger(WAREHOUSE),
        Example::good("resources.js", warehouse!("...require(\"./defaults.json\")")).with_swagger(WAREHOUSE),
    ],
};

pub(super) fn diagnostic(context: &Context<'_, '_>, place: &Place<'_, '_>, key: &str) -> Diagnostic {
    let message = format!("{} lacks {}, which is required", capitalised(&context.object(&place.pointer)), quote(key));
    let declared = place.schema.and_then(|object| object.schema.properties.get(key));
    let json_type = declared.and_then(|declared| context.resource.resolve(declared).json_type);
    let diagnostic = RULE.diagnostic(context.handle(place), message);
    match json_type {
        Some(json_type) => {
            diagnostic.with_help(format!("Add {}: it is {}.", quote(key), with_article(json_type.name())))
        }
        None => diagnostic,
    }
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
