use lazuli::text::{LineIndex, Span};
use serde::Serialize;
use tsify::Tsify;

/// A place in a text.
#[derive(Debug, Clone, Copy, Serialize, Tsify)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in UTF-16 code units.
    pub column: u32,
    /// How many UTF-16 code units come before it in the text.
    pub offset: u32,
}

/// A part of a text, from its first character up to the place behind its last.
#[derive(Debug, Clone, Copy, Serialize, Tsify)]
pub struct Range {
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
}

/// A replacement in a text.
#[derive(Debug, Serialize, Tsify)]
pub struct Edit {
    /// How many UTF-16 code units come before what is taken out.
    pub start: u32,
    /// How many come before what follows it.
    pub end: u32,
    /// What takes its place.
    pub text: String,
}

impl Position {
    pub(crate) fn new(offset: u32, lines: &LineIndex<'_>) -> Self {
        let (line, column) = lines.utf16_position(offset);
        let offset = lines.utf16_offset(offset);
        // To JavaScript a byte-order mark is a letter like others; it can only stand in the first line.
        let column = if line == 0 { offset } else { column };
        Self { line: line + 1, column: column + 1, offset }
    }
}

impl Range {
    pub(crate) fn new(span: Span, lines: &LineIndex<'_>) -> Self {
        Self { start: Position::new(span.start, lines), end: Position::new(span.end, lines) }
    }
}

impl Edit {
    pub(crate) fn new(edit: &lazuli::text::Edit, lines: &LineIndex<'_>) -> Self {
        let Range { start, end } = Range::new(edit.span, lines);
        Self { start: start.offset, end: end.offset, text: edit.text.clone() }
    }
}

/// The span between two offsets of JavaScript, in either order.
pub(crate) fn span_between(start: u32, end: u32, lines: &LineIndex<'_>) -> Span {
    Span::new(lines.offset_of_utf16(start.min(end)), lines.offset_of_utf16(start.max(end)))
}
