//! Messages as texts, and back.

use lsp_server::Message;
use serde::Serialize;
use serde_json::{Value, json};

/// What a text says.
#[derive(Debug)]
pub(super) enum Frame {
    Message(Message),
    /// Something that is no message: what to answer.
    Malformed(Value),
}

/// What a message says.
pub(super) fn frame_of(content: &[u8]) -> Frame {
    match serde_json::from_slice(content) {
        Ok(message) => Frame::Message(message),
        Err(error) => match serde_json::from_slice::<Value>(content) {
            Ok(_) => Frame::Malformed(refusal(-32600, "the message is no request, response or notification")),
            Err(_) => Frame::Malformed(refusal(-32700, &format!("the message is not JSON: {error}"))),
        },
    }
}

/// Nobody knows which request it is an answer to.
pub(super) fn refusal(code: i32, message: &str) -> Value {
    json!({ "jsonrpc": "2.0", "id": null, "error": { "code": code, "message": message } })
}

/// A message as a text.
pub(super) fn written(message: &Message) -> String {
    let whole = Whole { jsonrpc: "2.0", message };
    serde_json::to_string(&whole).unwrap_or_default()
}

/// A message with the version of the protocol that it is of.
#[derive(Serialize)]
struct Whole<'m> {
    jsonrpc: &'static str,
    #[serde(flatten)]
    message: &'m Message,
}
