//! What clients ask: one file each. All that is said, `ide` and `linter` know.

mod asked;
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

pub(super) use asked::Asked;
pub(super) use code_action::OPEN_DOCUMENTATION;

use lsp_server::ErrorCode;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{
    Server,
    outbox::text,
    server::{Answer, Refusal},
};

/// Answers a request.
pub(super) fn answer(server: &mut Server, method: &str, params: Value) -> Answer {
    match method {
        "textDocument/diagnostic" => on(server, params, diagnostic::diagnostic),
        "textDocument/completion" => on(server, params, completion::completion),
        "textDocument/hover" => on(server, params, hover::hover),
        "textDocument/codeAction" => on(server, params, code_action::code_actions),
        "codeAction/resolve" => on(server, params, code_action::resolve),
        "workspace/executeCommand" => try_on(server, params, code_action::execute),
        "textDocument/definition" => on(server, params, navigation::definition),
        "textDocument/references" => on(server, params, navigation::references),
        "textDocument/prepareRename" => on(server, params, rename::prepare),
        "textDocument/rename" => try_on(server, params, rename::rename),
        "textDocument/documentSymbol" => on(server, params, symbol::of_document),
        "workspace/symbol" => on(server, params, symbol::of_workspace),
        "textDocument/foldingRange" => on(server, params, folding::folding),
        "textDocument/documentLink" => on(server, params, link::links),
        "textDocument/inlayHint" => on(server, params, hint::hints),
        "lazuli/types" => on(server, params, catalogue::types),
        "lazuli/schema" => on(server, params, catalogue::schema),
        "lazuli/graph" => on(server, params, graph::graph),
        _ => Err(Refusal::new(ErrorCode::MethodNotFound, format!("there is no method `{method}` here"))),
    }
}

/// A request that always has an answer, be it that there is nothing to say.
fn on<P: DeserializeOwned, R: Serialize>(
    server: &mut Server,
    params: Value,
    answer: fn(&mut Server, &P) -> R,
) -> Answer {
    Ok(text(answer(server, &understood(params)?)))
}

/// One that may be refused.
fn try_on<P: DeserializeOwned, R: Serialize>(
    server: &mut Server,
    params: Value,
    answer: fn(&mut Server, &P) -> Result<R, Refusal>,
) -> Answer {
    answer(server, &understood(params)?).map(text)
}

fn understood<P: DeserializeOwned>(params: Value) -> Result<P, Refusal> {
    serde_json::from_value(params).map_err(|error| Refusal::new(ErrorCode::InvalidParams, error.to_string()))
}
