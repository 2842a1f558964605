use serde::Deserialize;
use serde_json::Value;

/// What people set in their editors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Settings {
    pub(super) inlay_hints: InlayHints,
    /// Whether to say what can be folded: an editor may know that better by itself.
    pub(super) folding: bool,
}

/// What is shown between the letters of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct InlayHints {
    /// The API versions that resources are held against.
    pub(super) api_version: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { inlay_hints: InlayHints::default(), folding: true }
    }
}

/// The name under which editors keep them.
pub(super) const SECTION: &str = "lazuli";

impl Settings {
    /// Those that a client gives, with or without their name around them; `None` where it gives none that can be
    /// understood.
    pub(super) fn read(given: &Value) -> Option<Self> {
        let own = given.get(SECTION).unwrap_or(given);
        own.is_object().then(|| Self::deserialize(own).ok()).flatten()
    }
}
