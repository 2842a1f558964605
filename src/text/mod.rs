//! Places in a text, the lines they fall on, and changes to them.

mod edit;
mod line_index;
mod nearest;
mod path;
mod quote;
mod span;

pub use edit::Edit;
pub(crate) use edit::{
    is_a_name, removal_of_comment, removal_of_member, replacement_of_key, replacement_of_string, with_edits,
};
pub use line_index::{LineIndex, Position};
pub(crate) use nearest::{is_same_but_case, nearest, suggestion};
pub(crate) use path::slashed;
pub(crate) use quote::{escape_controls, join_all, join_alternatives, quote, quote_value, steers_output};
pub use span::Span;
