use std::path::Path;

/// The format of a definition file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// JavaScript or TypeScript.
    JavaScript(Dialect),
    /// JSON, with comments and trailing commas allowed.
    Json,
}

/// What kind of JavaScript a file holds, which its ending tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// `.js`: a module if it imports or exports, else a script.
    Script,
    /// `.cjs`
    CommonJs,
    /// `.mjs`
    Module,
    /// `.ts`, `.mts`, `.cts`
    TypeScript,
}

impl Format {
    /// The endings of the files that are read, as a sentence has them.
    pub const ENDINGS: &str = "`.js`, `.mjs`, `.cjs`, `.ts`, `.mts`, `.cts`, `.json` or `.jsonc`";

    /// The format that the ending of a file name stands for; `None` for one that lazuli does not read.
    #[must_use]
    pub fn of(path: impl AsRef<Path>) -> Option<Self> {
        let extension = path.as_ref().extension()?.to_str()?.to_ascii_lowercase();
        Some(match extension.as_str() {
            "js" => Self::JavaScript(Dialect::Script),
            "cjs" => Self::JavaScript(Dialect::CommonJs),
            "mjs" => Self::JavaScript(Dialect::Module),
            "ts" | "mts" | "cts" => Self::JavaScript(Dialect::TypeScript),
            "json" | "jsonc" => Self::Json,
            _ => return None,
        })
    }
}
