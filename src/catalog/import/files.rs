use std::{borrow::Cow, collections::BTreeMap};

use serde_json::Value;

use super::json;

/// The largest file that is read, in bytes.
pub const LARGEST_SCHEMA_FILE: usize = 64 * 1024 * 1024;

/// The files of a checkout, by paths with forward slashes relative to its root.
pub trait SchemaFiles {
    /// The files to import. The checkout may have more, which these refer to.
    fn paths(&self) -> Vec<String>;

    /// The bytes of a file of the checkout.
    ///
    /// # Errors
    /// Why it cannot be read, in a few words: `no such file`.
    fn read(&self, path: &str) -> Result<Cow<'_, [u8]>, String>;
}

/// Files that are in memory.
#[derive(Debug, Clone, Default)]
pub struct FilesInMemory(pub BTreeMap<String, Vec<u8>>);

impl SchemaFiles for FilesInMemory {
    fn paths(&self) -> Vec<String> {
        self.0.keys().cloned().collect()
    }

    fn read(&self, path: &str) -> Result<Cow<'_, [u8]>, String> {
        self.0.get(path).map(|content| Cow::Borrowed(&**content)).ok_or_else(|| "no such file".to_owned())
    }
}

impl<P: Into<String>, C: Into<Vec<u8>>> FromIterator<(P, C)> for FilesInMemory {
    fn from_iter<I: IntoIterator<Item = (P, C)>>(files: I) -> Self {
        Self(files.into_iter().map(|(path, content)| (path.into(), content.into())).collect())
    }
}

/// The JSON of a file, without what is written for people.
pub(super) fn read_json(files: &dyn SchemaFiles, path: &str) -> Result<Value, String> {
    let content = files.read(path)?;
    if content.len() > LARGEST_SCHEMA_FILE {
        return Err(format!("it is larger than {} MiB", LARGEST_SCHEMA_FILE / 1024 / 1024));
    }
    json::parse(&content).map_err(|error| format!("it is not JSON: {error}"))
}
