//! JSON Pointers (RFC 6901): how a place inside a resource's properties is named.

use std::borrow::Cow;

use crate::text::escape_controls;

/// The pointer of `key` below `parent`.
pub(crate) fn child_pointer(parent: &str, key: &str) -> String {
    let mut pointer = String::with_capacity(parent.len() + 1 + key.len());
    pointer.push_str(parent);
    push_segment(&mut pointer, key);
    pointer
}

/// Lets `pointer` go one step further, to `key`.
pub(super) fn push_segment(pointer: &mut String, key: &str) {
    pointer.push('/');
    for character in key.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// The pointer of the value that holds the one `pointer` names; the root holds itself.
pub(crate) fn parent_pointer(pointer: &str) -> &str {
    pointer.rsplit_once('/').map_or("", |(parent, _)| parent)
}

/// The keys and indices that lead to the place, from the root.
pub(crate) fn pointer_segments(pointer: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let mut rest = pointer.strip_prefix('/');
    std::iter::from_fn(move || {
        let text = rest?;
        // Segments are too short for the search of the standard library to pay.
        let end = text.bytes().position(|byte| byte == b'/');
        rest = end.map(|end| &text[end + 1..]);
        let segment = &text[..end.unwrap_or(text.len())];
        Some(if segment.bytes().any(|byte| byte == b'~') {
            Cow::Owned(segment.replace("~1", "/").replace("~0", "~"))
        } else {
            Cow::Borrowed(segment)
        })
    })
}

/// The last key on the way to a place, and the one before it; indices of lists are left out.
pub(crate) fn keys_of(pointer: &str) -> (Option<Cow<'_, str>>, Option<Cow<'_, str>>) {
    let keys = pointer_segments(pointer).filter(|segment| !is_index(segment));
    keys.fold((None, None), |(_, last), key| (last, Some(key)))
}

/// Whether a segment is the index of an item.
pub(crate) fn is_index(segment: &str) -> bool {
    segment.bytes().all(|byte| byte.is_ascii_digit())
}

/// The place as people write it: `properties.locations[0].locationName`.
pub(crate) fn readable_path<'k>(segments: impl IntoIterator<Item = Cow<'k, str>>) -> String {
    let mut path = String::new();
    for segment in segments {
        if is_index(&segment) && !path.is_empty() {
            path.push('[');
            path.push_str(&segment);
            path.push(']');
        } else {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(&escape_controls(&segment));
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_round_trip_and_read_well() {
        let pointer = child_pointer(&child_pointer(&child_pointer("", "properties"), "a/b~c"), "0");
        assert_eq!(pointer, "/properties/a~1b~0c/0");
        assert_eq!(parent_pointer(&pointer), "/properties/a~1b~0c");
        assert_eq!(pointer_segments(&pointer).collect::<Vec<_>>(), ["properties", "a/b~c", "0"]);
        assert_eq!(readable_path(pointer_segments(&pointer)), "properties.a/b~c[0]");
        assert_eq!(pointer_segments("").count(), 0);
    }
}
