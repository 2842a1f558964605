use std::path::Path;

use crate::read::Format;

/// Whether a file says any of what files say that declare resources: cheaper than to read it.
pub(crate) fn may_declare_resources(path: &Path, content: &[u8]) -> bool {
    let says = |word: &str| memchr::memmem::find(content, word.as_bytes()).is_some();
    match Format::of(path) {
        Some(Format::JavaScript(_)) => says("createResources") || says(".make") || says("group"),
        Some(Format::Json) => says("\"type\""),
        None => false,
    }
}
