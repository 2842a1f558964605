use super::{
    Completion, CompletionKind, body, dependency,
    insertion::{Shape, Writing},
    there::{is_there, text_beside},
};
use crate::ide::{View, cursor::Cursor};

/// The members of the argument of a `getId`.
const KEYS: [(&str, &str); 4] = [
    ("type", "the type of the other resource"),
    ("group", "the group of that type"),
    ("name", "the name of the other resource"),
    ("path", "the value inside it that is asked for, instead of its id"),
];

/// What can stand in the argument of a `getId`.
pub(super) fn items(view: &View<'_, '_>, cursor: &Cursor<'_, '_>, writing: &Writing) -> Vec<Completion> {
    if cursor.is_at_a_key() {
        let item = |(key, about): (&str, &str)| {
            let (insert, snippet) = writing.member(key, Shape::Text);
            Completion {
                snippet,
                required: key != "path",
                ..Completion::new(key, CompletionKind::Property, insert).with_detail(about)
            }
        };
        return KEYS.into_iter().filter(|(key, _)| !is_there(cursor, key)).map(item).collect();
    }
    let (group, resource_type) = (text_beside(cursor, "group"), text_beside(cursor, "type"));
    match cursor.last_key().as_deref() {
        Some("type") => body::types(view, group, writing),
        Some("group") => body::groups(view, resource_type, writing),
        Some("name") => match (group, resource_type) {
            (Some(group), Some(resource_type)) => dependency::names(view, (group, resource_type), writing),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}
