//! What a check goes by, and `lazuli.toml`, in which a project says so.

mod keys;
mod overrides;
mod schema;
mod settings;
mod severities;
mod template;

use std::{
    borrow::Cow,
    path::{Path, PathBuf},
};

use thiserror::Error;

use crate::catalog::{Catalog, Lookup, SwaggerProblem};
use crate::diagnostic::Severity;
use crate::rule::Rule;
use crate::text::{Span, join_alternatives, quote, suggestion};
pub use overrides::{Override, PatternError};
pub use schema::json_schema;
use settings::{OverrideSetting, Setting, Settings};
pub use severities::{Chosen, NoSuchRule, RuleSeverities};
pub use template::template;

/// Where the JSON Schema of the file is published.
fn schema_url() -> String {
    format!("{}/lazuli.schema.json", env!("CARGO_PKG_HOMEPAGE"))
}

/// The name of the file in which a project says how it wants to be checked.
pub const FILE_NAME: &str = "lazuli.toml";

/// What a [`Linter`](crate::Linter) goes by.
#[derive(Debug)]
pub struct Config {
    /// The resource types to hold definitions against.
    pub catalog: Catalog,
    /// How grave what is found is.
    pub rules: RuleSeverities,
    /// The API versions that are meant of types, as the config says it.
    pub api_versions: Vec<ChosenVersion>,
    /// How grave it is in some of the files, what comes later over what comes first.
    pub overrides: Vec<Override>,
    /// What of a folder is left alone: patterns as `.gitignore` has them, from where the config stands.
    pub exclude: Vec<String>,
    /// The folder that the config stands in, from the root of the file system.
    pub root: PathBuf,
}

impl Default for Config {
    /// All that is built in.
    fn default() -> Self {
        Self {
            catalog: Catalog::embedded(),
            rules: RuleSeverities::default(),
            api_versions: Vec::new(),
            overrides: Vec::new(),
            exclude: Vec::new(),
            root: PathBuf::new(),
        }
    }
}

/// The API version that is meant of a type, or of a group's types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenVersion {
    /// `Network::Subnet`, `Network::*`
    pub name: String,
    /// `2025-05-01`
    pub version: String,
    /// Where the config says so.
    pub origin: Span,
}

/// A config that was read from a `lazuli.toml`.
#[derive(Debug)]
pub struct ReadConfig {
    /// The config.
    pub config: Config,
    /// What in the schema files could not be used, and in which.
    pub schema_problems: Vec<(String, SwaggerProblem)>,
}

/// Something in a `lazuli.toml` that cannot be meant.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct ConfigError {
    /// What is wrong, in one sentence.
    pub message: String,
    /// Where it stands in the file.
    pub span: Span,
}

impl ConfigError {
    fn new(span: Span, message: String) -> Self {
        Self { message, span }
    }
}

impl Config {
    /// The config that `text`, a `lazuli.toml`, describes. `read_schema` gives the text of a schema file that it
    /// names, or says why there is none.
    ///
    /// ```
    /// use lazuli::{Config, Linter};
    ///
    /// let text = "[api-versions]\n\"KeyVault::*\" = \"2025-05-01\"\n";
    /// let read = Config::from_toml(text, |file| std::fs::read_to_string(file).map_err(|error| error.to_string()))?;
    /// let linter = Linter::new(read.config);
    ///
    /// let errors = Config::from_toml("scheams = []", |_| Ok(String::new())).unwrap_err();
    /// assert_eq!(errors[0].to_string(), "unknown key `scheams`: did you mean `schemas`?");
    /// # Ok::<(), Vec<lazuli::config::ConfigError>>(())
    /// ```
    ///
    /// # Errors
    /// All that is wrong with the file, in the order of the text.
    pub fn from_toml(
        text: &str,
        mut read_schema: impl FnMut(&str) -> Result<String, String>,
    ) -> Result<ReadConfig, Vec<ConfigError>> {
        let (settings, mut errors) = Settings::read(text);
        let mut catalog = Catalog::embedded();
        let mut schema_problems = Vec::new();
        for file in &settings.schemas {
            match add_schema(&mut catalog, &read_schema(&file.text)) {
                Ok(problems) => schema_problems.extend(problems.into_iter().map(|found| (file.text.clone(), found))),
                Err(reason) => {
                    let message = format!("cannot use the schema {}: {reason}", quote(&file.text));
                    errors.push(ConfigError::new(file.span, message));
                }
            }
        }
        let versions = the_general_first(&settings.api_versions);
        errors.extend(versions.filter_map(|(name, version)| choose(&mut catalog, name, version).err()));
        let rules = severities(&settings.rules, &mut errors);
        let overrides = settings.overrides.iter().filter_map(|setting| read_override(setting, &mut errors)).collect();
        errors.sort_by_key(|error| error.span);
        if errors.is_empty() {
            let exclude = settings.exclude.into_iter().map(|pattern| pattern.text).collect();
            let version = |(name, version): (Setting, Setting)| ChosenVersion {
                name: name.text,
                version: version.text,
                origin: name.span,
            };
            let api_versions = settings.api_versions.into_iter().map(version).collect();
            let config = Self { catalog, rules, api_versions, overrides, exclude, root: PathBuf::new() };
            Ok(ReadConfig { config, schema_problems })
        } else {
            Err(errors)
        }
    }
}

impl Config {
    /// How grave what is found in a file is.
    #[must_use]
    pub fn rules_for(&self, file: &Path) -> Cow<'_, RuleSeverities> {
        if self.overrides.is_empty() {
            return Cow::Borrowed(&self.rules);
        }
        let absolute = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
        let path = absolute.strip_prefix(&self.root).unwrap_or(file);
        let mut rules = self.rules.clone();
        for others in &self.overrides {
            rules.without_what_others_turn_on(&others.rules);
        }
        let meant = self.overrides.iter().filter(|others| others.is_for(path));
        Cow::Owned(meant.fold(rules, |rules, others| rules.with(&others.rules)))
    }

    /// Whether a rule looks at any file at all.
    pub(crate) fn is_on_somewhere(&self, rule: &Rule) -> bool {
        self.rules.is_on(rule) || self.overrides.iter().any(|others| others.rules.turn_on(rule))
    }
}

/// The severities that are set, those of areas first.
fn severities(said: &[(Setting, Setting)], errors: &mut Vec<ConfigError>) -> RuleSeverities {
    let mut rules = RuleSeverities::default();
    errors
        .extend(the_general_first(said).filter_map(|(name, severity)| set_severity(&mut rules, name, severity).err()));
    rules
}

fn read_override(setting: &OverrideSetting, errors: &mut Vec<ConfigError>) -> Option<Override> {
    let rules = severities(&setting.rules, errors);
    for pattern in &setting.files {
        if let Err(error) = Override::new(vec![pattern.text.clone()], RuleSeverities::default()) {
            let message = format!("{} is no pattern of files: {error}", quote(&pattern.text));
            errors.push(ConfigError::new(pattern.span, message));
        }
    }
    Override::new(setting.files.iter().map(|pattern| pattern.text.clone()).collect(), rules).ok()
}

/// What is said of one counts more than what is said of all of its kind (`Network::*`, `schema/*`), and comes behind it.
fn the_general_first(said: &[(Setting, Setting)]) -> impl Iterator<Item = &(Setting, Setting)> {
    let is_general = |(name, _): &&(Setting, Setting)| name.text.ends_with('*');
    said.iter().filter(is_general).chain(said.iter().filter(move |said| !is_general(said)))
}

/// What stands behind a group where all its types are meant.
const ALL_OF_A_GROUP: &str = "::*";

fn add_schema(catalog: &mut Catalog, text: &Result<String, String>) -> Result<Vec<SwaggerProblem>, String> {
    catalog.add_swagger(text.as_ref().map_err(Clone::clone)?).map_err(|error| error.to_string())
}

/// How grave the findings of a rule can be made; `None` stands for no findings at all.
const SEVERITIES: [(&str, Option<Severity>); 4] = [
    ("error", Some(Severity::Error)),
    ("warning", Some(Severity::Warning)),
    ("info", Some(Severity::Info)),
    ("off", None),
];

fn set_severity(rules: &mut RuleSeverities, name: &Setting, severity: &Setting) -> Result<(), ConfigError> {
    let Some((_, wanted)) = SEVERITIES.iter().find(|(word, _)| *word == severity.text) else {
        let words = SEVERITIES.map(|(word, _)| word);
        let listed = join_alternatives(words, words.len());
        let message = format!("{} must be {listed}, found {}", quote(&name.text), quote(&severity.text));
        return Err(ConfigError::new(severity.span, message));
    };
    rules.choose(&name.text, Chosen { severity: *wanted, origin: Some(name.span) }).map_err(|NoSuchRule { nearest }| {
        let instead = suggestion(nearest.as_deref(), "`lazuli rules` lists them all");
        ConfigError::new(name.span, format!("there is no rule {}{instead}", quote(&name.text)))
    })
}

/// Makes a version the one that is meant of a type (`Network::Subnet`), or of all types of a group that have it
/// (`Network::*`).
fn choose(catalog: &mut Catalog, name: &Setting, version: &Setting) -> Result<(), ConfigError> {
    let type_name = quote(&name.text);
    if let Some(group) = name.text.strip_suffix(ALL_OF_A_GROUP) {
        if catalog.choose_for_group(group, &version.text) {
            return Ok(());
        }
        let message = format!("no type of the group {} has an API version {}", quote(group), quote(&version.text));
        return Err(ConfigError::new(name.span, message));
    }
    let Some((group, resource_type)) = name.text.split_once("::") else {
        let message = format!("{type_name} is no resource type: write group and type, as in `Network::Subnet`");
        return Err(ConfigError::new(name.span, message));
    };
    catalog.choose(group, resource_type, &version.text).map_err(|instead| {
        if let Lookup::OtherVersions(versions) = &instead {
            let listed = join_alternatives(versions.iter().map(String::as_str), 10);
            let message = format!("{type_name} is not known at API version {}, but at {listed}", quote(&version.text));
            return ConfigError::new(version.span, message);
        }
        let meant = match instead {
            Lookup::Slip(meant) => Some(format!("{}::{}", meant.group, meant.resource_type)),
            _ => None,
        };
        let instead = suggestion(meant.as_deref(), "`lazuli schema list` lists them all");
        ConfigError::new(name.span, format!("there is no resource type {type_name}{instead}"))
    })
}
