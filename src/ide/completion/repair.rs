use super::token::Token;
use crate::linter::{ReadFile, Source};
use crate::read::{Format, is_a_template};
use crate::text::{Edit, Span, with_edits};

/// What a program may have where nothing is written yet: a name that nobody gives to anything.
const FILLER: &str = "__lazuli";

/// A text as it may go on.
pub(super) struct Attempt {
    pub(super) text: String,
    /// Where the cursor is in it.
    pub(super) offset: u32,
    /// Where a comma is missing in the text as it is.
    pub(super) comma: Option<u32>,
    /// What is missing behind the token.
    pub(super) behind: Missing,
}

impl Attempt {
    /// What it says, in the place of a file.
    pub(super) fn read<'a>(&'a self, file: &Source<'a>) -> ReadFile<'a> {
        ReadFile::read(&Source { content: self.text.as_bytes(), ..*file })
    }
}

/// What is missing behind a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Missing {
    Nothing,
    Comma,
    /// The value of a key, or the other way of a condition.
    Rest,
}

/// The ways in which a text may go on at a token, what changes the least first.
pub(super) fn attempts<'t>(text: &'t str, token: &Token, format: Format) -> impl Iterator<Item = Attempt> + use<'t> {
    const NOTHING: (Missing, &str) = (Missing::Nothing, "");
    const COMMA: (Missing, &str) = (Missing::Comma, ",");
    const REST: [(Missing, &str); 2] = [(Missing::Rest, ": 0"), (Missing::Rest, ": 0,")];

    let whole = token.whole();
    let offset = token.offset;
    let quote = if token.is_closed { String::new() } else { token.quote.map(String::from).unwrap_or_default() };
    // What is put around the token: before it, and behind it.
    let fillers: &[(&str, &str)] = match format {
        Format::JavaScript(_) if token.is_empty() => &[("", FILLER)],
        Format::Json if token.is_empty() => &[("", "0"), ("\"", "\": 0")],
        Format::Json if token.quote.is_none() => &[("", ""), ("\"", "\"")],
        Format::JavaScript(_) | Format::Json => &[("", "")],
    };
    let tails: &[(Missing, &str)] = match format {
        Format::JavaScript(_) if token.is_empty() => &[NOTHING, COMMA, REST[1]],
        Format::Json if token.is_empty() => &[NOTHING, COMMA],
        Format::JavaScript(_) | Format::Json => &[NOTHING, COMMA, REST[0], REST[1]],
    };
    let ways = places_of_a_comma(text, whole.start).into_iter().flat_map(move |comma| {
        fillers.iter().flat_map(move |filler| tails.iter().map(move |tail| (comma, *filler, *tail)))
    });
    ways.map(move |(comma, (open, close), (missing, tail))| {
        let before = comma.map(|at| Edit::insert(at, ","));
        let open_it = Edit::insert(whole.start, open);
        let behind = Edit::insert(whole.end, format!("{close}{quote}{tail}"));
        let inside = u32::from(!open.is_empty());
        let offset = offset + u32::from(comma.is_some()) + inside;
        let text = with_edits(text, before.iter().chain([&open_it, &behind]));
        Attempt { text, offset, comma, behind: missing }
    })
}

/// The ways in which a whole definition may stand in the place of a token; the offset is where it begins.
pub(super) fn attempts_at_definition<'t>(
    text: &'t str,
    token: &Token,
    format: Format,
) -> impl Iterator<Item = Attempt> + use<'t> {
    // One of a template is only known to be one by the name of its type.
    const OF_TEMPLATE: &str = "{ \"type\": \"Microsoft.Resources/deployments\" }";
    const OF_DATA: &str = "{ \"type\": \"ResourceGroup\", \"group\": \"Resources\" }";

    let whole = token.whole();
    let is_in_a_string = token.quote.is_some();
    let definitions: &[&str] = match format {
        _ if is_in_a_string => &[],
        Format::JavaScript(_) => &[OF_DATA],
        Format::Json if is_a_template(text) => &[OF_TEMPLATE, OF_DATA],
        Format::Json => &[OF_DATA, OF_TEMPLATE],
    };
    let ways = places_of_a_comma(text, whole.start).into_iter().flat_map(move |comma| {
        definitions.iter().flat_map(move |definition| ["", ","].map(move |tail| (comma, *definition, tail)))
    });
    ways.map(move |(comma, definition, tail)| {
        let before = comma.map(|at| Edit::insert(at, ","));
        let edit = Edit::replace(whole, format!("{definition}{tail}"));
        let text = with_edits(text, before.iter().chain([&edit]));
        Attempt { text, offset: whole.start + u32::from(comma.is_some()), comma, behind: Missing::Nothing }
    })
}

/// Where the comma may have to go that is not there yet behind what comes before a place: nowhere, behind what comes
/// before it, or before its line. Behind a comment it would be part of that.
fn places_of_a_comma(text: &str, at: u32) -> Vec<Option<u32>> {
    let line = start_of_line(text, at);
    let mut places = vec![None];
    for place in [end_before(text, at), at, end_before(text, line), line].map(Some) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places
}

/// A resource of a template is only known to be one by its type: the text with one, where a type is to be written.
pub(super) fn attempt_at_type(text: &str, token: &Token, format: Format) -> Option<Attempt> {
    const KEY: &str = "\"type\"";
    let whole = token.whole();
    let before = text[..whole.start as usize].trim_end().strip_suffix(':')?.trim_end();
    let is_meant = format == Format::Json && before.ends_with(KEY) && text.contains("\"resources\"");
    let edit = Edit::replace(whole, "\"Microsoft.Resources/deployments\"");
    is_meant.then(|| Attempt {
        text: with_edits(text, [&edit]),
        offset: whole.start + 1,
        comma: None,
        behind: Missing::Nothing,
    })
}

/// Where the first thing of a line stands.
fn start_of_line(text: &str, at: u32) -> u32 {
    let before = &text[..at as usize];
    let line = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let blanks = before[line..].len() - before[line..].trim_start().len();
    Span::from_offsets(line + blanks, line + blanks).start
}

/// Where the last thing before a place ends.
fn end_before(text: &str, at: u32) -> u32 {
    let end = text[..at as usize].trim_end().len();
    Span::from_offsets(end, end).start
}
