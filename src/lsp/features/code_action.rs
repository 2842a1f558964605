use gen_lsp_types::{
    CodeAction, CodeActionKind, Command, ExecuteCommandParams, MessageType, Range, ShowDocumentParams,
    ShowDocumentRequest, ShowMessageNotification, ShowMessageParams, TextDocumentIdentifier, TextEdit, Uri,
    WorkspaceEdit,
};
use lsp_server::ErrorCode;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::ide::{Action, ActionKind, actions_at, fix_all_title, has_several_fixes};
use crate::linter::Source;
use crate::lsp::{answer::Refusal, lifecycle::OPEN_DOCUMENTATION, session::Session};

/// What is needed of the parameters. The diagnostics that clients repeat in them are found anew: what they know may be
/// older than the text.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Params {
    text_document: TextDocumentIdentifier,
    range: Range,
    #[serde(default)]
    context: Context,
}

#[derive(Default, Deserialize)]
struct Context {
    only: Option<Vec<String>>,
}

impl Context {
    fn wants(&self, kind: &str) -> bool {
        let is_above = |wanted: &String| {
            let rest = kind.strip_prefix(wanted.as_str());
            rest.is_some_and(|rest| wanted.is_empty() || rest.is_empty() || rest.starts_with('.'))
        };
        self.only.as_ref().is_none_or(|only| only.iter().any(is_above))
    }
}

/// What a client can be offered.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Offer {
    Action(Box<CodeAction>),
    /// For one that knows nothing else.
    Command(Command),
}

const QUICK_FIX: &str = "quickfix";
const FIX_ALL: &str = "source.fixAll.lazuli";

/// `textDocument/codeAction`
pub(super) fn code_actions(session: &mut Session, params: &Params) -> Vec<Offer> {
    let uri = &params.text_document.uri;
    let (takes_actions, resolves) = (session.client.code_action_literals, session.client.code_action_resolve);
    let Some(asked) = session.asked(uri) else { return Vec::new() };
    let span = asked.span(params.range);
    let report = asked.report();
    let actions = if params.context.wants(QUICK_FIX) { actions_at(asked.source(), &report, span) } else { Vec::new() };
    // One alone has its own fix; who asks for all of them, as before saving, means it.
    let fixable = report.summary().fixable;
    let is_asked_for = params.context.only.is_some() && fixable > 0;
    let is_among_others = !actions.is_empty() && has_several_fixes(&report);
    let fixes_all = params.context.wants(FIX_ALL) && (is_asked_for || is_among_others);
    let actions: Vec<(Action, Vec<TextEdit>)> = {
        let lines = asked.lines(asked.file);
        let edits = |action: &Action| action.edits.iter().map(|edit| asked.edit(&lines, edit)).collect();
        actions.into_iter().map(|action| (edits(&action), action)).map(|(edits, action)| (action, edits)).collect()
    };
    if !takes_actions {
        let explanations = actions.iter().filter_map(|(action, _)| explanation(action));
        return explanations.map(Offer::Command).collect();
    }
    let behind_fixes = actions.iter().take_while(|(action, _)| action.kind == ActionKind::Fix).count();
    let mut offers: Vec<CodeAction> =
        actions.into_iter().map(|(action, edits)| session.offered(uri, &action, edits)).collect();
    if fixes_all {
        let data = Some(json!({ "uri": uri }));
        let offer = CodeAction {
            title: fix_all_title(fixable),
            kind: Some(CodeActionKind::Custom(FIX_ALL.into())),
            data,
            ..CodeAction::default()
        };
        offers.insert(behind_fixes, if resolves { offer } else { resolve(session, &offer) });
    }
    offers.into_iter().map(|offer| Offer::Action(Box::new(offer))).collect()
}

/// `codeAction/resolve`: only what mends all of a file waits to be worked out.
pub(super) fn resolve(session: &mut Session, offer: &CodeAction) -> CodeAction {
    CodeAction { edit: fix_all(session, offer), ..offer.clone() }
}

fn fix_all(session: &mut Session, offer: &CodeAction) -> Option<WorkspaceEdit> {
    let uri = Uri::from(offer.data.as_ref()?["uri"].as_str()?);
    let asked = session.asked(&uri)?;
    let sources: Vec<Source<'_>> = asked
        .files
        .iter()
        .enumerate()
        .map(|(number, file)| if number == asked.file { file.source } else { file.source.only_referred_to() })
        .collect();
    let action = asked.project.linter().fix_all(&sources, asked.file);
    let lines = asked.lines(asked.file);
    let edits = action?.edits.iter().map(|edit| asked.edit(&lines, edit)).collect();
    Some(session.workspace_edit(vec![(uri, edits)]))
}

impl Session {
    fn offered(&self, uri: &Uri, action: &Action, edits: Vec<TextEdit>) -> CodeAction {
        CodeAction {
            title: action.title.to_string(),
            kind: Some(CodeActionKind::QuickFix),
            is_preferred: (action.kind == ActionKind::Fix).then_some(action.safe),
            edit: (!edits.is_empty()).then(|| self.workspace_edit(vec![(uri.clone(), edits)])),
            command: explanation(action),
            ..CodeAction::default()
        }
    }
}

fn explanation(action: &Action) -> Option<Command> {
    let rule = action.rule.filter(|_| action.kind == ActionKind::Explain)?;
    Some(Command {
        title: action.title.to_string(),
        tooltip: None,
        command: OPEN_DOCUMENTATION.to_owned(),
        arguments: Some(vec![Value::from(rule.url())]),
    })
}

/// `workspace/executeCommand`: opens a page, or tells its address.
pub(super) fn execute(session: &mut Session, params: &ExecuteCommandParams) -> Result<(), Refusal> {
    let url = params.arguments.iter().flatten().next().and_then(Value::as_str);
    let Some(url) = url.filter(|_| params.command == OPEN_DOCUMENTATION) else {
        return Err(Refusal::new(
            ErrorCode::InvalidParams,
            format!("there is no command `{}` of that kind", params.command),
        ));
    };
    if !url.starts_with(env!("CARGO_PKG_HOMEPAGE")) {
        return Err(Refusal::new(ErrorCode::InvalidParams, "only pages of lazuli's are opened"));
    }
    if session.client.shows_documents {
        session.outbox.ask::<ShowDocumentRequest>(ShowDocumentParams {
            uri: url.into(),
            external: Some(true),
            take_focus: None,
            selection: None,
        });
    } else {
        let params = ShowMessageParams { kind: MessageType::Info, message: url.to_owned() };
        session.outbox.notify::<ShowMessageNotification>(params);
    }
    Ok(())
}
