//! One mistake is said once, however many facts of a schema it breaks.

use std::collections::HashSet;

use super::{
    context::Context,
    unknown_property,
    violation::{Kind, Violation},
};
use crate::document::child_pointer;

/// Of several violations at one place only the one that explains the others stays; below a value that
/// must not be there at all, none does.
pub(super) fn keep_one_per_mistake(found: &mut Vec<Violation<'_, '_>>) {
    if found.len() < 2 {
        return;
    }
    let is_forbidden = |violation: &&Violation<'_, '_>| matches!(violation.kind, Kind::ReadOnly);
    let forbidden: HashSet<String> =
        found.iter().filter(is_forbidden).map(|violation| violation.place.pointer.clone()).collect();
    if !forbidden.is_empty() {
        found.retain(|violation| !ancestors(&violation.place.pointer).any(|above| forbidden.contains(above)));
    }

    // What an object lacks is a mistake of its own.
    let is_of_value = |at: &usize| !matches!(found[*at].kind, Kind::Required(_));
    let mut of_values: Vec<usize> = (0..found.len()).filter(is_of_value).collect();
    of_values.sort_by(|one, other| {
        let [one, other] = [&found[*one], &found[*other]];
        one.place.pointer.cmp(&other.place.pointer).then_with(|| one.rank().cmp(&other.rank()))
    });
    let mut is_kept = vec![true; found.len()];
    for pair in of_values.windows(2) {
        is_kept[pair[1]] = found[pair[0]].place.pointer != found[pair[1]].place.pointer;
    }
    let mut is_kept = is_kept.into_iter();
    found.retain(|_| is_kept.next().unwrap_or(true));
}

/// The pointers of all that is around the place, the innermost first.
fn ancestors(pointer: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(pointer.rsplit_once('/'), |(above, _)| above.rsplit_once('/')).map(|(above, _)| above)
}

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
