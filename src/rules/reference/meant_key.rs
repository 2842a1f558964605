use crate::catalog::Deployment;
use crate::document::Object;
use crate::text::nearest;

/// The dependency that was meant by a key which is none, and how surely.
pub(super) struct MeantKey<'d> {
    pub(super) key: &'d str,
    /// Whether it differs by a slip only.
    pub(super) is_a_slip: bool,
}

/// The dependency that was meant by a key, among those that are not there: one of nearly that name, one whose name
/// has more before or behind it, or one that is named otherwise than its type.
pub(super) fn meant_key<'d>(key: &str, deployment: &'d Deployment, there: &Object<'_>) -> Option<MeantKey<'d>> {
    let free = || deployment.dependencies.iter().filter(|(known, _)| there.get(known).is_none());
    if let Some(key) = nearest(key, free().map(|(known, _)| known.as_str())) {
        return Some(MeantKey { key, is_a_slip: true });
    }
    let behind = key.to_ascii_lowercase();
    let longer = free().filter(|(known, _)| known.to_ascii_lowercase().ends_with(&behind));
    if let Some(key) = only(longer.map(|(known, _)| known.as_str())) {
        return Some(MeantKey { key, is_a_slip: false });
    }
    let written = singular(key);
    let is_part = |known: &str| known.ends_with(&written) || written.ends_with(known);
    let by_name = free().filter(|(known, _)| is_part(&singular(known))).map(|(known, _)| known.as_str());
    let by_type = free().filter(|(_, known)| known.resource_type.to_ascii_lowercase() == written);
    let key = only(by_type.map(|(known, _)| known.as_str())).or_else(|| only(by_name))?;
    Some(MeantKey { key, is_a_slip: false })
}

/// The one item, if there is no other.
fn only<'d>(mut items: impl Iterator<Item = &'d str>) -> Option<&'d str> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}

fn singular(key: &str) -> String {
    let key = key.to_ascii_lowercase();
    match key.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None if key.ends_with("ses") => key.trim_end_matches("es").to_owned(),
        None => key.trim_end_matches('s').to_owned(),
    }
}
