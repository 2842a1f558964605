use std::{borrow::Cow, path::Path};

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use crate::text::{LineIndex, Span, escape_controls, steers_output};

/// What an excerpt's margin takes of a terminal's columns besides the number of the line: blanks and a bar.
const MARGIN: usize = 4;

/// The fewest columns that a line of an excerpt gets.
const LEAST_COLUMNS: usize = 40;

/// What stands for the rest of a line that is cut. It takes the place of as many bytes of ASCII, so that
/// every offset stays what it is.
const REST: &str = "…";

/// A text from which lines are shown.
///
/// Characters that could steer the terminal are replaced by others of the same length.
pub(super) struct Excerpt<'t> {
    name: String,
    shown: Cow<'t, str>,
    lines: LineIndex<'t>,
    columns: usize,
}

/// The excerpt for one finding: lines that are too long for the terminal are cut around the finding.
pub(super) struct View<'e> {
    excerpt: &'e Excerpt<'e>,
    cuts: Vec<Cut>,
}

/// A part of a long line, as it is shown.
struct Cut {
    span: Span,
    shown: String,
}

impl<'t> Excerpt<'t> {
    pub(super) fn new(path: &Path, text: &'t str, width: usize) -> Self {
        let lines = LineIndex::new(text);
        let margin = lines.count().to_string().len() + MARGIN;
        Self {
            name: escape_controls(&path.to_string_lossy()).into_owned(),
            shown: harmless(text),
            lines,
            columns: width.saturating_sub(margin).max(LEAST_COLUMNS),
        }
    }

    /// The excerpt for a finding that marks these places, each on one line, and needs so many columns for what it
    /// says there.
    pub(super) fn view(&self, marked: impl IntoIterator<Item = (Span, usize)>) -> View<'_> {
        let is_long = |(span, room): &(Span, usize)| {
            self.lines.line(self.line_of(*span)).is_some_and(|line| {
                let lead = Span::new(line.start, span.start.max(line.start)).slice_of(&self.shown);
                !self.fits(line) || (*room > 0 && lead.chars().count() + room > self.columns)
            })
        };
        let cuts = marked.into_iter().filter(is_long).map(|(span, room)| self.cut(span, room)).collect();
        View { excerpt: self, cuts }
    }

    fn line_of(&self, span: Span) -> u32 {
        self.lines.position(span.start).line
    }

    fn fits(&self, line: Span) -> bool {
        line.slice_of(&self.shown).chars().nth(self.columns).is_none()
    }

    /// Of a long line the part around `span`: without its indentation if that is enough, else with some of
    /// what leads up to the place, so that `room` columns are left from there.
    fn cut(&self, span: Span, room: usize) -> Cut {
        let line = self.lines.line(self.line_of(span)).unwrap_or(span);
        let text = line.slice_of(&self.shown);
        let indentation = text.len() - text.trim_start().len();
        let unindented = Span::from_offsets(line.start as usize + indentation, line.end as usize);
        if room == 0 && self.fits(unindented) && unindented.start <= span.start {
            return Cut { span: unindented, shown: unindented.slice_of(&self.shown).to_owned() };
        }
        let lead = Span::new(line.start, span.start).slice_of(&self.shown).chars().rev();
        let lead = lead.take((self.columns / 3).min(self.columns.saturating_sub(room)));
        let start = span.start as usize - lead.map(char::len_utf8).sum::<usize>();
        let rest = Span::from_offsets(start, line.end as usize).slice_of(&self.shown).chars().take(self.columns);
        let part = Span::from_offsets(start, start + rest.map(char::len_utf8).sum::<usize>());
        let mut shown = part.slice_of(&self.shown).to_owned();
        let is_ascii = |part: Option<&str>| part.is_some_and(str::is_ascii);
        let end = shown.len().saturating_sub(REST.len());
        if part.end < line.end && is_ascii(shown.get(end..)) && span.end as usize <= start + end {
            shown.replace_range(end.., REST);
        }
        if part.start > line.start && is_ascii(shown.get(..REST.len())) {
            shown.replace_range(..REST.len(), REST);
        }
        Cut { span: part, shown }
    }

    /// The lines that `span` touches and those around them, with what ends them.
    fn whole_lines(&self, span: Span, before: usize, after: usize) -> Option<Span> {
        let first = self.line_of(span);
        let last = self.lines.position(span.end).line;
        let count = |lines: usize| u32::try_from(lines).unwrap_or(u32::MAX);
        let fits = |line: &u32| self.lines.line(*line).is_some_and(|line| self.fits(line));
        if !(first..=last).all(|line| fits(&line)) {
            return None;
        }
        let above = (first.saturating_sub(count(before)).max(1)..first).rev().take_while(fits).last();
        let below = (last + 1..=last.saturating_add(count(after))).take_while(fits).last();
        let start = self.lines.line(above.unwrap_or(first))?.start;
        let end = self.lines.line(below.unwrap_or(last))?.end as usize;
        let line_end = if self.shown[end..].starts_with("\r\n") { 2 } else { 1 };
        Some(Span::from_offsets(start as usize, (end + line_end).min(self.shown.len())))
    }
}

/// The text with nothing in it that could steer the terminal, and a line end behind it.
fn harmless(text: &str) -> Cow<'_, str> {
    let is_harmless = !text.contains(|character| is_harmful(character) || character == '\r');
    if is_harmless && text.ends_with('\n') {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 1);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        shown.push(match character.len_utf8() {
            // miette knows lines that end in `\n` or `\r\n`, and takes a lone `\r` for a character.
            _ if character == '\r' && characters.peek() != Some(&'\n') => '\n',
            _ if !is_harmful(character) => character,
            1 => '?',
            2 => '¿',
            _ => char::REPLACEMENT_CHARACTER,
        });
    }
    shown.push('\n');
    Cow::Owned(shown)
}

/// Line ends are miette's to deal with, and it shows a tab as blanks.
fn is_harmful(character: char) -> bool {
    steers_output(character) && !matches!(character, '\n' | '\r' | '\t')
}

impl View<'_> {
    /// What of a place on one line is shown: a long one ends where its line is cut.
    pub(super) fn shown_part(&self, span: Span) -> Span {
        let cut = self.cuts.iter().find(|cut| cut.span.start <= span.start && span.start <= cut.span.end);
        cut.map_or(span, |cut| Span::new(span.start, span.end.min(cut.span.end)))
    }

    fn cuts_any_of(&self, lines: Span) -> bool {
        self.cuts.iter().any(|cut| lines.contains(cut.span))
    }
}

impl SourceCode for View<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let excerpt = self.excerpt;
        let asked = Span::from_offsets(span.offset(), span.offset() + span.len());
        let is_around = |cut: &&Cut| cut.span.contains(asked);
        let (part, shown) = if (before, after) == (0, 0) {
            (asked, asked.slice_of(&excerpt.shown))
        } else if let Some(cut) = self.cuts.iter().find(is_around) {
            (cut.span, cut.shown.as_str())
        } else if let Some(lines) = excerpt.whole_lines(asked, before, after).filter(|lines| !self.cuts_any_of(*lines))
        {
            (lines, lines.slice_of(&excerpt.shown))
        } else {
            // Two places that do not go together into one excerpt.
            return Err(MietteError::OutOfBounds);
        };
        let start = excerpt.lines.position(part.start);
        let end = excerpt.lines.position(part.end);
        Ok(Box::new(MietteSpanContents::new_named(
            excerpt.name.clone(),
            shown.as_bytes(),
            (part.start as usize, (part.end - part.start) as usize).into(),
            start.line as usize - 1,
            start.column as usize - 1,
            (end.line - start.line) as usize + 1,
        )))
    }
}
