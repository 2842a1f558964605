//! What the catalogue knows of a resource type, for people and for programs.

mod json;
mod outline;
#[cfg(feature = "cli")]
mod tree;

pub use json::json;
pub use outline::{Outline, outline};
#[cfg(feature = "cli")]
pub use tree::tree;
