use crate::catalog::{Catalog, Lookup, ResourceId};
use crate::cli::Problem;
use crate::text::nearest;

/// The resource type that somebody names: `Network::Subnet`, `Subnet` where only one group has one, or
/// `Microsoft.Network/virtualNetworks/subnets`.
pub(super) fn find(catalog: &Catalog, name: &str, api_version: Option<&str>) -> Result<ResourceId, Problem> {
    let (group, resource_type) = match name.split_once("::") {
        Some((group, resource_type)) => (Some(group), resource_type),
        None => (None, name),
    };
    match catalog.find(group, resource_type, api_version) {
        Lookup::Found(id) => Ok(id),
        Lookup::OtherVersions(versions) => Err(Problem::UnknownVersion {
            resource_type: name.to_owned(),
            api_version: api_version.unwrap_or_default().to_owned(),
            versions,
        }),
        Lookup::Slip(id) => Err(Problem::UnknownType {
            resource_type: name.to_owned(),
            nearest: Some(format!("{}::{}", id.group, id.resource_type)),
        }),
        Lookup::NotCovered => {
            let entries = catalog.entries();
            let of_type = |wanted: &str| {
                let named = entries.iter().filter(|entry| entry.resource_type == wanted);
                named.map(|entry| format!("{}::{}", entry.group, entry.resource_type)).collect::<Vec<_>>()
            };
            let several = of_type(resource_type);
            if group.is_none() && several.len() > 1 {
                return Err(Problem::SeveralTypes { resource_type: name.to_owned(), types: several });
            }
            let meant = nearest(resource_type, entries.iter().map(|entry| entry.resource_type));
            let nearest = meant.and_then(|meant| of_type(meant).into_iter().next());
            Err(Problem::UnknownType { resource_type: name.to_owned(), nearest })
        }
    }
}
