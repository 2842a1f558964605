use lazuli::ide;
use lazuli::text::LineIndex;
use serde::Serialize;
use tsify::Tsify;

use crate::place::Edit;

/// Something that can be done about what was found.
#[derive(Debug, Serialize, Tsify)]
pub struct Action {
    /// What it does, as an imperative.
    pub title: String,
    /// What kind of thing it is.
    pub kind: ActionKind,
    /// The code of the rule whose finding it is about; absent for what is about several.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Whether it can be done unseen.
    pub safe: bool,
    /// What it changes in the file.
    pub edits: Vec<Edit>,
    /// Where the rule is documented; only for what explains one.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// The kinds of actions.
#[derive(Debug, Clone, Copy, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum ActionKind {
    /// Mends one finding.
    Fix,
    /// Mends all of the file that can be mended unseen.
    FixAll,
    /// Asks by a comment for a finding to be left out.
    Suppress,
    /// Opens the documentation of a rule.
    Explain,
}

impl Action {
    pub(crate) fn new(action: &ide::Action, lines: &LineIndex<'_>) -> Self {
        let kind = match action.kind {
            ide::ActionKind::Fix => ActionKind::Fix,
            ide::ActionKind::FixAll => ActionKind::FixAll,
            ide::ActionKind::Suppress => ActionKind::Suppress,
            ide::ActionKind::Explain => ActionKind::Explain,
        };
        let explained = action.rule.filter(|_| action.kind == ide::ActionKind::Explain);
        Self {
            title: action.title.to_string(),
            kind,
            rule: action.rule.map(|rule| rule.to_string()),
            safe: action.safe,
            edits: action.edits.iter().map(|edit| Edit::new(edit, lines)).collect(),
            url: explained.map(lazuli::diagnostic::RuleCode::url),
        }
    }
}
