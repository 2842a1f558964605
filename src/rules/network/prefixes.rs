use super::block::Block;
use crate::document::{Definition, Object, Value};

/// A known range of addresses, and the value that says it.
#[derive(Clone, Copy)]
pub(super) struct Prefix<'v, 's> {
    pub(super) block: Block,
    pub(super) value: &'v Value<'s>,
}

/// The ranges of a virtual network, and whether there may be others that are not known.
pub(super) fn prefixes_of_network<'v, 's>(network: &'v Definition<'s>) -> (Vec<Prefix<'v, 's>>, bool) {
    let space = properties(network).and_then(|properties| object(properties, "addressSpace"));
    let Some(list) = space.and_then(|space| space.get("addressPrefixes")) else { return (Vec::new(), true) };
    let Some(array) = list.value.as_array() else { return (Vec::new(), true) };
    let known: Vec<Prefix<'v, 's>> = array.items.iter().filter_map(prefix).collect();
    let is_open = array.open || known.len() < array.items.len();
    (known, is_open)
}

/// The ranges of a subnet, which has the `properties` of one.
pub(super) fn prefixes_of_subnet<'v, 's>(properties: &'v Object<'s>) -> Vec<Prefix<'v, 's>> {
    let one = properties.get("addressPrefix").map(|member| &member.value);
    let several = properties.get("addressPrefixes").and_then(|member| member.value.as_array());
    one.into_iter().chain(several.into_iter().flat_map(|array| &array.items)).filter_map(prefix).collect()
}

/// The subnets that stand inside a virtual network: the name of each, and its properties.
pub(super) fn inner_subnets<'v, 's>(
    network: &'v Definition<'s>,
) -> impl Iterator<Item = (Option<&'v str>, &'v Object<'s>)> {
    let list = properties(network).and_then(|properties| properties.get("subnets")?.value.as_array());
    let subnets = list.into_iter().flat_map(|array| &array.items).filter_map(Value::as_object);
    subnets.filter_map(|subnet| Some((subnet.get_str("name"), object(subnet, "properties")?)))
}

/// `properties().properties`
pub(super) fn properties<'v, 's>(definition: &'v Definition<'s>) -> Option<&'v Object<'s>> {
    object(definition.properties()?.as_object()?, "properties")
}

fn object<'v, 's>(object: &'v Object<'s>, key: &str) -> Option<&'v Object<'s>> {
    object.get(key)?.value.as_object()
}

fn prefix<'v, 's>(value: &'v Value<'s>) -> Option<Prefix<'v, 's>> {
    let block = Block::parse(value.as_str()?).ok()?;
    Some(Prefix { block, value })
}
