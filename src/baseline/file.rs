use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Baseline, Entry};

/// The version of the form. A file of another version is not read.
pub const VERSION: u32 = 1;

/// Why a text is no baseline.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BaselineError {
    /// It is not what lazuli writes.
    #[error("it is no baseline: {0}")]
    NoBaseline(String),
    /// It is of another version.
    #[error("it is of version {0}, and this lazuli reads version {VERSION}: write it anew with --write-baseline")]
    OtherVersion(u64),
}

/// The file as it is written.
#[derive(Serialize, Deserialize)]
struct File {
    version: u32,
    findings: Vec<Finding>,
}

#[derive(Serialize, Deserialize)]
struct Finding {
    /// Where the finding was when the file was written, and how often.
    files: BTreeMap<String, usize>,
    #[serde(flatten)]
    entry: Entry,
}

impl Baseline {
    /// The baseline that `text` describes, JSON as [`Baseline::to_json`] writes it.
    ///
    /// # Errors
    /// If the text is something else.
    pub fn from_json(text: &str) -> Result<Self, BaselineError> {
        let no_baseline = |error: serde_json::Error| BaselineError::NoBaseline(error.to_string());
        let json: serde_json::Value = serde_json::from_str(text).map_err(no_baseline)?;
        match json.get("version").and_then(serde_json::Value::as_u64) {
            Some(version) if version == u64::from(VERSION) => {}
            Some(version) => return Err(BaselineError::OtherVersion(version)),
            None => return Err(BaselineError::NoBaseline("it does not say its `version`".to_owned())),
        }
        let file: File = serde_json::from_value(json).map_err(no_baseline)?;
        Ok(Self { known: file.findings.into_iter().map(|finding| (finding.entry, finding.files)).collect() })
    }

    /// The baseline as JSON that can be kept in a repository: sorted, a finding on each line.
    #[must_use]
    pub fn to_json(&self) -> String {
        let line = |(entry, files): (&Entry, &BTreeMap<String, usize>)| {
            let finding = Finding { files: files.clone(), entry: entry.clone() };
            // Words and numbers: there is nothing that could fail.
            format!("    {}", serde_json::to_string(&finding).unwrap_or_default())
        };
        let lines: Vec<String> = self.known.iter().map(line).collect();
        let findings = if lines.is_empty() { "[]".to_owned() } else { format!("[\n{}\n  ]", lines.join(",\n")) };
        format!("{{\n  \"version\": {VERSION},\n  \"findings\": {findings}\n}}\n")
    }
}
