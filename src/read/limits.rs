use crate::document::SyntaxError;
use crate::text::Span;

/// The largest file that is read, in bytes (16 MiB).
pub const LARGEST_FILE: usize = 16 * 1024 * 1024;

/// How deep a file may nest.
///
/// Parsers and walks over values recurse; this bound is what keeps them on the stack.
pub const MOST_NESTED: usize = 512;

/// What is said of a text that nests deeper, at the bracket that goes too far.
pub(super) fn too_deep(offset: usize) -> SyntaxError {
    let message = format!("the file nests more than {MOST_NESTED} levels deep here");
    SyntaxError::new(message, Span::from_offsets(offset, offset + 1))
        .with_help("Split the definition, or move the deep part into a file of its own.")
}
