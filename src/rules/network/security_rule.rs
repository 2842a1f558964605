use super::prefixes::properties;
use crate::document::{Definition, Object, Value};

/// A rule of a network security group.
#[derive(Clone, Copy)]
pub(crate) struct SecurityRule<'v, 's> {
    pub(crate) name: Option<&'v Value<'s>>,
    pub(crate) properties: &'v Object<'s>,
    /// Its position in the list of its group; `None` for a resource of its own.
    pub(crate) index: Option<usize>,
}

impl SecurityRule<'_, '_> {
    /// The JSON Pointer of one of its properties.
    pub(crate) fn pointer(&self, key: &str) -> String {
        match self.index {
            Some(index) => format!("/properties/securityRules/{index}/properties/{key}"),
            None => format!("/properties/{key}"),
        }
    }
}

/// The rules that a resource of a type of the group `Network` has.
pub(crate) fn security_rules<'v, 's>(
    definition: &'v Definition<'s>,
    (group, resource_type): (&str, &str),
) -> Vec<SecurityRule<'v, 's>> {
    let Some(properties) = properties(definition).filter(|_| group == "Network") else { return Vec::new() };
    match resource_type {
        "SecurityRule" => vec![SecurityRule { name: definition.name(), properties, index: None }],
        "NetworkSecurityGroup" => {
            let list = properties.get("securityRules").and_then(|member| member.value.as_array());
            let rule = |(index, item): (usize, &'v Value<'s>)| {
                let item = item.as_object()?;
                let properties = item.get("properties")?.value.as_object()?;
                let name = item.get("name").map(|member| &member.value);
                Some(SecurityRule { name, properties, index: Some(index) })
            };
            list.into_iter().flat_map(|array| &array.items).enumerate().filter_map(rule).collect()
        }
        _ => Vec::new(),
    }
}
