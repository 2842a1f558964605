use serde_json::{Map, Value, json};

use crate::catalog::{Additional, Pattern, ResourceSchema, Schema};

/// A resource type for programs: its names, its path, what it depends on, and the schema of its properties;
/// what a `$ref` names is among `definitions`.
#[must_use]
pub fn json(resource: &ResourceSchema, arm_name: &str, versions: &[&str]) -> Value {
    let id = &resource.id;
    let parameters = resource.deployment.parameters.iter().map(|parameter| {
        without_nothing([
            ("name", json!(parameter.name)),
            ("pattern", json!(parameter.pattern.as_ref().map(Pattern::as_str))),
            ("minLength", json!(parameter.min_length)),
            ("maxLength", json!(parameter.max_length)),
        ])
    });
    let dependencies = resource.deployment.dependencies.iter().map(|(key, dependency)| {
        let facts = without_nothing([
            ("group", json!(dependency.group)),
            ("type", json!(dependency.resource_type)),
            ("parent", flag(dependency.parent)),
            ("list", flag(dependency.list)),
            ("createOnly", flag(dependency.create_only)),
            ("pathId", json!(dependency.path_id)),
            ("pathParameter", json!(dependency.parameter)),
        ]);
        (key.clone(), facts)
    });
    json!({
        "group": id.group,
        "type": id.resource_type,
        "armType": arm_name,
        "apiVersion": id.api_version,
        "versions": versions,
        "path": resource.deployment.path,
        "parameters": parameters.collect::<Vec<_>>(),
        "dependencies": dependencies.collect::<Map<_, _>>(),
        "properties": schema(&resource.body),
        "definitions": resource.definitions.iter().map(|(name, found)| (name.clone(), schema(found))).collect::<Map<_, _>>(),
    })
}

fn schema(found: &Schema) -> Value {
    let map = |schemas: &std::collections::BTreeMap<String, Schema>| {
        let members: Map<String, Value> = schemas.iter().map(|(key, member)| (key.clone(), schema(member))).collect();
        if members.is_empty() { Value::Null } else { Value::Object(members) }
    };
    without_nothing([
        ("$ref", json!(found.reference)),
        ("type", json!(found.json_type.map(crate::catalog::SchemaType::name))),
        ("format", json!(found.format)),
        ("enum", json!(found.enumeration.as_ref().map(|enumeration| &enumeration.values))),
        ("openEnum", flag(found.enumeration.as_ref().is_some_and(|enumeration| enumeration.open))),
        ("pattern", json!(found.pattern.as_ref().map(Pattern::as_str))),
        ("minLength", json!(found.min_length)),
        ("maxLength", json!(found.max_length)),
        ("minimum", json!(found.minimum)),
        ("maximum", json!(found.maximum)),
        ("multipleOf", json!(found.multiple_of)),
        ("minItems", json!(found.min_items)),
        ("maxItems", json!(found.max_items)),
        ("uniqueItems", flag(found.unique_items)),
        ("readOnly", flag(found.read_only)),
        ("createOnly", flag(found.create_only)),
        ("writeOnly", flag(found.write_only)),
        ("secret", flag(found.secret)),
        ("nullable", flag(found.nullable)),
        ("items", json!(found.items.as_deref().map(schema))),
        ("properties", map(&found.properties)),
        ("required", if found.required.is_empty() { Value::Null } else { json!(found.required) }),
        (
            "additionalProperties",
            match &found.additional {
                Additional::Closed => Value::Null,
                Additional::Open if found.properties.is_empty() => Value::Null,
                Additional::Open => Value::Bool(true),
                Additional::Of(values) => schema(values),
            },
        ),
        (
            "discriminator",
            found.discriminator.as_ref().map_or(
                Value::Null,
                |discriminator| json!({ "property": discriminator.property, "variants": discriminator.variants }),
            ),
        ),
    ])
}

fn flag(applies: bool) -> Value {
    if applies { Value::Bool(true) } else { Value::Null }
}

/// An object of the members that have something to say.
fn without_nothing<const MEMBERS: usize>(members: [(&str, Value); MEMBERS]) -> Value {
    let said = members.into_iter().filter(|(_, value)| !value.is_null());
    Value::Object(said.map(|(key, value)| (key.to_owned(), value)).collect())
}
