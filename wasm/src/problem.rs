use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;

/// Why a question has no answer.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// What is to blame.
    pub kind: ProblemKind,
    /// What is wrong, in one sentence.
    pub message: String,
}

/// What is to blame.
#[derive(Debug, Clone, Copy, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum ProblemKind {
    /// The text of a `lazuli.toml`.
    Config,
    /// A swagger file.
    Schema,
    /// What the caller gave otherwise.
    Input,
}

impl Problem {
    pub(crate) fn new(kind: ProblemKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }

    /// A file that is not among those that were given.
    pub(crate) fn no_such_file(path: &str) -> Self {
        Self::new(ProblemKind::Input, format!("there is no file {path:?} among those that were given"))
    }
}

impl From<Problem> for JsValue {
    fn from(problem: Problem) -> Self {
        serde_wasm_bindgen::to_value(&problem).unwrap_or(JsValue::UNDEFINED)
    }
}
