use std::str;

use crate::document::SyntaxError;
use crate::read::LARGEST_FILE;
use crate::text::Span;

/// This many bytes tell whether a file is text at all.
const SAMPLE: usize = 8 * 1024;

/// The bytes as text; else as much of them as is text, and what is wrong behind that.
pub(super) fn decode(content: &[u8]) -> Result<&str, (&str, SyntaxError)> {
    if content.len() > LARGEST_FILE {
        let message = format!("the file is larger than {} MiB", LARGEST_FILE / 1024 / 1024);
        return Err(refused("", message, "Split it."));
    }
    if content.starts_with(&[0xff, 0xfe]) || content.starts_with(&[0xfe, 0xff]) {
        return Err(refused("", "the file is UTF-16".to_owned(), "Save it as UTF-8."));
    }
    str::from_utf8(content).map_err(|error| {
        let text = str::from_utf8(&content[..error.valid_up_to()]).unwrap_or_default();
        if content[..content.len().min(SAMPLE)].contains(&0) {
            return refused("", "the file is not text".to_owned(), "lazuli reads UTF-8.");
        }
        let byte = content[text.len()];
        refused(text, format!("the byte 0x{byte:02x} is not UTF-8"), "Save the file as UTF-8.")
    })
}

fn refused<'s>(text: &'s str, message: String, help: &str) -> (&'s str, SyntaxError) {
    let span = Span::from_offsets(text.len(), text.len());
    (text, SyntaxError::new(message, span).with_help(help))
}
