use super::{
    context::{Context, describe},
    example::{WAREHOUSE, warehouse},
    place::Place,
};
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::document::{Member, locate, parent_pointer};
use crate::rule::{Example, FixAvailability, Rule};
use crate::text::{join_alternatives, nearest, quote, quote_value, replacement_of_string};

pub(crate) static RULE: Rule = Rule {
    code: RuleCode("schema/discriminator"),
    severity: Severity::Error,
    enabled: true,
    summary: "An object says it is of a kind that does not exist, or has the properties of another kind",
    fix: FixAvailability::Unsafe,
    explanation: "Some objects come in variants: the value of one property says which, and so which other \
        properties there are. Azure refuses a variant that it does not know, and drops the properties of another one.",
    source: "`discriminator` and `x-ms-discriminator-value` in the resource type's swagger",
    examples: &[
        Example::bad("resources.js", warehouse!("owner: \"ada\", lock: { kind: \"Kee\", holder: \"ben\" }"))
            .with_swagger(WAREHOUSE),
        Example::bad("resources.js", warehouse!("owner: \"ada\", lock: { kind: \"Code\", holder: \"ben\" }"))
            .with_swagger(WAREHOUSE),
        Example::good("resources.js", warehouse!("owner: \"ada\", lock: { kind: \"Key\", holder: \"ben\" }"))
            .with_swagger(WAREHOUSE),
        Example::good("resources.js", warehouse!("owner: \"ada\", lock: { kind: process.env.KIND, digits: 4 }"))
            .with_swagger(WAREHOUSE),
    ],
};

/// How many variants a message lists.
const MOST_LISTED: usize = 8;

/// The value at a place, if it is one that chooses a variant and none has that name.
pub(super) fn unknown_variant(context: &Context<'_, '_>, place: &Place<'_, '_>) -> Option<Diagnostic> {
    let discriminator = place.holder?.schema.discriminator.as_ref()?;
    if discriminator.property != place.member()?.key {
        return None;
    }
    let variants = discriminator.variants.keys().map(String::as_str);
    let listed = join_alternatives(variants.clone(), MOST_LISTED);
    let message = format!("{} must be {listed}, found {}", place.name(), describe(place.value()));
    let diagnostic = RULE.diagnostic(place.span(), message);
    Some(match nearest(place.value().as_str()?, variants) {
        Some(meant) => {
            let edit = replacement_of_string(context.text, place.span(), meant);
            let fix = Fix::on_request(format!("Write `{meant}`"), edit);
            diagnostic.with_help(format!("Did you mean `{meant}`?")).with_fix(fix)
        }
        None => diagnostic,
    })
}

/// The key of a member, if the object that it stands in is of one variant and the key belongs to others.
pub(super) fn key_of_another_variant(
    context: &Context<'_, '_>,
    place: &Place<'_, '_>,
    member: &Member<'_>,
) -> Option<Diagnostic> {
    let key = &*member.key;
    let base = context.resource.resolve(place.holder?.declared);
    let discriminator = base.discriminator.as_ref()?;
    let object = locate(context.root, parent_pointer(&place.pointer))?;
    let chosen = object.value.as_object()?.get(&discriminator.property)?;
    let others = discriminator.variants.iter().filter(|(_, name)| {
        context.resource.definitions.get(*name).is_some_and(|variant| variant.properties.contains_key(key))
    });
    let others: Vec<&str> = others.map(|(value, _)| value.as_str()).collect();
    if others.is_empty() {
        return None;
    }
    let tag = &discriminator.property;
    let message =
        format!("{} does not belong to an object whose `{tag}` is {}", quote(key), quote_value(chosen.value.as_str()?));
    let help = format!("It belongs where `{tag}` is {}.", join_alternatives(others, MOST_LISTED));
    let diagnostic = RULE.diagnostic(member.key_span, message).with_help(help);
    Some(diagnostic.with_related(format!("`{tag}` is set here"), chosen.span))
}
