use serde_json::Value;

/// What people set in their editors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Settings {
    /// Whether the API versions that resources are held against are shown between the letters of a file.
    pub(super) shows_api_versions: bool,
    /// Whether to say what can be folded: an editor may know that better by itself.
    pub(super) folds: bool,
}

/// The name under which editors keep them.
pub(super) const SECTION: &str = "lazuli";

impl Default for Settings {
    fn default() -> Self {
        Self { shows_api_versions: false, folds: true }
    }
}

impl Settings {
    /// These settings with those that a client gives over them, with or without their name around them; and what of
    /// those cannot be meant.
    pub(super) fn with(mut self, given: &Value) -> (Self, Vec<String>) {
        let own = given.get(SECTION).unwrap_or(given);
        let mut problems = Vec::new();
        let mut set = |pointer: &str, setting: &mut bool| match own.pointer(pointer) {
            None | Some(Value::Null) => {}
            Some(Value::Bool(wanted)) => *setting = *wanted,
            Some(other) => {
                let name = pointer.replace('/', ".");
                problems.push(format!("the setting {SECTION}{name} is true or false, and not {other}"));
            }
        };
        set("/inlayHints/apiVersion", &mut self.shows_api_versions);
        set("/folding", &mut self.folds);
        (self, problems)
    }
}
