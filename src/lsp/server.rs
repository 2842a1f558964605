use std::path::PathBuf;

use lsp_server::{ErrorCode, Message, Notification, Request};
use serde_json::Value;

use super::{
    client::Client, editor_files::EditorFiles, features, frame, inbox::Inbox, lifecycle::Phase, outbox::Outbox,
    projects::Projects, publishing::Publishing,
};
use crate::workspace::FileSystem;

/// A language server without a line to its client: messages are taken in, seen to one after the other, and the answers
/// taken out.
///
/// It does a little at each [`step`](Self::step), so that whoever drives it can take in what came meanwhile: diagnostics
/// wait until nobody asks for anything else.
pub struct Server {
    pub(super) phase: Phase,
    pub(super) client: Client,
    pub(super) projects: Projects,
    pub(super) publishing: Publishing,
    pub(super) outbox: Outbox,
    /// The folders that are open in the editor.
    pub(super) folders: Vec<PathBuf>,
    /// The files that the editor tells of, where there is no disk.
    pub(super) editor_files: Option<EditorFiles>,
    inbox: Inbox,
}

/// What a request comes to: the text of the answer.
pub(super) type Answer = Result<String, Refusal>;

/// Why a request has no answer.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) code: ErrorCode,
    pub(super) message: String,
}

impl Server {
    /// A server for the files of a file system.
    pub(crate) fn new(files: Box<dyn FileSystem + Send>) -> Self {
        Self {
            phase: Phase::Waiting,
            client: Client::default(),
            projects: Projects::new(files),
            publishing: Publishing::default(),
            outbox: Outbox::default(),
            folders: Vec::new(),
            editor_files: None,
            inbox: Inbox::default(),
        }
    }

    /// A server for an editor that tells of its files, by the notification `lazuli/files`.
    #[must_use]
    pub fn for_editor_files() -> Self {
        let files = EditorFiles::default();
        Self { editor_files: Some(files.clone()), ..Self::new(Box::new(files)) }
    }

    /// Takes a message in.
    pub(super) fn take(&mut self, message: Message) {
        if let Some(id) = self.inbox.take(message) {
            let reason = Refusal::new(ErrorCode::RequestCanceled, "the client called it off");
            self.outbox.answer(&id, Err(reason));
        }
    }

    /// Takes in a message as it stands in a text; what is no message is answered as such.
    ///
    /// Returns the answer that has to be sent at once.
    pub fn take_text(&mut self, text: &str) -> Option<String> {
        match frame::frame_of(text.as_bytes()) {
            frame::Frame::Message(message) => {
                self.take(message);
                None
            }
            frame::Frame::Malformed(refusal) => Some(refusal.to_string()),
        }
    }

    /// Does the next thing that is to be done; `false` where there is nothing until the next message.
    pub fn step(&mut self) -> bool {
        if let Some(message) = self.inbox.next() {
            self.see_to(message);
            return true;
        }
        self.phase == Phase::Running && (self.load_more() || self.publish_some() || self.prepare_some())
    }

    /// The messages that are to be sent, as texts.
    pub fn message_texts(&mut self) -> Vec<String> {
        self.outbox.take()
    }

    fn see_to(&mut self, message: Message) {
        match message {
            Message::Request(request) => {
                let Request { id, method, params } = request;
                let answer = self.refuse_untimely(&method).map_or_else(|| self.answer(&method, params), Err);
                self.outbox.answer(&id, answer);
            }
            Message::Notification(Notification { method, params }) => self.notice(&method, params),
            Message::Response(response) => self.hear(&response),
        }
    }

    fn answer(&mut self, method: &str, params: Value) -> Answer {
        match method {
            "initialize" => Ok(self.initialize(&params)),
            "shutdown" => Ok(self.shut_down()),
            _ => features::answer(self, method, params),
        }
    }
}

impl Refusal {
    pub(super) fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }
}
