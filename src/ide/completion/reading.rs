//! What to read in the place of a text that has mistakes elsewhere.

use std::borrow::Cow;

use super::token::Token;
use crate::read::{Format, is_a_template};

/// The texts in which a token can be looked at, each with the token at the same place: the whole; what comes up to it,
/// with all brackets closed; and, where what comes before has mistakes, too, the definition that it is in alone.
pub(super) fn readings<'t>(
    text: &'t str,
    token: &'t Token,
    format: Format,
) -> impl Iterator<Item = Cow<'t, str>> + use<'t> {
    let has_parts = is_at_an_end(text, token);
    let part = move |is_alone: bool| if is_alone { alone(text, token, format) } else { cut(text, token) };
    let parts = [false, true].into_iter().filter(move |_| has_parts).filter_map(part).map(Cow::Owned);
    std::iter::once(Cow::Borrowed(text)).chain(parts)
}

/// Whether what a token is in can end behind it: what stands there is no part of what is in the way of reading.
fn is_at_an_end(text: &str, token: &Token) -> bool {
    let behind = text[token.whole().end as usize..].lines().next().unwrap_or_default().trim_start();
    behind.is_empty() || behind.starts_with([',', ':', '}', ']', ')']) || behind.starts_with("//")
}

fn cut(text: &str, token: &Token) -> Option<String> {
    let written = &text[..token.whole().end as usize];
    Some(format!("{written}{}", closing(token.brackets.as_deref()?)))
}

/// The outermost object in a list that a token is in, in a file that has nothing else.
fn alone(text: &str, token: &Token, format: Format) -> Option<String> {
    const TEMPLATE: &str = r#"{"$schema":"/deploymentTemplate.json","resources":["#;

    let brackets = token.brackets.as_deref()?;
    let at = brackets.windows(2).position(|pair| matches!(pair, [(_, '['), (_, '{')]))? + 1;
    let (start, _) = brackets[at];
    let (head, tail) = match format {
        Format::JavaScript(_) => ("exports.createResources = () => [", "]"),
        Format::Json if is_a_template(text) => (TEMPLATE, "]}"),
        Format::Json => ("[", "]"),
    };
    let blanks = " ".repeat(start.checked_sub(head.len())?);
    let written = &text[start..token.whole().end as usize];
    Some(format!("{blanks}{head}{written}{}{tail}", closing(&brackets[at..])))
}

/// What closes brackets.
fn closing(brackets: &[(usize, char)]) -> String {
    let other = |bracket: char| match bracket {
        '{' => '}',
        '[' => ']',
        _ => ')',
    };
    brackets.iter().rev().map(|(_, bracket)| other(*bracket)).collect()
}
