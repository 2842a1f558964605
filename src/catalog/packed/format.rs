//! The layout of the packed catalogue: a directory of resource types and definitions, then strings, then JSON
//! values.
//!
//! The build script compiles this file too, to write what the crate reads: it uses nothing of the crate.
//!
//! ```text
//! blob       = files, resources, definitions, bytes of all strings (4 numbers of 4 bytes),
//!              file …, resource …, definition …, string …, value …
//! file       = first definition, definitions (2 numbers of 4 bytes)
//! resource   = group, type, API version (strings), file, value (5 numbers of 3 bytes); sorted
//! definition = name (string), value (2 numbers of 3 bytes); those of one file sorted
//! string     = length (variable), UTF-8
//! value      = kind in the lowest 3 bits, argument in the 5 above; an argument of 31 stands for one that
//!              follows (variable); then what the kind says
//! ```
//!
//! A string is named by its offset from the start of the strings, a value by its offset from the start of the
//! values. No string and no value is stored twice: what two API versions have in common is there once. What is
//! used most stands first, so that its offset is short.
//!
//! A variable number has 7 bits in each byte, the lowest first; the highest bit says that more follow.

/// The bytes of a number at the start of the blob and in the directory.
pub(crate) const NUMBER_BYTES: usize = 4;
/// The bytes of a number of a resource or a definition.
pub(crate) const OFFSET_BYTES: usize = 3;

/// `null`, `false` and `true`, by the argument 0, 1 and 2.
pub(crate) const SIMPLE: u8 = 0;
/// An integer that is not negative: the argument.
pub(crate) const INTEGER: u8 = 1;
/// A string: the argument is its offset.
pub(crate) const STRING: u8 = 2;
/// Any other number: the argument is the offset of a string with its text.
pub(crate) const NUMBER: u8 = 3;
/// A list of as many values as the argument says, each a variable offset.
pub(crate) const ARRAY: u8 = 4;
/// As many members as the argument says, each the variable offsets of a string and a value.
pub(crate) const OBJECT: u8 = 5;
/// A string that begins with the first of the [`PREFIXES`]: the argument is the offset of the rest.
pub(crate) const PREFIXED: u8 = 6;
/// The same with the second.
pub(crate) const PREFIXED_BY_SECOND: u8 = 7;

/// What most strings begin with that are long: references to definitions, and paths. The rest of a reference
/// is stored anyway, as the name of the definition.
pub(crate) const PREFIXES: [&str; 2] =
    ["#/definitions/", "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/"];

/// The bits of a kind.
pub(crate) const KIND_BITS: u32 = 3;
/// Beside a kind: the argument follows.
pub(crate) const FOLLOWS: u8 = 31;
