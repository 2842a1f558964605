use super::block::Block;
use crate::document::{Definition, Object, Value};

/// A known range of addresses, and the value that says it.
#[derive(Clone)]
pub(super) struct Prefix<'v, 's> {
    pub(super) block: Block,
    pub(super) value: &'v Value<'s>,
    /// Where it stands in the properties of the resource.
    pub(super) pointer: String,
}

/// The properties of a subnet, in the network or alone.
pub(super) struct Subnet<'v, 's> {
    pub(super) name: Option<&'v str>,
    properties: &'v Object<'s>,
    /// Where these stand in the properties of the resource.
    pointer: String,
}

/// The ranges of a virtual network, and whether there may be others that are not known.
pub(super) fn prefixes_of_network<'v, 's>(network: &'v Definition<'s>) -> (Vec<Prefix<'v, 's>>, bool) {
    let space = properties(network).and_then(|properties| object(properties, "addressSpace"));
    let Some(list) = space.and_then(|space| space.get("addressPrefixes")) else { return (Vec::new(), true) };
    let Some(array) = list.value.as_array() else { return (Vec::new(), true) };
    let known: Vec<Prefix<'v, 's>> =
        prefixes_of_list(&array.items, "/properties/addressSpace/addressPrefixes").collect();
    let is_open = array.open || known.len() < array.items.len();
    (known, is_open)
}

/// The subnet that a resource is.
pub(super) fn subnet<'v, 's>(definition: &'v Definition<'s>) -> Option<Subnet<'v, 's>> {
    let name = definition.name().and_then(Value::as_str);
    Some(Subnet { name, properties: properties(definition)?, pointer: "/properties".to_owned() })
}

/// The subnets that stand inside a virtual network.
pub(super) fn inner_subnets<'v, 's>(network: &'v Definition<'s>) -> impl Iterator<Item = Subnet<'v, 's>> {
    let list = properties(network).and_then(|properties| properties.get("subnets")?.value.as_array());
    let subnets = list.into_iter().flat_map(|array| &array.items).enumerate();
    subnets.filter_map(|(index, value)| {
        let subnet = value.as_object()?;
        let pointer = format!("/properties/subnets/{index}/properties");
        Some(Subnet { name: subnet.get_str("name"), properties: object(subnet, "properties")?, pointer })
    })
}

impl<'v, 's> Subnet<'v, 's> {
    /// The ranges of the subnet.
    pub(super) fn prefixes(&self) -> Vec<Prefix<'v, 's>> {
        let one = self.properties.get("addressPrefix");
        let one = one.and_then(|member| prefix(&member.value, format!("{}/addressPrefix", self.pointer)));
        let several = self.properties.get("addressPrefixes").and_then(|member| member.value.as_array());
        let several = several.map_or(&[][..], |array| &array.items);
        one.into_iter().chain(prefixes_of_list(several, &format!("{}/addressPrefixes", self.pointer))).collect()
    }
}

/// `properties().properties`
pub(super) fn properties<'v, 's>(definition: &'v Definition<'s>) -> Option<&'v Object<'s>> {
    object(definition.properties()?.as_object()?, "properties")
}

fn object<'v, 's>(object: &'v Object<'s>, key: &str) -> Option<&'v Object<'s>> {
    object.get(key)?.value.as_object()
}

fn prefixes_of_list<'v, 's>(items: &'v [Value<'s>], pointer: &str) -> impl Iterator<Item = Prefix<'v, 's>> {
    items.iter().enumerate().filter_map(move |(index, item)| prefix(item, format!("{pointer}/{index}")))
}

fn prefix<'v, 's>(value: &'v Value<'s>, pointer: String) -> Option<Prefix<'v, 's>> {
    let block = Block::parse(value.as_str()?).ok()?;
    Some(Prefix { block, value, pointer })
}
