/// A half-open range of bytes in a text: `start` is the first byte, `end` the one after the last.
///
/// Both are offsets from the start of the file as it lies on disk (a byte-order mark counts).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset of the byte after the last.
    pub end: u32,
}

impl Span {
    /// The bytes from `start` up to, not including, `end`.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The span of `start..end` in a text short enough for lazuli to read (16 MiB).
    ///
    /// An offset that does not fit 32 bits becomes the largest that does.
    #[must_use]
    pub fn from_offsets(start: usize, end: usize) -> Self {
        Self { start: u32::try_from(start).unwrap_or(u32::MAX), end: u32::try_from(end).unwrap_or(u32::MAX) }
    }

    /// Whether every byte of `other` is one of this span's.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Only the first byte: enough to point at an opening bracket instead of all it encloses.
    #[must_use]
    pub fn first_byte(self) -> Self {
        Self::new(self.start, self.end.min(self.start + 1))
    }

    /// Only the part on the first of its lines.
    #[must_use]
    pub fn first_line_of(self, text: &str) -> Self {
        let length = self.slice_of(text).find(['\n', '\r']);
        length.map_or(self, |length| Self::from_offsets(self.start as usize, self.start as usize + length))
    }

    /// The span inside `text`, wide enough to cut no character.
    #[must_use]
    pub fn on_characters_of(self, text: &str) -> Self {
        let mut start = (self.start as usize).min(text.len());
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        let mut end = (self.end as usize).clamp(start, text.len());
        while !text.is_char_boundary(end) {
            end += 1;
        }
        Self::from_offsets(start, end)
    }

    /// The text the span covers; empty where the span does not lie on character boundaries of `text`.
    #[must_use]
    pub fn slice_of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}
