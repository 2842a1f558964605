use std::{fs, process::Command};

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
fn lazuli(arguments: &[&str]) -> Result<Vec<u8>, String> {
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--"])
        .args(arguments)
        .output()
        .map_err(|error| format!("cargo does not start: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    Ok(output.stdout)
}
