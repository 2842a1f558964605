use std::{fs, process::Command};

use crate::tools;

/// Where the documentation of the rules goes.
const RULES: &str = "docs/rules";

/// Where the JSON Schema of `lazuli.toml` goes.
const SCHEMA: &str = "docs/lazuli.schema.json";

/// Writes what is generated of the documentation; the tests see to it that it is current.
pub(crate) fn docs() -> Result<(), String> {
    if fs::exists(RULES).unwrap_or(false) {
        fs::remove_dir_all(RULES).map_err(|error| format!("{RULES}: {error}"))?;
    }
    lazuli(&["rules", "--pages", RULES])?;
    let schema = lazuli(&["config", "schema"])?;
    fs::write(SCHEMA, schema).map_err(|error| format!("{SCHEMA}: {error}"))
}

/// What the program of this project writes.
fn lazuli(arguments: &[&str]) -> Result<String, String> {
    tools::output(Command::new(env!("CARGO")).args(["run", "--quiet", "--"]).args(arguments))
}
