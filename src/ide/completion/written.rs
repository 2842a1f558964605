use super::{
    Completions, body, dependency, get_id,
    insertion::Writing,
    property,
    repair::{Attempt, Missing},
    token::Token,
};
use crate::ide::{
    View,
    cursor::{Area, Cursor, holds},
};
use crate::linter::{Linter, ReadFile};
use crate::read::Format;
use crate::text::Edit;

/// What is written where the cursor is.
pub(super) struct Written<'w> {
    pub(super) text: &'w str,
    pub(super) token: &'w Token,
    pub(super) format: Format,
}

impl Written<'_> {
    /// What can stand at the token, where the text goes on as an attempt has it; `read` is that in the place of the file
    /// of that number.
    pub(super) fn completions(
        &self,
        linter: &Linter,
        files: &[&ReadFile<'_>],
        (file, read): (usize, &ReadFile<'_>),
        attempt: &Attempt,
    ) -> Option<Completions> {
        // Where there is no definition, nobody needs to know what belongs together.
        if !read.document.definitions.iter().any(|definition| holds(&definition.body, attempt.offset)) {
            return None;
        }
        let alone = View::of(linter, vec![read]);
        let cursor = Cursor::at(&alone, 0, attempt.offset)?;
        if !self.can_be_what_is_there(&cursor, attempt) {
            return None;
        }
        let behind_a_value = if attempt.behind == Missing::Comma { "," } else { "" };
        let writing = Writing::new(self.text, self.token, self.format, behind_a_value);
        // What the other files declare can only be named where a resource names another.
        let with_others = || {
            let mut files = files.to_vec();
            files[file] = read;
            View::of(linter, files)
        };
        let items = match cursor.area {
            Area::Body => body::items(&alone, &cursor, &writing),
            Area::Properties => property::items(&alone, &cursor, &writing),
            Area::Dependencies => dependency::items(&with_others(), &cursor, &writing),
            Area::GetId => get_id::items(&with_others(), &cursor, &writing),
        };
        let span = if cursor.is_at_a_key() { writing.key_span() } else { self.token.content };
        let besides = self.missing_commas(&cursor, attempt);
        (!items.is_empty()).then_some(Completions { span, items, besides })
    }

    /// Whether the token can be the key, or the value, for which it is taken where the text goes on so.
    fn can_be_what_is_there(&self, cursor: &Cursor<'_, '_>, attempt: &Attempt) -> bool {
        if cursor.is_at_a_key() {
            return self.token.can_be_a_key(attempt.comma.is_some());
        }
        let behind = &self.text[self.token.whole().end as usize..];
        let is_last_of_its_line = || behind.lines().next().is_none_or(|line| line.trim().is_empty());
        self.token.can_be_a_value() && (attempt.behind != Missing::Rest || is_last_of_its_line())
    }

    /// The commas that are missing around the token, but for those that are a part of what is inserted.
    fn missing_commas(&self, cursor: &Cursor<'_, '_>, attempt: &Attempt) -> Vec<Edit> {
        // Within quotes that are closed, what is missing behind a value goes behind the quote.
        let is_quoted = !cursor.is_at_a_key() && self.token.quote.is_some() && self.token.is_closed;
        let behind = (is_quoted && attempt.behind == Missing::Comma).then_some(self.token.whole().end);
        [attempt.comma, behind].into_iter().flatten().map(|at| Edit::insert(at, ",")).collect()
    }
}
