//! The engine: reads a file, holds each resource in it against its schema and against the rules.

mod decode;
mod definition_check;
mod fix;
mod mask;
mod read_file;
mod report;
mod source;
mod suppress;
mod whole_project;

pub use fix::{Fixed, Fixes};
pub use report::{FileReport, Report, Summary};
pub use source::{Source, has_the_name_of_a_resource_file};

use std::{fmt, sync::Arc};

#[cfg(doc)]
use crate::catalog::Catalog;
use crate::catalog::{SwaggerError, SwaggerProblem};
use crate::config::{Config, RuleSeverities};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::project::Project;
use crate::rule::Rule;
use crate::rules::{DocumentContext, RuleSet, SuppressionContext, all_rules};
use crate::text::Span;
use crate::validate::KnownTypes;
use definition_check::check_definition;
pub(crate) use definition_check::label_of;
pub(crate) use read_file::ReadFile;
use suppress::suppress;
pub(crate) use whole_project::WholeProject;

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
        let rules = RuleSet::new(|rule| config.is_on_somewhere(rule));
        Self { config, rules, types: KnownTypes::default() }
    }

    /// The config that it goes by.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Adds the types of a swagger file to those that it knows, as [`Catalog::add_swagger`] does.
    ///
    /// # Errors
    /// If the text is not JSON, or not swagger. All is then as before.
    pub fn add_swagger(&mut self, text: &str) -> Result<Vec<SwaggerProblem>, SwaggerError> {
        let problems = self.config.catalog.add_swagger(text)?;
        self.types = KnownTypes::default();
        Ok(problems)
    }

    /// Checks one file on its own.
    ///
    /// Whatever is wrong with the file is a diagnostic: one that is not text, or of a format that lazuli
    /// does not read, is a `definition/syntax`.
    #[must_use]
    pub fn check<'s>(&self, source: &Source<'s>) -> FileReport<'s> {
        let file = ReadFile::read(source);
        self.check_file(&self.project([&file], false), &file, 0)
    }

    /// Checks files that belong together: they can refer to one another.
    #[must_use]
    pub fn check_project<'s>(&self, sources: &[Source<'s>]) -> Report<'s> {
        let files: Vec<ReadFile<'s>> = sources.iter().map(ReadFile::read).collect();
        let project = self.project(&files, false);
        let reports = files.iter().enumerate().filter(|(_, file)| file.source.reported);
        let reports = reports.map(|(number, file)| self.check_file(&project, file, number));
        Report { files: reports.filter(|report| !report.passed_over).collect() }
    }

    /// The project that files make, which were read, and what is wrong with it as a whole. `is_cut` says that it has
    /// more files than these.
    pub(crate) fn project<'p, 's: 'p>(
        &self,
        files: impl IntoIterator<Item = &'p ReadFile<'s>>,
        is_cut: bool,
    ) -> WholeProject<'p, 's> {
        WholeProject::new(self, self.declared(files, is_cut))
    }

    /// The same, without a look at what is wrong with it.
    pub(crate) fn declared<'p, 's: 'p>(
        &self,
        files: impl IntoIterator<Item = &'p ReadFile<'s>>,
        is_cut: bool,
    ) -> Project<'p, 's> {
        let files = files.into_iter().map(ReadFile::in_project).collect();
        Project::new(files, is_cut, &self.config.catalog, &self.types)
    }

    /// Checks the file of that number in a project.
    pub(crate) fn check_file<'s>(
        &self,
        whole: &WholeProject<'_, 's>,
        file: &ReadFile<'s>,
        number: usize,
    ) -> FileReport<'s> {
        let project = &whole.project;
        let ReadFile { source, text, document } = file;
        let mut report = FileReport {
            path: source.path,
            text,
            diagnostics: Vec::new(),
            resources: document.definitions.len(),
            unchecked: 0,
            not_read: document.not_read.len(),
            known: 0,
            secrets: Vec::new(),
            passed_over: file.is_passed_over(),
        };
        if report.passed_over {
            return report;
        }
        let context = DocumentContext { document, text, named: source.named };
        for check in &self.rules.of_documents {
            check(&context, &mut report.diagnostics);
        }
        for diagnostic in &mut report.diagnostics {
            let position = position_of_definition(document, diagnostic.span);
            diagnostic.resource = position.map(|position| Arc::new(label_of(project.resource(number, position))));
        }
        let mut secrets = Vec::new();
        for position in 0..document.definitions.len() {
            let checked = check_definition(self, whole, project.resource(number, position));
            report.diagnostics.extend(checked.diagnostics);
            report.unchecked += usize::from(!checked.has_schema);
            secrets.extend(checked.secrets);
        }
        let severities = self.config.rules_for(source.path);
        severities.apply(&mut report.diagnostics);
        if !document.suppressions.is_empty() {
            self.suppress(document, text, &severities, &mut report.diagnostics);
        }
        if !secrets.is_empty() {
            report.secrets = mask::places(text, secrets.iter().map(|(span, _)| *span));
        }
        put_in_order(&mut report.diagnostics);
        mask::mask_messages(text, &secrets, &mut report.diagnostics);
        report
    }

    /// Leaves out what the comments of the file ask for, and says which of them do so in vain.
    fn suppress(
        &self,
        document: &Document<'_>,
        text: &str,
        severities: &RuleSeverities,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let used = suppress(&document.suppressions, text, diagnostics);
        let context = SuppressionContext { document, text, used: &used };
        for check in &self.rules.of_suppressions {
            check(&context, diagnostics);
        }
        severities.apply(diagnostics);
    }
}

/// Every rule, sorted by its code.
#[must_use]
pub fn rules() -> Vec<&'static Rule> {
    let mut rules: Vec<&Rule> = all_rules().collect();
    rules.sort_by_key(|rule| rule.code);
    rules
}

/// The number of the definition that a place belongs to; the definitions of a document are in the order of the text.
fn position_of_definition(document: &Document<'_>, place: Span) -> Option<usize> {
    let begun = document.definitions.partition_point(|definition| definition.body.span.start <= place.start);
    let position = begun.checked_sub(1)?;
    document.definitions[position].body.span.contains(place).then_some(position)
}

/// Sorts by place; what two resources say with one constant is said once.
fn put_in_order(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.rule));
    diagnostics.dedup_by(|one, other| one.rule == other.rule && one.span == other.span && one.message == other.message);
}
