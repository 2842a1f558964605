use super::Span;

/// Where the lines of a text begin, to turn byte offsets into lines and columns.
///
/// Lines end at `\n`, `\r\n` or a lone `\r`. The byte-order mark of a file is in no column.
#[derive(Debug, Clone)]
pub struct LineIndex<'t> {
    text: &'t str,
    line_starts: Vec<u32>,
    /// The characters before each block of the text: a line may be as long as the file.
    before_blocks: Vec<Characters>,
}

/// A number of characters, counted in two ways.
#[derive(Debug, Clone, Copy, Default)]
struct Characters {
    scalars: u32,
    utf16_units: u32,
}

/// The length of a block, in bytes.
const BLOCK: usize = 1024;

/// A place as people count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in Unicode scalar values.
    pub column: u32,
    /// The offset in bytes, from 0.
    pub offset: u32,
}

impl<'t> LineIndex<'t> {
    /// Reads the text of a file once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self::from(text, if text.starts_with('\u{feff}') { 3 } else { 0 })
    }

    /// The same for a text that an editor has: it would have left out a byte-order mark, were it not to be counted.
    #[must_use]
    pub fn of_document(text: &'t str) -> Self {
        Self::from(text, 0)
    }

    fn from(text: &'t str, first: u32) -> Self {
        let bytes = text.as_bytes();
        let mut line_starts = vec![first];
        for (offset, byte) in bytes.iter().enumerate() {
            let ends_line = match byte {
                b'\n' => true,
                b'\r' => bytes.get(offset + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends_line {
                line_starts.push(Span::from_offsets(offset + 1, offset + 1).start);
            }
        }
        let mut before_blocks = vec![Characters::default()];
        for block in bytes.chunks(BLOCK) {
            let before = before_blocks.last().copied().unwrap_or_default();
            before_blocks.push(before.and(block));
        }
        Self { text, line_starts, before_blocks }
    }

    /// How many lines there are; a text that ends with a line end has an empty last one.
    #[must_use]
    pub fn count(&self) -> usize {
        self.line_starts.len()
    }

    /// Line and column of a byte offset; one past the end of the text is the place after its last
    /// character.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        let (line, start, offset) = self.line_of(offset);
        let column = self.characters(offset).scalars - self.characters(start).scalars;
        Position { line: line + 1, column: column + 1, offset: Span::from_offsets(offset, offset).start }
    }

    /// Line and column of a byte offset as editors and JavaScript count: both from 0, the column in
    /// UTF-16 code units.
    #[must_use]
    pub fn utf16_position(&self, offset: u32) -> (u32, u32) {
        let (line, start, offset) = self.line_of(offset);
        (line, self.characters(offset).utf16_units - self.characters(start).utf16_units)
    }

    /// A byte offset as JavaScript counts: in UTF-16 code units, a byte-order mark included.
    #[must_use]
    pub fn utf16_offset(&self, offset: u32) -> u32 {
        let (_, _, offset) = self.line_of(offset);
        self.characters(offset).utf16_units
    }

    /// The byte offset of a place counted in UTF-16 code units, moved back onto a character inside the text.
    #[must_use]
    pub fn offset_of_utf16(&self, units: u32) -> u32 {
        let block = self.before_blocks.partition_point(|before| before.utf16_units <= units).saturating_sub(1);
        let mut start = (block * BLOCK).min(self.text.len());
        let mut left = units - self.before_blocks[block].utf16_units;
        // A character that the block cuts was counted in the one it begins in.
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        for character in self.text[start..].chars() {
            let width = Span::from_offsets(0, character.len_utf16()).end;
            if left < width {
                break;
            }
            left -= width;
            start += character.len_utf8();
        }
        Span::from_offsets(start, start).start
    }

    /// What a line (from 1) covers, without what ends it; `None` behind the last.
    #[must_use]
    pub fn line(&self, line: u32) -> Option<Span> {
        let index = (line as usize).checked_sub(1)?;
        let start = *self.line_starts.get(index)? as usize;
        let end = self.line_starts.get(index + 1).map_or(self.text.len(), |next| *next as usize);
        let length = self.text.get(start..end)?.trim_end_matches(['\n', '\r']).len();
        Some(Span::from_offsets(start, start + length))
    }

    /// The characters before an offset.
    fn characters(&self, offset: usize) -> Characters {
        let block = offset / BLOCK;
        let before = self.before_blocks.get(block).copied().unwrap_or_default();
        before.and(&self.text.as_bytes()[block * BLOCK..offset])
    }

    /// The line (from 0), the offset it starts at, and `offset` moved back onto a character
    /// boundary inside the text.
    fn line_of(&self, offset: u32) -> (u32, usize, usize) {
        let mut inside = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(inside) {
            inside -= 1;
        }
        let line = self.line_starts.partition_point(|start| *start as usize <= inside).max(1) - 1;
        let start = (self.line_starts[line] as usize).min(inside);
        (Span::from_offsets(line, line).start, start, inside)
    }
}

impl Characters {
    /// These characters and those that begin in `bytes`.
    fn and(self, bytes: &[u8]) -> Self {
        let count = |is_counted: fn(u8) -> bool| {
            let number = bytes.iter().filter(|byte| is_counted(**byte)).count();
            u32::try_from(number).unwrap_or(u32::MAX)
        };
        // The first byte of a character is none of 0b10xxxxxx; from 0b11110000 on it begins one that takes
        // two units of UTF-16.
        let scalars = count(|byte| byte & 0xc0 != 0x80);
        let second_units = count(|byte| byte >= 0xf0);
        Self { scalars: self.scalars + scalars, utf16_units: self.utf16_units + scalars + second_units }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_counted_as_people_and_editors_do() {
        // (text, offset, line, column, UTF-16 line and column)
        let table = [
            ("", 0, 1, 1, (0, 0)),
            ("ab\ncd", 4, 2, 2, (1, 1)),
            ("ab\r\ncd", 4, 2, 1, (1, 0)),
            ("ab\rcd", 3, 2, 1, (1, 0)),
            ("é€😀x", 9, 1, 4, (0, 4)),
            ("\u{feff}ab", 4, 1, 2, (0, 1)),
            ("ab", 99, 1, 3, (0, 2)),
            ("é", 1, 1, 1, (0, 0)),
        ];
        let long = "é😀".repeat(BLOCK);
        let table = table.into_iter().chain([(long.as_str(), 6 * 1000 + 2, 1, 2002, (0, 3001))]);
        for (text, offset, line, column, utf16) in table {
            let index = LineIndex::new(text);
            let position = index.position(offset);
            assert_eq!((position.line, position.column), (line, column), "{text:?} at {offset}");
            assert_eq!(index.utf16_position(offset), utf16, "{text:?} at {offset}");
        }
    }

    #[test]
    fn offsets_of_javascript_and_back() {
        let texts = ["", "ab\r\ncd", "é€😀x", "\u{feff}ab", &"é😀\n".repeat(BLOCK), &"€".repeat(BLOCK)];
        for text in texts {
            let index = LineIndex::new(text);
            let mut units = 0;
            for (offset, character) in text.char_indices() {
                let offset = u32::try_from(offset).unwrap();
                assert_eq!(index.utf16_offset(offset), units, "{offset}");
                assert_eq!(index.offset_of_utf16(units), offset, "{units}");
                units += u32::try_from(character.len_utf16()).unwrap();
            }
            let length = u32::try_from(text.len()).unwrap();
            assert_eq!((index.utf16_offset(length), index.offset_of_utf16(units)), (units, length));
            assert_eq!(index.offset_of_utf16(units + 7), length);
        }
        // The second half of a character that takes two units.
        assert_eq!(LineIndex::new("a😀").offset_of_utf16(2), 1);
    }
}
