//! What clients ask: one file each. All that is said, `ide` and `linter` know.

mod catalogue;
mod code_action;
mod completion;
mod diagnostic;
mod folding;
mod graph;
mod hint;
mod hover;
mod link;
mod navigation;
mod rename;
mod symbol;

use lsp_server::ErrorCode;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{
    answer::{Answer, Refusal},
    outbox::text,
    session::Session,
};

/// Answers a request.
pub(super) fn answer(session: &mut Session, method: &str, params: Value) -> Answer {
    match method {
        "textDocument/diagnostic" => on(session, params, diagnostic::diagnostic),
        "textDocument/completion" => on(session, params, completion::completion),
        "textDocument/hover" => on(session, params, hover::hover),
        "textDocument/codeAction" => on(session, params, code_action::code_actions),
        "codeAction/resolve" => on(session, params, code_action::resolve),
        "workspace/executeCommand" => try_on(session, params, code_action::execute),
        "textDocument/definition" => on(session, params, navigation::definition),
        "textDocument/references" => on(session, params, navigation::references),
        "textDocument/prepareRename" => try_on(session, params, rename::prepare),
        "textDocument/rename" => try_on(session, params, rename::rename),
        "textDocument/documentSymbol" => on(session, params, symbol::of_document),
        "workspace/symbol" => on(session, params, symbol::of_workspace),
        "textDocument/foldingRange" => on(session, params, folding::folding),
        "textDocument/documentLink" => on(session, params, link::links),
        "textDocument/inlayHint" => on(session, params, hint::hints),
        "lazuli/types" => on(session, params, catalogue::types),
        "lazuli/schema" => on(session, params, catalogue::schema),
        "lazuli/graph" => on(session, params, graph::graph),
        _ => Err(Refusal::new(ErrorCode::MethodNotFound, format!("there is no method `{method}` here"))),
    }
}

/// A request that always has an answer, be it that there is nothing to say.
fn on<P: DeserializeOwned, R: Serialize>(
    session: &mut Session,
    params: Value,
    answer: fn(&mut Session, &P) -> R,
) -> Answer {
    Ok(text(answer(session, &understood(params)?)))
}

/// One that may be refused.
fn try_on<P: DeserializeOwned, R: Serialize>(
    session: &mut Session,
    params: Value,
    answer: fn(&mut Session, &P) -> Result<R, Refusal>,
) -> Answer {
    answer(session, &understood(params)?).map(text)
}

fn understood<P: DeserializeOwned>(params: Value) -> Result<P, Refusal> {
    serde_json::from_value(params).map_err(|error| Refusal::new(ErrorCode::InvalidParams, error.to_string()))
}
