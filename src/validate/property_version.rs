use super::{
    context::Context,
    example::{WAREHOUSE, warehouse},
    place::Place,
};
use crate::catalog::ResourceId;
use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::document::{Member, parent_pointer};
use crate::rule::{Example, FixAvailability, Rule};
use crate::text::{join_alternatives, quote};

pub(crate) static RULE: Rule = Rule {
    code: RuleCode("schema/property-version"),
    severity: Severity::Warning,
    enabled: true,
    summary: "A property that other API versions of the resource type have, and this one has not",
    fix: FixAvailability::None,
    explanation: "Resource types gain and lose properties from one API version to the next. A property that the \
        version at hand does not know is dropped in silence.",
    source: "the swagger of all versions of the resource type that the catalogue has",
    examples: &[
        Example::bad("resources.js", warehouse!("owner: \"ada\", heating: true")).with_swagger(WAREHOUSE),
        Example::good(
            "resources.js",
            r#"exports.createResources = () => [
  {
    type: "Warehouse",
    group: "Example",
    apiVersion: "2019-01-01",
    name: "north",
    properties: () => ({ properties: { heating: true } }),
  },
];
"#,
        )
        .with_swagger(WAREHOUSE),
    ],
};

/// The key of a member, if other versions of the type have it in that place.
pub(super) fn diagnostic(context: &Context<'_, '_>, place: &Place<'_, '_>, member: &Member<'_>) -> Option<Diagnostic> {
    let id = &context.resource.id;
    let versions = context.catalog.versions(&id.group, &id.resource_type);
    let with_key = versions.into_iter().filter(|version| {
        let other = ResourceId { api_version: (*version).to_owned().into(), ..id.clone() };
        *version != id.api_version
            && context.catalog.load_settable(&other).is_some_and(|schema| {
                let holder = schema.at(context.root, parent_pointer(&place.pointer));
                holder.is_some_and(|holder| holder.schema.properties.contains_key(&*member.key))
            })
    });
    let with_key: Vec<&str> = with_key.collect();
    if with_key.is_empty() {
        return None;
    }
    let message = format!("API version `{}` does not have {}", id.api_version, quote(&member.key));
    let help = format!("Version {} has it.", join_alternatives(with_key, 3));
    Some(RULE.diagnostic(member.key_span, message).with_help(help))
}
