//! What editors ask of a file beside its diagnostics: hover, completion, symbols, definitions, code actions.
//!
//! All of it is a function of the files alone, for the language server and the WebAssembly package alike. Places are
//! offsets in bytes; a face turns them into those that its editor counts by.

mod action;
mod completion;
mod cursor;
mod folding;
mod hint;
mod hover;
mod link;
mod naming;
mod place;
mod reference;
mod rename;
mod schema_place;
mod symbol;
mod target;
mod view;

pub use action::{Action, ActionKind};
#[cfg(feature = "lsp")]
pub(crate) use action::{actions_at, fix_all_title, has_several_fixes};
#[cfg(feature = "lsp")]
pub(crate) use completion::complete_in;
pub use completion::{Completion, CompletionKind, Completions, complete, prepare_definitions};
pub use hint::Hint;
pub use hover::Hover;
pub use link::Link;
pub use place::Place;
pub use reference::Location;
pub use rename::{FileEdit, Renamable};
pub use symbol::Symbol;
pub use target::Target;
pub use view::{Files, View};
