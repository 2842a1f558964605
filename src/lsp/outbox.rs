use gen_lsp_types::{Notification, Request};
use lsp_server::RequestId;
use serde::Serialize;
use serde_json::{Value, json};

use super::answer::{Answer, Refusal};

/// The messages that are to be sent, as texts.
#[derive(Debug, Default)]
pub(super) struct Outbox {
    waiting: Vec<String>,
    asked: i32,
}

impl Outbox {
    /// Answers a request. What an answer is, is a text already: as a tree of values it would take longer to write than
    /// to find.
    pub(super) fn answer(&mut self, id: &RequestId, answer: Answer) {
        let id = text(id);
        let (key, what) = match answer {
            Ok(result) => ("result", result),
            Err(Refusal { code, message }) => ("error", json!({ "code": code as i32, "message": message }).to_string()),
        };
        self.waiting.push(format!("{{\"jsonrpc\":\"2.0\",\"id\":{id},\"{key}\":{what}}}"));
    }

    pub(super) fn notify<N: Notification>(&mut self, params: N::Params)
    where
        N::Params: Serialize,
    {
        self.send(None, &N::METHOD.to_string(), &text(params));
    }

    /// Asks the client something; the answer bears the name of what was asked.
    pub(super) fn ask<R: Request>(&mut self, params: R::Params)
    where
        R::Params: Serialize,
    {
        self.asked += 1;
        let method = R::METHOD.to_string();
        self.send(Some(format!("{method}#{}", self.asked)), &method, &text(params));
    }

    fn send(&mut self, id: Option<String>, method: &str, params: &str) {
        let id = id.map(|id| format!("\"id\":{},", Value::from(id))).unwrap_or_default();
        let method = Value::from(method);
        self.waiting.push(format!("{{\"jsonrpc\":\"2.0\",{id}\"method\":{method},\"params\":{params}}}"));
    }

    pub(super) fn take(&mut self) -> Vec<String> {
        std::mem::take(&mut self.waiting)
    }
}

/// What the types of the protocol are as JSON; they have nothing in them that could not be.
pub(super) fn text(typed: impl Serialize) -> String {
    serde_json::to_string(&typed).unwrap_or_else(|_| "null".to_owned())
}
