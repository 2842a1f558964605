/// The largest file that is read, in bytes (16 MiB).
pub const LARGEST_FILE: usize = 16 * 1024 * 1024;

/// How deep a file may nest.
///
/// Parsers and walks over values recurse; this bound is what keeps them on the stack.
pub const MOST_NESTED: usize = 256;
