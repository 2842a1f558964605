use lazuli::catalog::{Lookup, import::LARGEST_SCHEMA_FILE};
use lazuli::ide::{self, Files, View};
use lazuli::text::LineIndex;
use lazuli::{Config, Fixes, graph};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::action::Action;
use crate::boundary::{all_given, all_taken, given, options, taken};
use crate::catalogue::{Imported, TypeEntry};
use crate::completion::Completions;
use crate::files::{SourceFile, position_of, sources};
use crate::graph::Graph;
use crate::hover::Hover;
use crate::navigation::{Location, Place, ResourceSymbol};
use crate::place::{Range, span_between};
use crate::problem::{Problem, ProblemKind};
use crate::report::Report;
use crate::rule::RuleDocumentation;
use crate::schema::ResourceSchema;

/// What a linter goes by.
#[derive(Debug, Default, Deserialize, Tsify)]
#[serde(default)]
pub struct Settings {
    /// The text of a `lazuli.toml`.
    #[tsify(optional)]
    pub config: Option<String>,
    /// The schema files that it names.
    #[tsify(optional)]
    pub schemas: Vec<SourceFile>,
}

/// What a check is asked for.
#[derive(Debug, Default, Deserialize, Tsify)]
#[serde(default)]
pub struct CheckOptions {
    /// The names of the files to report on; the others are only there to be referred to. All, where it is absent.
    #[tsify(optional)]
    pub only: Option<Vec<String>>,
}

/// Which fixes are made.
#[derive(Debug, Default, Deserialize, Tsify)]
#[serde(default)]
pub struct FixOptions {
    /// The names of the files to mend; all, where it is absent.
    #[tsify(optional)]
    pub only: Option<Vec<String>>,
    /// Whether to make those that a person should look at, beside those that can be made unseen.
    #[tsify(optional)]
    #[serde(rename = "unsafe")]
    pub on_request: bool,
    /// Whether to mend what is only worth knowing, too.
    #[tsify(optional)]
    pub info: bool,
}

/// A file that was mended.
#[derive(Debug, Serialize, Tsify)]
pub struct FixedFile {
    /// The name of the file.
    pub path: String,
    /// Its whole text.
    pub text: String,
    /// How many fixes were made in it.
    pub fixes: usize,
}

/// Checks files, and tells editors what they ask. Files are given as they are now, those of a project together: they
/// can refer to one another. Offsets count UTF-16 code units, as JavaScript does. A question that cannot be answered
/// throws a `LazuliError`, which says what is to blame.
#[wasm_bindgen]
pub struct Linter {
    linter: lazuli::Linter,
}

// What JavaScript gives comes by value, and every question is asked of a linter.
#[expect(clippy::needless_pass_by_value, clippy::unused_self)]
#[wasm_bindgen]
impl Linter {
    /// A linter that goes by a `lazuli.toml`, or by all that is built in.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: Option<Ts<Settings>>) -> Result<Self, Problem> {
        let Settings { config, schemas } = options(settings.as_ref())?;
        let Some(text) = config else { return Ok(Self { linter: lazuli::Linter::default() }) };
        let schema = |name: &str| {
            let found = schemas.iter().find(|file| file.path == name);
            found.map(|file| file.text.clone()).ok_or_else(|| "it is not among the schemas that were given".to_owned())
        };
        match Config::from_toml(&text, schema) {
            Ok(read) => Ok(Self { linter: lazuli::Linter::new(read.config) }),
            Err(errors) => {
                let lines = LineIndex::new(&text);
                let line = |error: &lazuli::config::ConfigError| {
                    let position = lines.position(error.span.start);
                    format!("{}:{}: {error}", position.line, position.column)
                };
                Err(Problem::new(ProblemKind::Config, errors.iter().map(line).collect::<Vec<_>>().join("\n")))
            }
        }
    }

    /// Checks files.
    pub fn check(&self, files: Vec<Ts<SourceFile>>, options: Option<Ts<CheckOptions>>) -> Result<Ts<Report>, Problem> {
        let files = all_taken(&files)?;
        let only = self::options(options.as_ref())?.only;
        given(&Report::new(&self.linter.check_project(&sources(&files, only.as_deref())), &files))
    }

    /// Mends what can be mended; the files that this changes.
    pub fn fix(
        &self,
        files: Vec<Ts<SourceFile>>,
        options: Option<Ts<FixOptions>>,
    ) -> Result<Vec<Ts<FixedFile>>, Problem> {
        let files = all_taken(&files)?;
        let FixOptions { only, on_request, info } = self::options(options.as_ref())?;
        let least = if info { lazuli::Severity::Info } else { lazuli::Severity::Warning };
        let fixed = self.linter.fix_project(&sources(&files, only.as_deref()), Fixes { on_request, least });
        let changed = files.into_iter().zip(fixed).filter_map(|(file, fixed)| Some((file, fixed?)));
        all_given(changed.map(|(file, fixed)| FixedFile { path: file.path, text: fixed.text, fixes: fixed.fixes }))
    }

    /// What there is to say of the thing at a place.
    pub fn hover(&self, files: Vec<Ts<SourceFile>>, path: &str, offset: u32) -> Result<Option<Ts<Hover>>, Problem> {
        self.at(&files, path, offset, |_, view, file, offset| {
            Some(Hover::new(view.hover(file, offset)?, &LineIndex::new(view.text(file))))
        })
    }

    /// What can stand at a place.
    pub fn complete(
        &self,
        files: Vec<Ts<SourceFile>>,
        path: &str,
        offset: u32,
    ) -> Result<Option<Ts<Completions>>, Problem> {
        let files = all_taken(&files)?;
        let file = position_of(&files, path)?;
        let lines = LineIndex::new(&files[file].text);
        let found =
            ide::complete(&self.linter, &Files::read(&sources(&files, None)), file, lines.offset_of_utf16(offset));
        found.map(|found| given(&Completions::new(found, &lines))).transpose()
    }

    /// The resources of a file.
    pub fn symbols(&self, file: Ts<SourceFile>) -> Result<Vec<Ts<ResourceSymbol>>, Problem> {
        let files = [taken(&file)?];
        let read = Files::read(&sources(&files, None));
        let view = View::new(&self.linter, &read);
        let lines = LineIndex::new(view.text(0));
        all_given(view.symbols(0).into_iter().map(|symbol| ResourceSymbol::new(symbol, &lines)))
    }

    /// Where the resource is declared that a dependency or `getId` at a place names.
    pub fn definition(
        &self,
        files: Vec<Ts<SourceFile>>,
        path: &str,
        offset: u32,
    ) -> Result<Option<Ts<Location>>, Problem> {
        self.at(&files, path, offset, |files, view, file, offset| {
            let target = view.target(file, offset)?;
            let range = Range::new(target.span, &LineIndex::new(view.text(target.file)));
            Some(Location { path: files[target.file].path.clone(), range })
        })
    }

    /// Which resource a place is in, and where in it.
    pub fn place(&self, files: Vec<Ts<SourceFile>>, path: &str, offset: u32) -> Result<Option<Ts<Place>>, Problem> {
        self.at(&files, path, offset, |_, view, file, offset| view.place(file, offset).map(Place::from))
    }

    /// What can be done about what was found between two places.
    pub fn actions(
        &self,
        files: Vec<Ts<SourceFile>>,
        path: &str,
        start: u32,
        end: u32,
    ) -> Result<Vec<Ts<Action>>, Problem> {
        let files = all_taken(&files)?;
        let file = position_of(&files, path)?;
        let sources = sources(&files, Some(&[path.to_owned()]));
        let report = self.linter.check_project(&sources);
        let Some(report) = report.files.first() else { return Ok(Vec::new()) };
        let lines = LineIndex::new(report.text);
        let actions = self.linter.actions(&sources[file], report, span_between(start, end, &lines));
        all_given(actions.iter().map(|action| Action::new(action, &lines)))
    }

    /// The resources of files and what they depend on, as a picture.
    pub fn graph(&self, files: Vec<Ts<SourceFile>>) -> Result<Ts<Graph>, Problem> {
        let files = all_taken(&files)?;
        let mut graph = graph::Graph::default();
        graph.add(&self.linter, &sources(&files, None));
        given(&Graph::new(&graph))
    }

    /// What a resource type consists of: `Network::Subnet`, or its name at Azure Resource Manager. Without a version,
    /// that which is meant where a file asks for none.
    pub fn schema(
        &self,
        resource_type: &str,
        api_version: Option<String>,
    ) -> Result<Option<Ts<ResourceSchema>>, Problem> {
        let catalog = &self.linter.config().catalog;
        let (group, name) = match resource_type.split_once("::") {
            Some((group, name)) => (Some(group), name),
            None => (None, resource_type),
        };
        match catalog.find(group, name, api_version.as_deref()) {
            Lookup::Found(id) => ResourceSchema::new(&id, catalog).as_ref().map(given).transpose(),
            _ => Ok(None),
        }
    }

    /// Every resource type that is known.
    pub fn catalogue(&self) -> Result<Vec<Ts<TypeEntry>>, Problem> {
        all_given(self.linter.config().catalog.entries().into_iter().map(TypeEntry::new))
    }

    /// All that is said about a rule, which its code names.
    pub fn explain(&self, rule: &str) -> Result<Option<Ts<RuleDocumentation>>, Problem> {
        let found = lazuli::linter::rules().into_iter().find(|found| found.code.0 == rule);
        found.map(|rule| given(&RuleDocumentation::from(rule))).transpose()
    }

    /// Adds the types of a swagger file to those that are known.
    #[wasm_bindgen(js_name = importSchema)]
    pub fn import_schema(&mut self, bytes: &[u8]) -> Result<Ts<Imported>, Problem> {
        let refused = |message: String| Problem::new(ProblemKind::Schema, message);
        if bytes.len() > LARGEST_SCHEMA_FILE {
            let most = LARGEST_SCHEMA_FILE / 1024 / 1024;
            return Err(refused(format!("the file is larger than {most} MiB")));
        }
        let text = std::str::from_utf8(bytes).map_err(|_| refused("the file is not UTF-8".to_owned()))?;
        let problems = self.linter.add_swagger(text).map_err(|error| refused(error.to_string()))?;
        let catalog = &self.linter.config().catalog;
        let is_added = |entry: &lazuli::catalog::TypeEntry<'_>| {
            catalog.added().any(|id| (&*id.group, &*id.resource_type) == (entry.group, entry.resource_type))
        };
        given(&Imported {
            types: catalog.entries().into_iter().filter(is_added).map(TypeEntry::new).collect(),
            problems: problems.into_iter().map(Into::into).collect(),
        })
    }
}

impl Linter {
    /// What `ask` makes of a place in one of the files.
    fn at<T: Tsify + Serialize>(
        &self,
        files: &[Ts<SourceFile>],
        path: &str,
        offset: u32,
        ask: impl FnOnce(&[SourceFile], &View<'_, '_>, usize, u32) -> Option<T>,
    ) -> Result<Option<Ts<T>>, Problem> {
        let files = all_taken(files)?;
        let file = position_of(&files, path)?;
        let read = Files::read(&sources(&files, None));
        let view = View::new(&self.linter, &read);
        let offset = LineIndex::new(&files[file].text).offset_of_utf16(offset);
        ask(&files, &view, file, offset).as_ref().map(given).transpose()
    }
}
