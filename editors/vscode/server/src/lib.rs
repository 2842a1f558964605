//! The language server for JavaScript: messages are given as texts, and taken out as texts.

use lazuli::lsp::Server;
use wasm_bindgen::prelude::wasm_bindgen;

/// A language server without a line to its client. It knows the files that its client tells it by the notification
/// `lazuli/files`, with `{ files: [{ uri, text }] }`; one without a text is gone.
#[wasm_bindgen]
pub struct LanguageServer {
    server: Server,
}

#[expect(clippy::new_without_default, reason = "JavaScript knows constructors")]
#[wasm_bindgen]
impl LanguageServer {
    /// A server at the start of its session.
    #[must_use]
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self { server: Server::for_editor_files() }
    }

    /// Takes a message in; what is to be answered at once, where it is none.
    pub fn take(&mut self, message: &str) -> Option<String> {
        self.server.take_text(message)
    }

    /// Does the next thing that is to be done; `false` where there is nothing until the next message.
    pub fn step(&mut self) -> bool {
        self.server.step()
    }

    /// The messages that are to be sent.
    pub fn messages(&mut self) -> Vec<String> {
        self.server.message_texts()
    }

    /// How the session ended, once it has: 0 where the client said so first.
    #[must_use]
    #[wasm_bindgen(getter, js_name = exitCode)]
    pub fn exit_code(&self) -> Option<u8> {
        self.server.exit_code()
    }
}
