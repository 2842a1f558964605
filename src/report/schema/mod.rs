//! What the catalogue knows of a resource type, for people and for programs.

mod json;
mod outline;
#[cfg(any(feature = "cli", feature = "lsp"))]
mod tree;

pub use json::json;
pub use outline::{Outline, outline};
#[cfg(any(feature = "cli", feature = "lsp"))]
pub use tree::tree;
