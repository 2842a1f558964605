use std::{borrow::Cow, path::Path};

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use crate::text::{LineIndex, Span, escape_controls, steers_output};

/// What an excerpt's margin takes of a terminal's columns: the number of the line, and a bar.
const MARGIN: usize = 10;

/// The fewest columns that a line of an excerpt gets.
const LEAST_COLUMNS: usize = 40;

/// A text from which miette takes lines to show.
///
/// Characters that could steer the terminal are replaced by others of the same length, so that every
/// offset stays what it is. Of a line too long for the terminal only the part around the place is shown.
pub(super) struct Excerpt<'t> {
    name: String,
    shown: Cow<'t, str>,
    lines: LineIndex<'t>,
    columns: usize,
}

impl<'t> Excerpt<'t> {
    pub(super) fn new(path: &Path, text: &'t str, width: usize) -> Self {
        Self {
            name: escape_controls(&path.to_string_lossy()),
            shown: harmless(text),
            lines: LineIndex::new(text),
            columns: width.saturating_sub(MARGIN).max(LEAST_COLUMNS),
        }
    }

    /// The part of the text to show for `span`: its line and those around it, as far as they are short
    /// enough.
    fn part(&self, span: Span, before: usize, after: usize) -> Span {
        let first = self.lines.position(span.start).line;
        let last = self.lines.position(span.end).line;
        let count = |lines: usize| u32::try_from(lines).unwrap_or(u32::MAX);
        let fits = |line: &u32| self.lines.line(*line).is_some_and(|line| self.is_short(line));
        if !(first..=last).all(|line| fits(&line)) {
            return self.around(span);
        }
        let above = (first.saturating_sub(count(before)).max(1)..first).rev().take_while(fits).last();
        let below = (last + 1..=last.saturating_add(count(after))).take_while(fits).last();
        let line = |number| self.lines.line(number).unwrap_or(span);
        Span::new(line(above.unwrap_or(first)).start, line(below.unwrap_or(last)).end)
    }

    /// A part of one long line, with `span` in it as far as there is room.
    fn around(&self, span: Span) -> Span {
        let line = self.lines.line(self.lines.position(span.start).line).unwrap_or(span);
        let lead = Span::new(line.start, span.start).slice_of(&self.shown).chars().rev().take(self.columns / 3);
        let start = span.start as usize - lead.map(char::len_utf8).sum::<usize>();
        let rest = Span::from_offsets(start, line.end as usize).slice_of(&self.shown).chars().take(self.columns);
        Span::from_offsets(start, start + rest.map(char::len_utf8).sum::<usize>())
    }

    fn is_short(&self, line: Span) -> bool {
        line.slice_of(&self.shown).chars().nth(self.columns).is_none()
    }
}

/// The text with nothing in it that could steer the terminal, no character longer or shorter.
fn harmless(text: &str) -> Cow<'_, str> {
    if !text.contains(is_harmful) {
        return Cow::Borrowed(text);
    }
    let replaced = text.chars().map(|character| match character.len_utf8() {
        _ if !is_harmful(character) => character,
        1 => '?',
        2 => '¿',
        _ => char::REPLACEMENT_CHARACTER,
    });
    Cow::Owned(replaced.collect())
}

/// Line ends are miette's to deal with, and it shows a tab as blanks.
fn is_harmful(character: char) -> bool {
    steers_output(character) && !matches!(character, '\n' | '\r' | '\t')
}

impl SourceCode for Excerpt<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let asked = Span::from_offsets(span.offset(), span.offset() + span.len());
        let part = if (before, after) == (0, 0) { asked } else { self.part(asked, before, after) };
        let start = self.lines.position(part.start);
        let end = self.lines.position(part.end);
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            part.slice_of(&self.shown).as_bytes(),
            (part.start as usize, (part.end - part.start) as usize).into(),
            start.line as usize - 1,
            start.column as usize - 1,
            (end.line - start.line) as usize + 1,
        )))
    }
}
