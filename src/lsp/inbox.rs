use std::collections::VecDeque;

use lsp_server::{Message, Request, RequestId};
use serde_json::Value;

/// The messages that came and were not yet seen to.
#[derive(Debug, Default)]
pub(super) struct Inbox {
    waiting: VecDeque<Message>,
}

impl Inbox {
    /// Takes a message in. Returns the request that it calls off, where that was still waiting.
    pub(super) fn take(&mut self, message: Message) -> Option<RequestId> {
        if let Message::Notification(notification) = &message
            && notification.method == "$/cancelRequest"
        {
            let id = request_id(&notification.params["id"])?;
            let at = self.waiting.iter().position(|waiting| is_request(waiting, &id))?;
            self.waiting.remove(at);
            return Some(id);
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
