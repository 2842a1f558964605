use std::collections::VecDeque;

use lsp_server::{ErrorCode, Message, Request, RequestId, Response};
use serde_json::Value;

/// The messages that came and were not yet seen to.
#[derive(Debug, Default)]
pub(super) struct Inbox {
    waiting: VecDeque<Message>,
}

impl Inbox {
    /// Takes a message in. One that calls a request off which still waits is that request's answer.
    pub(super) fn take(&mut self, message: Message) -> Option<Response> {
        if let Message::Notification(notification) = &message
            && notification.method == "$/cancelRequest"
        {
            let id = request_id(&notification.params["id"])?;
            let at = self.waiting.iter().position(|waiting| is_request(waiting, &id))?;
            self.waiting.remove(at);
            return Some(Response::new_err(
                id,
                ErrorCode::RequestCanceled as i32,
                "the client called it off".to_owned(),
            ));
        }
        self.waiting.push_back(message);
        None
    }

    pub(super) fn next(&mut self) -> Option<Message> {
        self.waiting.pop_front()
    }
}

fn is_request(message: &Message, id: &RequestId) -> bool {
    matches!(message, Message::Request(Request { id: waiting, .. }) if waiting == id)
}

fn request_id(value: &Value) -> Option<RequestId> {
    serde_json::from_value(value.clone()).ok()
}
