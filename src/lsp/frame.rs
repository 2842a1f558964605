//! What texts say that should be messages.

use lsp_server::Message;
use serde::{Deserialize, de::IgnoredAny};
use serde_json::{Value, json};

/// What a text says.
#[derive(Debug)]
pub(super) enum Frame {
    Message(Message),
    /// Something that is no message: what to answer.
    Malformed(Value),
    /// The refusal of something that nobody asked for. Were it answered, the answer might be refused in its turn.
    RefusalOfNothing,
}

/// What a message says.
pub(super) fn frame_of(content: &[u8]) -> Frame {
    match serde_json::from_slice(content) {
        Ok(Message::Notification(_)) if has_an_id(content) => {
            Frame::Malformed(refusal(-32600, "the id of the request is neither a string nor a small whole number"))
        }
        Ok(message) => Frame::Message(message),
        Err(error) => match serde_json::from_slice::<Value>(content) {
            Ok(message) if is_refusal(&message) => Frame::RefusalOfNothing,
            Ok(_) => Frame::Malformed(refusal(-32600, "the message is no request, response or notification")),
            Err(_) => Frame::Malformed(refusal(-32700, &format!("the message is not JSON: {error}"))),
        },
    }
}

/// Whether a message wants an answer.
fn has_an_id(content: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Identified {
        #[serde(rename = "id")]
        _id: IgnoredAny,
    }
    serde_json::from_slice::<Identified>(content).is_ok()
}

fn is_refusal(message: &Value) -> bool {
    message.get("error").is_some_and(Value::is_object) && message.get("method").is_none()
}

/// Nobody knows which request it is an answer to.
pub(super) fn refusal(code: i32, message: &str) -> Value {
    json!({ "jsonrpc": "2.0", "id": null, "error": { "code": code, "message": message } })
}
