//! Reads JavaScript and TypeScript without running it.
//!
//! The text is parsed, the function that declares the resources is found among its exports, and what
//! that function returns is evaluated as far as the text alone tells.

mod array;
mod bindings;
mod evaluate;
mod exports;
mod function;
mod mutation;
mod nesting;
mod object;
mod operator;
mod resources;

use oxc_allocator::Allocator;
use oxc_parser::{ParseOptions, Parser};
use oxc_span::SourceType;

use super::{Dialect, limits::too_deep};
use crate::document::{Definition, Document, Notation, SyntaxError};
use crate::text::Span;
use bindings::Bindings;
use evaluate::Evaluator;

/// Reads `text`.
pub(super) fn read(text: &str, dialect: Dialect) -> Document<'_> {
    let declares_resources = text.contains("createResources");
    if let Some(offset) = nesting::too_deep_at(text, dialect == Dialect::TypeScript) {
        return Document { syntax_errors: vec![too_deep(offset)], declares_resources, ..Document::default() };
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

    let mut document = Document { declares_resources, ..Document::default() };
    if parsed.diagnostics.has_errors() {
        // What follows the first error is mostly its echo.
        document.syntax_errors.extend(parsed.diagnostics.errors().next().map(|error| syntax_error(text, error)));
        return document;
    }
    let bindings = Bindings::of_program(&parsed.program);
    let evaluator = Evaluator::new(text, &parsed.program);
    document.definitions = resources::definitions(&evaluator, &bindings, &parsed.program);
    // A module without the function's name may hold a list of anything.
    if !declares_resources && !document.definitions.iter().any(is_surely_a_definition) {
        document.definitions.clear();
    }
    document.declares_resources |= !document.definitions.is_empty();
    document.repeated_keys = evaluator.repeated_keys.into_inner();
    document
}

/// The span in lazuli's own terms.
fn span_of(span: oxc_span::Span) -> Span {
    Span::new(span.start, span.end)
}

fn is_surely_a_definition(definition: &Definition<'_>) -> bool {
    match definition.notation {
        Notation::Call => definition.body.as_object().is_some(),
        _ => definition.resource_type.is_some() && definition.group.is_some(),
    }
}

fn syntax_error(text: &str, error: &oxc_diagnostics::OxcDiagnostic) -> SyntaxError {
    let end = Span::from_offsets(text.len(), text.len());
    let span = error.labels.first().map_or(end, |label| {
        // The parser's own places can cut a character that is no ASCII.
        span_of(label.span()).on_characters_of(text)
    });
    SyntaxError { message: error.message.to_string(), help: error.help.as_ref().map(ToString::to_string), span }
}
