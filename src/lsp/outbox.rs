use gen_lsp_types::{Notification as NotificationType, Request as RequestType};
use lsp_server::{Message, Notification, Request};
use serde::Serialize;
use serde_json::Value;

/// The messages that are to be sent.
#[derive(Debug, Default)]
pub(super) struct Outbox {
    waiting: Vec<Message>,
    asked: i32,
}

impl Outbox {
    pub(super) fn send(&mut self, message: impl Into<Message>) {
        self.waiting.push(message.into());
    }

    pub(super) fn notify<N: NotificationType>(&mut self, params: N::Params)
    where
        N::Params: Serialize,
    {
        self.send(Notification { method: N::METHOD.to_string(), params: value(params) });
    }

    /// Asks the client something; the answer bears the name of what was asked.
    pub(super) fn ask<R: RequestType>(&mut self, params: R::Params)
    where
        R::Params: Serialize,
    {
        self.asked += 1;
        let method = R::METHOD.to_string();
        let id = format!("{method}#{}", self.asked).into();
        self.send(Request { id, method, params: value(params) });
    }

    pub(super) fn take(&mut self) -> Vec<Message> {
        std::mem::take(&mut self.waiting)
    }
}

/// What the types of the protocol are as JSON; they have nothing in them that could not be.
pub(super) fn value(typed: impl Serialize) -> Value {
    serde_json::to_value(typed).unwrap_or_default()
}
