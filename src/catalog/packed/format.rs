//! The layout of the packed catalogue: an index of sorted keys, then the slices they lead to.
//!
//! The build script compiles this file too, to write what the crate reads: it uses nothing of the crate.
//!
//! All numbers are little-endian `u32`s. The blob is the count of entries; for each entry, in the order
//! of the keys, the offset and length of its key and the offset and length of its slice; then keys and
//! slices themselves. Each slice is JSON that can be decoded alone.

/// Begins the key of a resource type: `r`, group, type, API version.
pub(crate) const RESOURCE: &str = "r";

/// Begins the key of a definition: `d`, the group of its file, API version, name.
pub(crate) const DEFINITION: &str = "d";

/// Stands between the words of a key; no name has it.
pub(crate) const SEPARATOR: char = '\u{0}';

/// The bytes that the index holds for one entry.
pub(crate) const ENTRY: usize = 16;

/// The bytes that the count of entries takes.
pub(crate) const COUNT: usize = 4;

/// The key of words.
pub(crate) fn key(words: &[&str]) -> String {
    let mut key = String::new();
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            key.push(SEPARATOR);
        }
        key.push_str(word);
    }
    key
}
