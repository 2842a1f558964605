//! What a check goes by, and `lazuli.toml`, in which a project says so.

mod settings;
mod severities;

use thiserror::Error;

use crate::catalog::{Catalog, Lookup, SwaggerProblem};
use crate::diagnostic::Severity;
use crate::text::{Span, join_alternatives, quote, suggestion};
use settings::{Setting, Settings};
pub use severities::{NoSuchRule, RuleSeverities};

/// The name of the file in which a project says how it wants to be checked.
pub const FILE_NAME: &str = "lazuli.toml";

/// What a [`Linter`](crate::Linter) goes by.
#[derive(Debug)]
pub struct Config {
    /// The resource types to hold definitions against.
    pub catalog: Catalog,
    /// How grave what is found is.
    pub rules: RuleSeverities,
    /// What of a folder is left alone: patterns as `.gitignore` has them, from where the config stands.
    pub exclude: Vec<String>,
}

impl Default for Config {
    /// All that is built in.
    fn default() -> Self {
        Self { catalog: Catalog::embedded(), rules: RuleSeverities::default(), exclude: Vec::new() }
    }
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
        let mut rules = RuleSeverities::default();
        let severities = the_general_first(&settings.rules);
        errors.extend(severities.filter_map(|(name, severity)| set_severity(&mut rules, name, severity).err()));
        errors.sort_by_key(|error| error.span);
        if errors.is_empty() {
            let exclude = settings.exclude.into_iter().map(|pattern| pattern.text).collect();
            Ok(ReadConfig { config: Self { catalog, rules, exclude }, schema_problems })
        } else {
            Err(errors)
        }
    }
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
    rules.set(&name.text, *wanted).map_err(|NoSuchRule { nearest }| {
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
