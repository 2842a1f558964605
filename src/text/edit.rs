use super::Span;

/// One replacement in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is taken out; empty to insert.
    pub span: Span,
    /// What takes its place; empty to delete.
    pub text: String,
}

impl Edit {
    /// Replaces what `span` covers by `text`.
    #[must_use]
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    /// Puts `text` where an offset is, and takes nothing out.
    #[must_use]
    pub fn insert(at: u32, text: impl Into<String>) -> Self {
        Self::replace(Span::new(at, at), text)
    }

    /// Takes out what `span` covers.
    #[must_use]
    pub fn delete(span: Span) -> Self {
        Self { span, text: String::new() }
    }
}

/// The text with edits made, which do not overlap; in any order.
pub(crate) fn with_edits<'e>(text: &str, edits: impl IntoIterator<Item = &'e Edit>) -> String {
    let mut edits: Vec<&Edit> = edits.into_iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let mut changed = String::with_capacity(text.len());
    let mut from = 0;
    for edit in edits {
        changed.push_str(Span::from_offsets(from, edit.span.start as usize).slice_of(text));
        changed.push_str(&edit.text);
        from = edit.span.end as usize;
    }
    changed.push_str(Span::from_offsets(from, text.len()).slice_of(text));
    changed
}

/// Puts `new` in the place of the string that `string` covers, in the quotes that are there.
pub(crate) fn replacement_of_string(text: &str, string: Span, new: &str) -> Edit {
    let needs_escapes = new.contains(['"', '\'', '`', '\\', '$']) || new.chars().any(char::is_control);
    let quote = match string.slice_of(text).chars().next() {
        Some(quote @ ('\'' | '`')) if !needs_escapes => quote,
        _ if needs_escapes => return Edit::replace(string, serde_json::Value::from(new).to_string()),
        _ => '"',
    };
    Edit::replace(string, format!("{quote}{new}{quote}"))
}

/// Gives a member another key, in the quotes of the one it has; `{ key }` becomes `{ new: key }`.
pub(crate) fn replacement_of_key(text: &str, member: Span, key: Span, new: &str) -> Edit {
    let written = key.slice_of(text);
    if member == key {
        return Edit::replace(key, format!("{new}: {written}"));
    }
    if written.starts_with(['"', '\'']) {
        return replacement_of_string(text, key, new);
    }
    let edit = Edit::replace(key, new);
    if is_a_name(new) { edit } else { replacement_of_string(text, key, new) }
}

/// Whether a key of JavaScript needs no quotes, as far as ASCII goes.
pub(crate) fn is_a_name(key: &str) -> bool {
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$');
    key.starts_with(|first: char| !first.is_ascii_digit()) && key.chars().all(is_letter)
}

/// Takes a member (`key: value`) out of its object, with the comma that belongs to it.
///
/// A member that has its lines to itself goes with its lines; one among others on a line takes the
/// space behind its comma along; the last one takes the comma before it where none follows.
pub(crate) fn removal_of_member(text: &str, member: Span) -> Edit {
    let bytes = text.as_bytes();
    let (start, mut end) = (member.start as usize, member.end as usize);

    let after = skip_blanks(bytes, end);
    let has_comma_after = bytes.get(after) == Some(&b',');
    if has_comma_after {
        end = after + 1;
    } else if let Some(comma) = comma_before(bytes, start) {
        return Edit::delete(Span::from_offsets(comma, end));
    }

    let end_of_blanks = if has_comma_after { skip_blanks(bytes, end) } else { end };
    let whole_lines = lines_of_its_own(bytes, start, end);
    Edit::delete(whole_lines.unwrap_or_else(|| Span::from_offsets(start, end_of_blanks)))
}

/// Takes a comment out, and its line where nothing else stands in it.
pub(crate) fn removal_of_comment(text: &str, comment: Span) -> Edit {
    let bytes = text.as_bytes();
    let (start, end) = (comment.start as usize, comment.end as usize);
    Edit::delete(lines_of_its_own(bytes, start, end).unwrap_or_else(|| {
        if begins_line(bytes, skip_blanks_back(bytes, start)) {
            Span::from_offsets(start, skip_blanks(bytes, end))
        } else {
            Span::from_offsets(skip_blanks_back(bytes, start), end)
        }
    }))
}

/// The lines, with the end of the last, that have nothing in them but what stands there.
fn lines_of_its_own(bytes: &[u8], start: usize, end: usize) -> Option<Span> {
    let (start, end) = (skip_blanks_back(bytes, start), skip_blanks(bytes, end));
    let line_end = match &bytes[end..] {
        [] => 0,
        [b'\r', b'\n', ..] => 2,
        [b'\n' | b'\r', ..] => 1,
        _ => return None,
    };
    begins_line(bytes, start).then(|| Span::from_offsets(start, end + line_end))
}

fn begins_line(bytes: &[u8], at: usize) -> bool {
    at == 0 || matches!(bytes[at - 1], b'\n' | b'\r')
}

fn skip_blanks(bytes: &[u8], from: usize) -> usize {
    from + bytes[from..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}

fn skip_blanks_back(bytes: &[u8], from: usize) -> usize {
    from - bytes[..from].iter().rev().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}

fn comma_before(bytes: &[u8], from: usize) -> Option<usize> {
    let before = bytes[..from].iter().rposition(|byte| !byte.is_ascii_whitespace())?;
    (bytes[before] == b',').then_some(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_goes_with_its_line_where_it_stands_alone() {
        let table = [
            ("a\n  // c\n  b\n", "// c", "a\n  b\n"),
            ("a\r\n  // c\r\n  b", "// c", "a\r\n  b"),
            ("a // c\nb", "// c", "a\nb"),
            ("  /* c */ a\n", "/* c */", "  a\n"),
            ("a /* c */ b\n", "/* c */", "a b\n"),
            ("// c", "// c", ""),
        ];
        for (text, comment, expected) in table {
            let start = text.find(comment).unwrap();
            let edit = removal_of_comment(text, Span::from_offsets(start, start + comment.len()));
            assert_eq!(with_edits(text, [&edit]), expected, "{comment} out of {text:?}");
        }
    }

    #[test]
    fn a_member_goes_with_its_comma_and_its_line() {
        let table = [
            ("{\n  a: 1,\n  b: 2,\n}", "a: 1", "{\n  b: 2,\n}"),
            ("{\n  a: 1,\n  b: 2,\n}", "b: 2", "{\n  a: 1,\n}"),
            ("{\r\n  a: 1,\r\n  b: 2\r\n}", "a: 1", "{\r\n  b: 2\r\n}"),
            ("{\n  a: 1,\n  b: 2\n}", "b: 2", "{\n  a: 1\n}"),
            ("{ a: 1, b: 2 }", "a: 1", "{ b: 2 }"),
            ("{ a: 1, b: 2 }", "b: 2", "{ a: 1 }"),
            ("{ a: 1 }", "a: 1", "{  }"),
            ("{\n  a: 1, // why\n  b: 2,\n}", "a: 1", "{\n  // why\n  b: 2,\n}"),
        ];
        for (text, member, expected) in table {
            let start = text.find(member).unwrap();
            let edit = removal_of_member(text, Span::from_offsets(start, start + member.len()));
            assert_eq!(with_edits(text, [&edit]), expected, "{member} out of {text:?}");
        }
    }
}
