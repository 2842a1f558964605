//! Whole definitions, with all that a resource of their type cannot be without.

use super::{
    Completion, CompletionKind, Completions, Written,
    repair::{Attempt, attempts_at_definition},
    skeleton::{Skeleton, plain, snippet},
};
use crate::catalog::{Catalog, Lookup, RequiredMember, RequiredValue, ResourceId, TypeEntry};
use crate::document::{Definition, Notation};
use crate::linter::{Linter, Source};
use crate::read::Format;
use crate::text::Edit;

/// What can stand where a definition could, in the text that is read in the place of the file's; `None` elsewhere.
pub(super) fn definitions(
    linter: &Linter,
    source: &Source<'_>,
    written: &Written<'_>,
    reading: &str,
) -> Option<Completions> {
    let mut attempts = attempts_at_definition(reading, written.token, written.format);
    let (notation, attempt) = attempts.find_map(|attempt| Some((notation_at(&attempt, source)?, attempt)))?;
    let comma = comma_behind(written);
    let catalog = &linter.config().catalog;
    let indentation = indentation(written.text);
    let item = |entry: &TypeEntry<'_>| item(catalog, entry, notation, (indentation, comma));
    let items = catalog.entries().iter().filter_map(item).collect();
    let besides = attempt.comma.map(|at| Edit::insert(at, ",")).into_iter().collect();
    Some(Completions { span: written.token.content, items, besides })
}

/// Works out beforehand what definitions of some types consist of: of so many of them, from the one of that number on.
/// Returns how many there were.
#[must_use]
pub fn prepare_definitions(linter: &Linter, from: usize, count: usize) -> usize {
    let catalog = &linter.config().catalog;
    let entries = catalog.entries();
    let mut prepared = 0;
    for id in entries.iter().skip(from).take(count).filter_map(|entry| meant(catalog, entry)) {
        catalog.required(&id);
        prepared += 1;
    }
    prepared
}

/// The version that is meant of a type.
fn meant(catalog: &Catalog, entry: &TypeEntry<'_>) -> Option<ResourceId> {
    match catalog.find(Some(entry.group), entry.resource_type, None) {
        Lookup::Found(id) => Some(id),
        _ => None,
    }
}

/// How the file writes the definition that an attempt puts at the cursor; `None` where it takes it for something else.
fn notation_at(attempt: &Attempt, source: &Source<'_>) -> Option<Notation> {
    let document = attempt.read(source).document;
    let is_there = |definition: &&Definition<'_>| definition.body.span.start == attempt.offset;
    let found = document.definitions.iter().find(is_there).filter(|_| document.syntax_errors.is_empty());
    found.map(|definition| definition.notation)
}

/// What is to stand behind a definition: a comma, unless one is there, or the list ends and needs none.
fn comma_behind(written: &Written<'_>) -> &'static str {
    let behind = &written.text[written.token.content.end as usize..];
    let next = behind.trim_start();
    let is_in_this_line = !behind[..behind.len() - next.len()].contains(['\n', '\r']);
    match next.chars().next() {
        None | Some(',') => "",
        Some(']' | ')') if is_in_this_line || written.format == Format::Json => "",
        Some(_) => ",",
    }
}

/// What is further to the right is no level of indentation, but set below something.
const DEEPEST_INDENTATION: usize = 8;

/// What one level of a file is indented by.
fn indentation(text: &str) -> &str {
    let blanks = |line: &'_ str| line.len() - line.trim_start_matches([' ', '\t']).len();
    // The lines of a comment may begin with an asterisk below another.
    let indented = text.lines().find(|line| blanks(line) > 0 && !line.trim_start().starts_with('*'));
    let first = indented.map(|line| &line[..blanks(line)]);
    first.filter(|blanks| blanks.len() <= DEEPEST_INDENTATION).unwrap_or("  ")
}

fn item(
    catalog: &Catalog,
    entry: &TypeEntry<'_>,
    notation: Notation,
    (indentation, comma): (&str, &str),
) -> Option<Completion> {
    let id = meant(catalog, entry)?;
    let skeleton = match notation {
        Notation::Template if entry.arm_type.is_empty() => return None,
        Notation::Template => resource_of_template(catalog, entry, &id),
        Notation::Program | Notation::Call | Notation::Data => definition(catalog, entry, &id),
    };
    let written = skeleton.written(notation == Notation::Program, comma);
    let completion = Completion::new(entry.resource_type, CompletionKind::Definition, plain(&written, indentation));
    Some(Completion {
        documentation: Some(format!("{}, with all that is required", entry.arm_type)),
        snippet: Some(snippet(&written)),
        ..completion.with_detail(entry.group)
    })
}

fn definition(catalog: &Catalog, entry: &TypeEntry<'_>, id: &ResourceId) -> Skeleton {
    let deployment = catalog.deployment(id);
    let mut properties = members(&catalog.required(id));
    if deployment.as_ref().is_some_and(|deployment| deployment.own_name().is_some()) {
        properties.insert(0, ("name".to_owned(), Skeleton::Text));
    }
    let mut members = vec![
        ("type".to_owned(), Skeleton::Known(entry.resource_type.to_owned())),
        ("group".to_owned(), Skeleton::Known(entry.group.to_owned())),
        ("properties".to_owned(), Skeleton::Returned(properties)),
    ];
    let parents = deployment.iter().flat_map(|deployment| deployment.parents());
    let parents: Vec<_> = parents.map(|(key, _)| (key.to_owned(), Skeleton::Text)).collect();
    if !parents.is_empty() {
        members.push(("dependencies".to_owned(), Skeleton::Returned(parents)));
    }
    Skeleton::Object(members)
}

fn resource_of_template(catalog: &Catalog, entry: &TypeEntry<'_>, id: &ResourceId) -> Skeleton {
    let head = [
        ("type".to_owned(), Skeleton::Known(entry.arm_type.to_owned())),
        ("apiVersion".to_owned(), Skeleton::Known(id.api_version.to_string())),
        ("name".to_owned(), Skeleton::Text),
    ];
    Skeleton::Object(head.into_iter().chain(members(&catalog.required(id))).collect())
}

fn members(required: &[RequiredMember]) -> Vec<(String, Skeleton)> {
    let value = |value: &RequiredValue| match value {
        RequiredValue::Text => Skeleton::Text,
        RequiredValue::Object(required) => Skeleton::Object(members(required)),
        RequiredValue::TextList => Skeleton::TextList,
        RequiredValue::List => Skeleton::List,
        RequiredValue::Other => Skeleton::Other,
    };
    required.iter().map(|member| (member.key.clone(), value(&member.value))).collect()
}
