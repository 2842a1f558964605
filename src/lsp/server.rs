use lsp_server::{ErrorCode, Message, Notification, Request};
use serde_json::Value;

use super::{
    answer::{Answer, Refusal},
    client::Client,
    editor_files::EditorFiles,
    features,
    frame::{Frame, frame_of},
    inbox::Inbox,
    outbox::Outbox,
    phase::Phase,
    projects::Projects,
    publishing::Publishing,
    session::Session,
};
use crate::workspace::FileSystem;

/// A language server without a line to its client: messages are taken in, seen to one after the other, and the answers
/// taken out.
///
/// It does a little at each [`step`](Self::step), so that whoever drives it can take in what came meanwhile: diagnostics
/// wait until nobody asks for anything else.
pub struct Server {
    pub(super) session: Session,
    inbox: Inbox,
}

impl Server {
    /// A server for the files of a file system.
    pub(crate) fn new(files: Box<dyn FileSystem + Send>) -> Self {
        let session = Session {
            phase: Phase::Waiting,
            client: Client::default(),
            projects: Projects::new(files),
            publishing: Publishing::default(),
            outbox: Outbox::default(),
            folders: Vec::new(),
            editor_files: None,
        };
        Self { session, inbox: Inbox::default() }
    }

    /// A server for an editor that tells of its files, by the notification `lazuli/files`.
    #[must_use]
    pub fn for_editor_files() -> Self {
        let files = EditorFiles::default();
        let mut server = Self::new(Box::new(files.clone()));
        server.session.editor_files = Some(files);
        server
    }

    /// Takes a message in.
    fn take(&mut self, message: Message) {
        if let Some(id) = self.inbox.take(message) {
            let reason = Refusal::new(ErrorCode::RequestCanceled, "the client called it off");
            self.session.outbox.answer(&id, Err(reason));
        }
    }

    /// Takes in a message as it stands in a text; what is no message is answered as such.
    ///
    /// Returns the answer that has to be sent at once.
    pub fn take_text(&mut self, text: &str) -> Option<String> {
        self.take_frame(frame_of(text.as_bytes()))
    }

    /// The same for what is read already.
    pub(super) fn take_frame(&mut self, frame: Frame) -> Option<String> {
        match frame {
            Frame::Message(message) => self.take(message),
            Frame::Malformed(refusal) => return Some(refusal.to_string()),
            Frame::RefusalOfNothing => {}
        }
        None
    }

    /// Does the next thing that is to be done; `false` where there is nothing until the next message.
    pub fn step(&mut self) -> bool {
        if let Some(message) = self.inbox.next() {
            self.see_to(message);
            return true;
        }
        let session = &mut self.session;
        session.phase == Phase::Running && (session.load_more() || session.publish_some() || session.prepare_some())
    }

    /// The messages that are to be sent, as texts.
    pub fn message_texts(&mut self) -> Vec<String> {
        self.session.outbox.take()
    }

    /// The exit code, once the session is over: 0 where the client said so first, else 1.
    #[must_use]
    pub fn exit_code(&self) -> Option<u8> {
        match self.session.phase {
            Phase::Exited(code) => Some(code),
            _ => None,
        }
    }

    fn see_to(&mut self, message: Message) {
        let session = &mut self.session;
        match message {
            Message::Request(Request { id, method, params }) => {
                let answer = session.refuse_untimely(&method).map_or_else(|| answer(session, &method, params), Err);
                session.outbox.answer(&id, answer);
            }
            Message::Notification(Notification { method, params }) => session.notice(&method, params),
            Message::Response(response) => session.hear(&response),
        }
    }
}

fn answer(session: &mut Session, method: &str, params: Value) -> Answer {
    match method {
        "initialize" => Ok(session.initialize(&params)),
        "shutdown" => Ok(session.shut_down()),
        _ => features::answer(session, method, params),
    }
}
