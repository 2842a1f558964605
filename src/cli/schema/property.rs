use clap::Args;

use super::{Output, Problem, resource_type};
use crate::catalog::{Additional, Catalog, ResourceId, ResourceSchema, Schema};
use crate::document::is_index;
use crate::text::nearest;

#[derive(Debug, Args)]
pub(super) struct PropertyArguments {
    /// The resource type and the path of the property, as in `Network::Subnet.properties.addressPrefix`
    #[arg(value_name = "TYPE.PATH")]
    property: String,
    /// The API version; else the one that is meant where a file asks for none
    #[arg(long, value_name = "VERSION")]
    api_version: Option<String>,
}

/// Runs `lazuli schema where`.
pub(super) fn property(arguments: &PropertyArguments, catalog: &Catalog, output: &mut Output) -> Result<(), Problem> {
    let (type_name, path) = split(&arguments.property);
    let id = resource_type::find(catalog, type_name, arguments.api_version.as_deref())?;
    let keys: Vec<&str> = path.split(['.', '[', ']']).filter(|key| !key.is_empty()).collect();
    let resource =
        catalog.load(&id).ok_or_else(|| Problem::UnknownType { resource_type: type_name.to_owned(), nearest: None })?;
    let found = follow(&resource, &keys).map_err(|(holder, key)| Problem::UnknownProperty {
        property: key.to_owned(),
        resource_type: format!("{}::{}", id.group, id.resource_type),
        nearest: nearest(key, holder.properties.keys().map(String::as_str)).map(str::to_owned),
    })?;

    let versions = catalog.versions(&id.group, &id.resource_type).into_iter().filter(|version| {
        let other = ResourceId { api_version: (*version).to_owned().into(), ..id.clone() };
        catalog.load(&other).is_some_and(|resource| follow(&resource, &keys).is_ok())
    });
    let mut lines = vec![
        format!("{}::{}  {}", id.group, id.resource_type, id.api_version),
        format!("{}: {}", keys.join("."), resource.kind(found.declared)),
    ];
    let described =
        [found.declared, resource.resolve(found.declared)].into_iter().find_map(|schema| schema.description.as_ref());
    lines.extend(described.map(|description| format!("  {description}")));
    lines.extend(resource.facts(found.declared, found.required).into_iter().map(|fact| format!("  {fact}")));
    lines.push(format!("  in {}", versions.collect::<Vec<_>>().join(", ")));
    output.print(&(lines.join("\n") + "\n"));
    Ok(())
}

/// The type and the path behind it: a type can have dots, but none behind its last `::` or `/`.
fn split(property: &str) -> (&str, &str) {
    let name = property.rfind("::").or_else(|| property.rfind('/')).unwrap_or_default();
    match property[name..].find('.') {
        Some(dot) => (&property[..name + dot], &property[name + dot + 1..]),
        None => (property, ""),
    }
}

struct Place<'c> {
    declared: &'c Schema,
    required: bool,
}

/// Follows keys through a schema; the indices of lists may be left out. `Err` has the object that lacks a
/// key, and the key.
fn follow<'c, 'k>(resource: &'c ResourceSchema, keys: &[&'k str]) -> Result<Place<'c>, (&'c Schema, &'k str)> {
    let mut place = Place { declared: &resource.body, required: false };
    for key in keys {
        let mut holder = resource.resolve(place.declared);
        if let Some(items) = &holder.items {
            if is_index(key) || *key == "*" {
                place = Place { declared: items, required: false };
                continue;
            }
            holder = resource.resolve(items);
        }
        let variants = holder.discriminator.iter().flat_map(|discriminator| discriminator.variants.values());
        let variants = variants.filter_map(|name| resource.definitions.get(name));
        let with_key = std::iter::once(holder).chain(variants).find(|schema| schema.properties.contains_key(*key));
        place = match (with_key.and_then(|schema| Some((schema, schema.properties.get(*key)?))), &holder.additional) {
            (Some((schema, declared)), _) => Place { declared, required: schema.required.contains(*key) },
            (None, Additional::Of(values)) => Place { declared: values, required: false },
            (None, _) => return Err((holder, key)),
        };
    }
    Ok(place)
}
