//! The shape of a resource definition.

crate::rules::area! {
    syntax, not_resources, not_read, shape, callback_parameter, unused_parameter, name, name_place,
}

use crate::document::{Definition, Function};

/// The rule about files that cannot be read.
pub(crate) const SYNTAX: crate::diagnostic::RuleCode = crate::diagnostic::RuleCode("definition/syntax");

/// The functions that the deploying tool calls, by their keys.
fn callbacks<'d, 's>(definition: &'d Definition<'s>) -> impl Iterator<Item = (&'static str, &'d Function<'s>)> {
    let callback = |key| Some((key, definition.field(key)?.value.as_function()?));
    ["properties", "dependencies"].into_iter().filter_map(callback)
}
