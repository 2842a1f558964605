use serde_json::Value as Json;

use super::{
    context::{Context, describe, quote_json},
    discriminator,
    equality::{comparable, comparable_json},
    example::{WAREHOUSE, warehouse},
    place::Place,
};
use crate::catalog::SchemaPlace;
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::document::Value;
use crate::rule::{Example, FixAvailability, Rule};
use crate::text::{is_same_but_case, nearest, replacement_of_string};

pub(crate) static RULE: Rule = Rule {
    code: RuleCode("schema/enum"),
    severity: Severity::Error,
    enabled: true,
    summary: "A value is not among those that the schema lists",
    fix: FixAvailability::Safe,
    explanation: "Azure refuses a value that it does not know. A value that differs from an allowed one only in \
        case is a warning: many services forgive it, and then report the difference at every comparison.",
    source: "`enum` in the resource type's swagger, where `x-ms-enum.modelAsString` is not true",
    examples: &[
        Example::bad("resources.js", warehouse!("owner: \"ada\", tier: \"Premum\"")).with_swagger(WAREHOUSE),
        Example::bad("resources.js", warehouse!("owner: \"ada\", tier: \"basic\"")).with_swagger(WAREHOUSE),
        Example::good("resources.js", warehouse!("owner: \"ada\", tier: \"Basic\"")).with_swagger(WAREHOUSE),
        Example::good("resources.js", warehouse!("owner: \"ada\", tier: `${process.env.TIER}`"))
            .with_swagger(WAREHOUSE),
    ],
};

pub(crate) static OPEN_RULE: Rule = Rule {
    code: RuleCode("schema/open-enum"),
    severity: Severity::Info,
    enabled: true,
    summary: "A value is not among those that the schema lists as examples",
    fix: FixAvailability::Unsafe,
    explanation: "An open enumeration lists the values that were known when the schema was written; Azure may take \
        others. Such a value is only worth an info, and a warning where it looks like a slip of one that is listed.",
    source: "`enum` with `x-ms-enum.modelAsString` in the resource type's swagger",
    examples: &[
        Example::bad("resources.js", warehouse!("owner: \"ada\", climate: \"Humid\"")).with_swagger(WAREHOUSE),
        Example::bad("resources.js", warehouse!("owner: \"ada\", climate: \"Clod\"")).with_swagger(WAREHOUSE),
        Example::good("resources.js", warehouse!("owner: \"ada\", climate: \"Cold\"")).with_swagger(WAREHOUSE),
    ],
};

/// How many allowed values a message lists.
const MOST_LISTED: usize = 8;

/// Whether a value is among those that are listed, as far as that is known.
pub(super) fn may_list(listed: &[Json], value: &Value<'_>) -> bool {
    match value.as_str() {
        Some(text) => lists(listed, text),
        None => comparable(value).is_none_or(|value| listed.iter().any(|listed| comparable_json(listed) == value)),
    }
}

/// Whether a string is among the values that are listed.
pub(super) fn lists(listed: &[Json], text: &str) -> bool {
    listed.iter().any(|listed| listed.as_str() == Some(text))
}

pub(super) fn diagnostic(context: &Context<'_, '_>, place: &Place<'_, '_>) -> Option<Diagnostic> {
    if let Some(diagnostic) = discriminator::unknown_variant(context, place) {
        return Some(diagnostic);
    }
    let SchemaPlace { declared, schema } = place.schema?;
    let enumeration = declared.enumeration.as_ref().or(schema.enumeration.as_ref())?;
    let names = enumeration.values.iter().filter_map(Json::as_str);
    let written = place.value().as_str();
    let meant = written.and_then(|written| nearest(written, names));
    let only_case = written.zip(meant).is_some_and(|(written, meant)| is_same_but_case(written, meant));

    let name = place.name();
    let value = describe(place.value());
    let listed = alternatives(&enumeration.values);
    let mut diagnostic = if enumeration.open {
        OPEN_RULE.diagnostic(place.span(), format!("{value} is not a known value of {name}"))
    } else {
        RULE.diagnostic(place.span(), format!("{name} must be {listed}, found {value}"))
    };
    // Working files write closed values in other cases, and open ones that Azure takes.
    if meant.is_some() && only_case != enumeration.open {
        diagnostic.severity = Severity::Warning;
    }
    Some(match meant {
        Some(meant) => {
            let edit = replacement_of_string(context.text, place.span(), meant);
            let title = format!("Write `{meant}`");
            let fix =
                if only_case && !enumeration.open { Fix::safe(title, edit) } else { Fix::on_request(title, edit) };
            diagnostic.with_help(format!("Did you mean `{meant}`?")).with_fix(fix)
        }
        None if enumeration.open => diagnostic.with_help(format!("Known values are {listed}; Azure may take others.")),
        None => diagnostic,
    })
}

/// The values as `"a"`, `"b"` or `"c"`.
fn alternatives(values: &[Json]) -> String {
    let mut quoted: Vec<String> = values.iter().take(MOST_LISTED).map(quote_json).collect();
    if values.len() > MOST_LISTED {
        return format!("{} or one of {} more", quoted.join(", "), values.len() - MOST_LISTED);
    }
    match quoted.pop() {
        Some(last) if !quoted.is_empty() => format!("{} or {last}", quoted.join(", ")),
        last => last.unwrap_or_default(),
    }
}
