use std::borrow::Cow;

use super::Name;
use crate::text::Span;

/// A comment that asks for findings to be left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppression<'s> {
    /// The whole comment, its marks included.
    pub span: Span,
    /// Where findings are left out.
    pub scope: SuppressionScope,
    /// The rules whose findings are left out (`schema/enum`), or areas of rules (`schema/*`); none where the findings
    /// of all rules are.
    pub rules: Vec<Name<'s>>,
}

/// Where findings are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuppressionScope {
    /// In the next line that has more than comments.
    NextLine,
    /// In the whole file.
    File,
}

/// What such comments begin with.
const NEXT_LINE: &str = "lazuli-ignore-next-line";
const FILE: &str = "lazuli-ignore-file";

/// What stands between the rules and the reason.
const REASON: &str = "--";

impl<'s> Suppression<'s> {
    /// What every such comment has in it: a text without it has none.
    pub(crate) const MARK: &'static str = "lazuli-ignore";

    /// What a comment asks for, as `lazuli-ignore-next-line schema/enum, schema/type -- why`; `None` for any other.
    /// `content` is what stands between the comment's marks.
    pub(crate) fn of_comment(text: &'s str, span: Span, content: Span) -> Option<Self> {
        let said = content.slice_of(text);
        let directive = said.trim_start_matches(|character: char| character.is_whitespace() || character == '*');
        let (scope, behind) = match (directive.strip_prefix(NEXT_LINE), directive.strip_prefix(FILE)) {
            (Some(behind), _) => (SuppressionScope::NextLine, behind),
            (None, Some(behind)) => (SuppressionScope::File, behind),
            (None, None) => return None,
        };
        if behind.starts_with(|character: char| character.is_alphanumeric() || character == '-') {
            return None;
        }
        let named = behind.split(REASON).next().unwrap_or_default();
        let mut at = content.start as usize + said.len() - behind.len();
        let mut rules = Vec::new();
        for word in named.split(|character: char| character.is_ascii_whitespace() || character == ',') {
            if !word.is_empty() {
                let span = Span::from_offsets(at, at + word.len());
                rules.push(Name { text: Cow::Borrowed(word), span });
            }
            // All that may stand between two words is one byte long.
            at += word.len() + 1;
        }
        Some(Self { span, scope, rules })
    }
}
