use super::{
    context::Context,
    discriminator,
    example::{WAREHOUSE, warehouse},
    place::Place,
    property_version,
};
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::document::{Member, child_pointer, locate, parent_pointer};
use crate::rule::{Example, FixAvailability, Rule, connection};
use crate::text::{is_same_but_case, join_all, join_alternatives, nearest, quote, replacement_of_key};

pub(crate) static RULE: Rule = Rule {
    code: RuleCode("schema/unknown-property"),
    severity: Severity::Error,
    enabled: true,
    summary: "A property that the resource type does not have",
    fix: FixAvailability::Safe,
    explanation: "Azure drops what it does not know without a word, so a misspelt property is a setting that is \
        never made. The help names the property that was meant, or the place where the property belongs.\n\n\
        Tags, and other objects that take any key, are left alone.",
    source: "the `properties` of the resource type's swagger, where `additionalProperties` does not allow others",
    examples: &[
        Example::bad("resources.js", connection!(r#"sttaus: "Approved""#)),
        Example::bad(
            "resources.json",
            r#"[
  {
    "type": "PrivateEndpointConnection",
    "group": "DocumentDB",
    "name": "reports",
    "properties": { "properties": { "status": "Approved" } }
  }
]
"#,
        ),
        Example::good("resources.js", warehouse!("owner: \"ada\", ...require(\"./more.json\")"))
            .with_swagger(WAREHOUSE),
    ],
};

/// How many places a message lists.
const MOST_LISTED: usize = 3;

pub(super) fn diagnostic(context: &Context<'_, '_>, place: &Place<'_, '_>) -> Option<Diagnostic> {
    let member = place.member()?;
    let diagnostic = discriminator::key_of_another_variant(context, place, member)
        .or_else(|| property_version::diagnostic(context, place, member));
    if diagnostic.is_some() {
        return diagnostic;
    }
    let object = context.object(parent_pointer(&place.pointer));
    let diagnostic = RULE.diagnostic(member.key_span, format!("{} is not a property of {object}", quote(&member.key)));
    Some(match explain(context, place, member) {
        Explanation::Slip { meant, is_free } => {
            let diagnostic = diagnostic.with_help(format!("Did you mean `{meant}`?"));
            if is_free {
                let edit = replacement_of_key(context.text, member.span, member.key_span, meant);
                diagnostic.with_fix(Fix::safe(format!("Rename it to `{meant}`"), edit))
            } else {
                diagnostic
            }
        }
        Explanation::Misplaced(places) => {
            let places: Vec<String> = places.iter().map(|path| describe_place(path)).collect();
            let listed = join_alternatives(places.iter().map(String::as_str), MOST_LISTED);
            diagnostic.with_help(format!("{} belongs in {listed}.", quote(&member.key)))
        }
        Explanation::Unknown(allowed) if allowed.is_empty() => diagnostic,
        Explanation::Unknown(allowed) => diagnostic.with_help(format!("Its properties are {}.", join_all(allowed, 12))),
    })
}

/// What may have been meant by a key that is not known.
enum Explanation<'c> {
    /// Another key of the object, which may be there already.
    Slip { meant: &'c str, is_free: bool },
    /// The key, in other objects, each given by the keys that lead to it.
    Misplaced(Vec<Vec<String>>),
    /// Nothing that can be told; the object has these properties.
    Unknown(Vec<&'c str>),
}

/// Works out what may have been meant by the key of a member.
fn explain<'c>(context: &Context<'c, '_>, place: &Place<'c, '_>, member: &Member<'_>) -> Explanation<'c> {
    let object_pointer = parent_pointer(&place.pointer);
    let mut allowed: Vec<&str> = Vec::new();
    if let Some(holder) = place.holder {
        let settable = holder.schema.properties.iter().filter(|(_, property)| !property.read_only);
        allowed.extend(settable.map(|(key, _)| key.as_str()));
    }
    if object_pointer.is_empty() {
        allowed.push("name");
        allowed.sort_unstable();
        allowed.dedup();
    }
    let slip = nearest(&member.key, allowed.iter().copied());
    let places = context.resource.places_of(&member.key);
    match slip {
        // So near that a property of the same name elsewhere is a coincidence.
        Some(meant) if places.is_empty() || is_same_but_case(&member.key, meant) => {
            let siblings = locate(context.root, object_pointer).and_then(|found| found.value.as_object());
            Explanation::Slip { meant, is_free: siblings.is_some_and(|object| object.get(meant).is_none()) }
        }
        _ if !places.is_empty() => Explanation::Misplaced(places),
        _ => Explanation::Unknown(allowed),
    }
}

/// The keys that lead to an object, as people write them.
fn describe_place(path: &[String]) -> String {
    if path.is_empty() { "the root".to_owned() } else { path.join(".") }
}

/// The pointers of the members that an unknown key may have been meant for: what is missing there is
/// missing for the same reason.
pub(super) fn meant_pointers(context: &Context<'_, '_>, place: &Place<'_, '_>) -> Vec<String> {
    let Some(member) = place.member() else { return Vec::new() };
    match explain(context, place, member) {
        Explanation::Slip { meant, .. } => vec![child_pointer(parent_pointer(&place.pointer), meant)],
        Explanation::Misplaced(places) => places
            .iter()
            .map(|path| {
                format!("/{}", path.iter().chain([&member.key.to_string()]).cloned().collect::<Vec<_>>().join("/"))
            })
            .collect(),
        Explanation::Unknown(_) => Vec::new(),
    }
}
