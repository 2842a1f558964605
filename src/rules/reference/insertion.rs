use crate::document::{Object, Value};
use crate::text::{Edit, Span};

/// Puts a member behind the last of an object, on a line of its own where that has one.
pub(super) fn insertion_of_member(text: &str, object: &Object<'_>, whole: Span, member: &str) -> Option<Edit> {
    let Some(last) = object.members.iter().max_by_key(|member| member.span.end) else {
        return whole.slice_of(text).starts_with('{').then(|| at(whole.start + 1, format!(" {member} ")));
    };
    if !whole.contains(last.span) {
        // A spread brought it from elsewhere.
        return None;
    }
    Some(at(last.span.end, format!("{}{member}", separator(text, last.span))))
}

/// Puts an item behind the last of a list.
pub(super) fn insertion_of_item(text: &str, items: &[Value<'_>], whole: Span, item: &str) -> Option<Edit> {
    match items.last() {
        Some(last) if whole.contains(last.span) => {
            Some(at(last.span.end, format!("{}{item}", separator(text, last.span))))
        }
        Some(_) => None,
        None => whole.slice_of(text).starts_with('[').then(|| at(whole.start + 1, item.to_owned())),
    }
}

fn at(offset: u32, text: String) -> Edit {
    Edit::insert(offset, text)
}

/// What parts something from what stands before it: a comma, and the line end and indentation where that begins a line.
fn separator(text: &str, before: Span) -> String {
    let line_start = text[..before.start as usize].rfind('\n').map_or(0, |end| end + 1);
    let indentation = &text[line_start..before.start as usize];
    let begins_line = line_start > 0 && indentation.bytes().all(|byte| matches!(byte, b' ' | b'\t'));
    if begins_line {
        let line_end = if text[..line_start].ends_with("\r\n") { "\r\n" } else { "\n" };
        format!(",{line_end}{indentation}")
    } else {
        ", ".to_owned()
    }
}
