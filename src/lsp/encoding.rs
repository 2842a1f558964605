use gen_lsp_types::{Position, Range};

use crate::text::{LineIndex, Span};

/// What the columns of a client count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units, as every client can.
    #[default]
    Utf16,
}

impl Encoding {
    /// A byte offset as the client counts: lines and columns from 0.
    pub(super) fn position(self, lines: &LineIndex<'_>, offset: u32) -> Position {
        match self {
            Self::Utf16 => {
                let (line, character) = lines.utf16_position(offset);
                Position { line, character }
            }
            Self::Utf8 => {
                let position = lines.position(offset);
                let start = lines.line(position.line).map_or(0, |line| line.start);
                Position { line: position.line - 1, character: position.offset.saturating_sub(start) }
            }
        }
    }

    /// A span as the client counts.
    pub(super) fn range(self, lines: &LineIndex<'_>, span: Span) -> Range {
        Range { start: self.position(lines, span.start), end: self.position(lines, span.end) }
    }

    /// The byte offset of a place of the client's; behind the end of a line, or of the text, that end.
    pub(super) fn offset(self, lines: &LineIndex<'_>, text: &str, position: Position) -> u32 {
        let Some(line) = lines.line(position.line.saturating_add(1)) else {
            return Span::from_offsets(text.len(), text.len()).end;
        };
        let written = line.slice_of(text);
        let units = position.character as usize;
        let mut before = 0;
        let end = written.char_indices().find(|(at, letter)| {
            let width = match self {
                Self::Utf8 => letter.len_utf8(),
                Self::Utf16 => letter.len_utf16(),
            };
            let reached = match self {
                Self::Utf8 => at + width > units,
                Self::Utf16 => before + width > units,
            };
            before += width;
            reached
        });
        let length = end.map_or(written.len(), |(at, _)| at);
        Span::from_offsets(line.start as usize + length, line.start as usize + length).start
    }

    /// The span of a range of the client's, whichever way round.
    pub(super) fn span(self, lines: &LineIndex<'_>, text: &str, range: Range) -> Span {
        let [one, other] = [range.start, range.end].map(|position| self.offset(lines, text, position));
        Span::new(one.min(other), one.max(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_go_there_and_back() {
        for text in ["", "ab\r\ncd", "é€😀x\n😀", "a\rb\n"] {
            let lines = LineIndex::new(text);
            for encoding in [Encoding::Utf8, Encoding::Utf16] {
                for (offset, _) in text.char_indices().filter(|(_, letter)| !matches!(letter, '\r' | '\n')) {
                    let offset = u32::try_from(offset).unwrap();
                    let position = encoding.position(&lines, offset);
                    assert_eq!(encoding.offset(&lines, text, position), offset, "{text:?} {position:?}");
                }
            }
        }
    }

    #[test]
    fn a_place_outside_is_moved_inside() {
        let text = "é😀\nab";
        let lines = LineIndex::new(text);
        let offset = |encoding: Encoding, line, character| encoding.offset(&lines, text, Position { line, character });
        // Behind the end of a line, behind the last line, in the middle of a letter.
        assert_eq!(offset(Encoding::Utf16, 0, 99), 6);
        assert_eq!(offset(Encoding::Utf16, 9, 0), 9);
        assert_eq!(offset(Encoding::Utf16, u32::MAX, u32::MAX), 9);
        assert_eq!(offset(Encoding::Utf16, 0, 2), 2);
        assert_eq!(offset(Encoding::Utf8, 0, 1), 0);
        assert_eq!(offset(Encoding::Utf8, 0, 2), 2);
    }
}
