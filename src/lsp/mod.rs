//! The language server: messages of the Language Server Protocol in, messages out. What it says, the library knows.
//!
//! [`Server`] does no input and output of its own, so the same one serves editors natively ([`serve`]) and as
//! WebAssembly, where the editor brings the files ([`Server::for_editor_files`]).

mod answer;
mod asked;
mod checking;
mod client;
mod configs;
mod document;
mod editor_files;
mod encoding;
mod features;
mod finding;
mod frame;
mod inbox;
mod lifecycle;
mod loaded_file;
mod outbox;
mod phase;
mod project;
mod projects;
mod publishing;
mod put_together;
mod server;
mod session;
mod settings;
#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
mod stdio;
mod uri;
mod watching;

pub use server::Server;
#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
pub use stdio::serve;
