//! The engine: reads a file, holds each resource in it against its schema and against the rules.

mod decode;
mod definition_check;
mod fix;
mod report;
mod source;
mod suppress;

pub use fix::{Fixed, Fixes};
pub use report::{FileReport, Report, Summary};
pub use source::{Source, has_the_name_of_a_resource_file};

use std::fmt;

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::document::{Definition, Document, SyntaxError};
use crate::read::{Format, LARGEST_FILE, read};
use crate::rule::Rule;
use crate::rules::{DocumentContext, RuleSet, SuppressionContext, all_rules};
use crate::text::Span;
use crate::validate::KnownTypes;
use decode::decode;
use definition_check::{check_definition, label_of};
use suppress::suppress;

/// Checks files. One linter serves any number of files and threads; a resource type is prepared when the
/// first file names it, and kept.
pub struct Linter {
    config: Config,
    rules: RuleSet,
    types: KnownTypes,
}

impl Default for Linter {
    /// A linter that goes by all that is built in.
    fn default() -> Self {
        Self::new(Config::default())
    }
}

impl fmt::Debug for Linter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Linter").field("config", &self.config).finish_non_exhaustive()
    }
}

impl Linter {
    /// A linter that goes by `config`.
    #[must_use]
    pub fn new(config: Config) -> Self {
        Self { config, rules: RuleSet::all(), types: KnownTypes::default() }
    }

    /// Checks one file on its own.
    ///
    /// Whatever is wrong with the file is a diagnostic: one that is not text, or of a format that lazuli
    /// does not read, is a `definition/syntax`.
    #[must_use]
    pub fn check<'s>(&self, source: &Source<'s>) -> FileReport<'s> {
        let (text, document) = read_source(source);
        let mut report = FileReport {
            path: source.path,
            text,
            diagnostics: Vec::new(),
            resources: document.definitions.len(),
            unchecked: 0,
            not_read: document.not_read.len(),
            passed_over: !source.named && !document.declares_resources && !is_resource_file_by_name(source, &document),
        };
        if report.passed_over {
            return report;
        }
        let context = DocumentContext { document: &document, text, named: source.named };
        for check in &self.rules.of_documents {
            check(&context, &mut report.diagnostics);
        }
        for diagnostic in &mut report.diagnostics {
            diagnostic.resource = definition_at(&document, diagnostic.span).map(|found| label_of(self, found));
        }
        for definition in &document.definitions {
            let checked = check_definition(self, definition, text);
            report.diagnostics.extend(checked.diagnostics);
            report.unchecked += usize::from(!checked.has_schema);
        }
        self.config.rules.apply(&mut report.diagnostics);
        if !document.suppressions.is_empty() {
            self.suppress(&document, text, &mut report.diagnostics);
        }
        put_in_order(&mut report.diagnostics);
        report
    }

    /// Leaves out what the comments of the file ask for, and says which of them do so in vain.
    fn suppress(&self, document: &Document<'_>, text: &str, diagnostics: &mut Vec<Diagnostic>) {
        let used = suppress(&document.suppressions, text, diagnostics);
        let context = SuppressionContext { document, text, used: &used };
        for check in &self.rules.of_suppressions {
            check(&context, diagnostics);
        }
        self.config.rules.apply(diagnostics);
    }

    /// Checks files that belong together.
    #[must_use]
    pub fn check_project<'s>(&self, sources: &[Source<'s>]) -> Report<'s> {
        let files = sources.iter().map(|source| self.check(source)).filter(|file| !file.passed_over);
        Report { files: files.collect() }
    }
}

/// Every rule, sorted by its code.
#[must_use]
pub fn rules() -> Vec<&'static Rule> {
    let mut rules: Vec<&Rule> = all_rules().collect();
    rules.sort_by_key(|rule| rule.code);
    rules
}

fn read_source<'s>(source: &Source<'s>) -> (&'s str, Document<'s>) {
    match (decode(source.content), Format::of(source.path)) {
        (Ok(text), Some(format)) => (text, read(text, format)),
        (Ok(text), None) => {
            let error = SyntaxError::new("lazuli does not read files of this kind", Span::new(0, 0))
                .with_help(format!("It reads files that end in {}.", Format::ENDINGS));
            (text, Document { syntax_errors: vec![error], ..Document::default() })
        }
        (Err((text, error)), _) => {
            let declares_resources = says_create_resources(source.content);
            (text, Document { syntax_errors: vec![error], declares_resources, ..Document::default() })
        }
    }
}

/// Whether bytes that are no text have the name in them by which programs export resources.
fn says_create_resources(content: &[u8]) -> bool {
    const NAME: &[u8] = b"createResources";
    content.len() <= LARGEST_FILE && content.windows(NAME.len()).any(|bytes| bytes == NAME)
}

/// The definition that a place belongs to; the definitions of a document are in the order of the text.
fn definition_at<'d, 's>(document: &'d Document<'s>, place: Span) -> Option<&'d Definition<'s>> {
    let begun = document.definitions.partition_point(|definition| definition.body.span.start <= place.start);
    document.definitions[..begun].last().filter(|definition| definition.body.span.contains(place))
}

/// Whether a file that may well declare resources also has the name of one that does.
fn is_resource_file_by_name(source: &Source<'_>, document: &Document<'_>) -> bool {
    let may = !document.syntax_errors.is_empty() || !document.definitions.is_empty();
    may && has_the_name_of_a_resource_file(source.path)
}

/// Sorts by place; what two resources say with one constant is said once.
fn put_in_order(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.rule));
    diagnostics.dedup_by(|one, other| one.rule == other.rule && one.span == other.span && one.message == other.message);
}
