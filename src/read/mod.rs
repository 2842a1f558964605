//! One reader per format: text in, [`Document`] out. Nothing is executed, and no text makes a reader
//! fail: what it cannot read is a syntax error of the document.

mod format;
mod javascript;
mod json;
mod limits;
mod template;

pub use format::{Dialect, Format};
pub(crate) use json::is_a_template;
pub use limits::{LARGEST_FILE, MOST_NESTED};

use crate::document::Document;

/// Reads `text` as `format`.
#[must_use]
pub fn read(text: &str, format: Format) -> Document<'_> {
    match format {
        Format::JavaScript(dialect) => javascript::read(text, dialect),
        Format::Json => json::read(text),
    }
}
