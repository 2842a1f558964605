use std::collections::HashSet;

use super::{
    context::Context,
    unknown_property,
    violation::{Kind, Violation},
};
use crate::document::child_pointer;

/// A key that stands in the wrong place, or is misspelt, is one mistake and not two: what it was meant for
/// is not missing besides.
pub(super) fn drop_what_a_misplaced_key_explains<'c>(found: &mut Vec<Violation<'c, '_>>, context: &Context<'c, '_>) {
    let lacks_something = found.iter().any(|violation| matches!(violation.kind, Kind::Required(_)));
    if !lacks_something {
        return;
    }
    let meant: HashSet<String> = found
        .iter()
        .filter(|violation| matches!(violation.kind, Kind::UnknownProperty))
        .flat_map(|violation| unknown_property::meant_pointers(context, &violation.place))
        .collect();
    found.retain(|violation| match &violation.kind {
        Kind::Required(key) => !meant.contains(&child_pointer(&violation.place.pointer, key)),
        _ => true,
    });
}
