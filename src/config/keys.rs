/// A key of `lazuli.toml`. One declaration feeds the reader, `lazuli init`, and the JSON Schema that editors complete by.
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    /// What it says, as a sentence without its full stop.
    pub(super) summary: &'static str,
    /// How it can look, as TOML.
    pub(super) example: &'static str,
}

/// What stands behind a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Patterns of files, as `.gitignore` has them.
    Patterns,
    /// Names of files.
    Files,
    /// API versions, by resource type.
    ApiVersions,
    /// Severities, by rule.
    Rules,
    /// Rules for some of the files.
    Overrides,
}

pub(super) const EXCLUDE: &str = "exclude";
pub(super) const SCHEMAS: &str = "schemas";
pub(super) const API_VERSIONS: &str = "api-versions";
pub(super) const RULES: &str = "rules";
pub(super) const OVERRIDES: &str = "overrides";
/// The key of an override that says for which files it is.
pub(super) const FILES: &str = "files";

/// Every key at the top of a file. Those that are tables stand behind the others, as TOML has it.
pub(super) const KEYS: [Key; 5] = [
    Key {
        name: EXCLUDE,
        kind: Kind::Patterns,
        summary: "Files that are left alone in a folder: patterns as .gitignore has them, from where this file stands",
        example: "exclude = [\"legacy/\"]",
    },
    Key {
        name: SCHEMAS,
        kind: Kind::Files,
        summary: "More schemas: swagger files, or what `lazuli schema import` wrote, from where this file stands",
        example: "schemas = [\"schemas/contoso.json\"]",
    },
    Key {
        name: API_VERSIONS,
        kind: Kind::ApiVersions,
        summary: "The API version that is meant where a definition asks for none, for a type or for all of a group",
        example: "[api-versions]\n\"Network::*\" = \"2025-05-01\"",
    },
    Key {
        name: RULES,
        kind: Kind::Rules,
        summary: "How grave the findings of a rule are, or of all rules of an area: error, warning, info or off",
        example: "[rules]\n\"schema/enum\" = \"warning\"\n\"naming/*\" = \"off\"",
    },
    Key {
        name: OVERRIDES,
        kind: Kind::Overrides,
        summary: "Other severities for some files; what comes later counts more",
        example: "[[overrides]]\nfiles = [\"sandbox/**\"]\nrules = { \"security/*\" = \"off\" }",
    },
];
