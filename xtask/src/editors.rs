use std::path::{Path, PathBuf};

/// The folder of the extension for VS Code.
pub(crate) fn extension() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../editors/vscode")
}
