//! Reads JavaScript and TypeScript without running it.
//!
//! The text is parsed, the function that declares the resources is found among its exports, and what
//! that function returns is evaluated as far as the text alone tells.

mod array;
mod bindings;
mod branches;
mod callback;
mod evaluate;
mod exports;
mod function;
mod make_calls;
mod mutation;
mod names;
mod nesting;
mod object;
mod operator;
mod resources;
mod syntax;
mod words;

use oxc_allocator::Allocator;
use oxc_ast::ast::Comment;
use oxc_parser::{ParseOptions, Parser};
use oxc_span::SourceType;

use super::{Dialect, limits::too_deep};
use crate::document::{Definition, Document, Notation, Suppression, SyntaxError};
use crate::text::Span;
use bindings::Bindings;
use evaluate::Evaluator;
use exports::{CREATE_RESOURCES, resource_exports};
use resources::{Resources, resources};
use syntax::syntax_error;

/// Reads `text`.
pub(super) fn read(text: &str, dialect: Dialect) -> Document<'_> {
    if let Some(offset) = nesting::too_deep_at(text, dialect == Dialect::TypeScript) {
        return broken(text, too_deep(offset));
    }

    let source_type = match dialect {
        Dialect::Script => SourceType::unambiguous().with_standard(true),
        Dialect::CommonJs => SourceType::cjs(),
        Dialect::Module => SourceType::mjs(),
        Dialect::TypeScript => SourceType::ts().with_unambiguous(true),
    };
    // Nothing looks an identifier up by its hash.
    let options = ParseOptions { enable_ident_hashes: false, ..ParseOptions::default() };
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, source_type).with_options(options).parse();

    if parsed.diagnostics.has_errors() {
        // What follows the first error is mostly its echo.
        let first = parsed.diagnostics.errors().next();
        return first.map_or_else(Document::default, |error| broken(text, syntax_error(text, error)));
    }
    let bindings = Bindings::of_program(&parsed.program);
    let evaluator = Evaluator::new(text, &parsed.program);
    let exports = resource_exports(&parsed.program, &bindings);
    let Resources { definitions, not_read } = resources(&evaluator, &bindings, &exports.all);
    let mut document = Document {
        declares_resources: declares_resources(exports.by_name, &definitions),
        definitions,
        not_read,
        repeated_keys: evaluator.repeated_keys.into_inner(),
        suppressions: suppressions(text, &parsed.program.comments),
        syntax_errors: Vec::new(),
    };
    // A module without the function's name may hold a list of anything.
    if !exports.by_name && !document.declares_resources && !document.definitions.iter().any(may_be_a_definition) {
        document.definitions.clear();
        document.not_read.clear();
    }
    document
}

fn suppressions<'s>(text: &'s str, comments: &[Comment]) -> Vec<Suppression<'s>> {
    if !text.contains(Suppression::MARK) {
        return Vec::new();
    }
    let asked = comments
        .iter()
        .map(|comment| Suppression::of_comment(text, span_of(comment.span), span_of(comment.content_span())));
    asked.flatten().collect()
}

/// A text that does not parse.
fn broken(text: &str, error: SyntaxError) -> Document<'_> {
    Document { syntax_errors: vec![error], declares_resources: seems_to_export(text), ..Document::default() }
}

/// Whether a text that does not parse has a line that exports or declares `createResources`.
fn seems_to_export(text: &str) -> bool {
    text.match_indices(CREATE_RESOURCES).any(|(at, _)| {
        let line = text[..at].rsplit(['\n', '\r']).next().unwrap_or_default();
        let first = line.split(|character: char| !character.is_ascii_alphabetic()).find(|word| !word.is_empty());
        first.is_none_or(|first| DECLARING.contains(&first)) && !line.contains("//")
    })
}

/// The words that a line begins with which exports or declares something.
const DECLARING: [&str; 8] = ["exports", "module", "export", "const", "let", "var", "function", "async"];

/// The span in lazuli's own terms.
fn span_of(span: oxc_span::Span) -> Span {
    Span::new(span.start, span.end)
}

/// Whether a program means to declare resources. Other programs have a function `createResources` too: what it
/// makes has neither type nor group.
fn declares_resources(by_name: bool, definitions: &[Definition<'_>]) -> bool {
    let is_like_one = |found: &Definition<'_>| {
        found.notation == Notation::Call || ["type", "group", "properties"].iter().any(|key| found.field(key).is_some())
    };
    definitions.iter().any(is_surely_a_definition)
        || (by_name && (definitions.is_empty() || definitions.iter().any(is_like_one)))
}

/// Whether something is a resource definition, though nothing but its shape says so.
fn is_surely_a_definition(definition: &Definition<'_>) -> bool {
    match definition.notation {
        Notation::Call => definition.body.as_object().is_some(),
        _ => {
            let is_a_function = |key| definition.field(key).is_some_and(|member| member.value.as_function().is_some());
            may_be_a_definition(definition) && (is_a_function("properties") || is_a_function("dependencies"))
        }
    }
}

fn may_be_a_definition(definition: &Definition<'_>) -> bool {
    definition.resource_type.is_some() && definition.group.is_some()
}
