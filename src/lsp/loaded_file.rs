use std::path::PathBuf;

use self_cell::self_cell;

use crate::linter::{ReadFile, Source};

/// The name of a file, and what is in it.
pub(super) struct Content {
    pub(super) path: PathBuf,
    pub(super) bytes: Vec<u8>,
    /// Whether it is open, and somebody wants to know what is wrong with it.
    pub(super) is_open: bool,
    /// Whether it lies over the project, as tests do.
    pub(super) is_overlay: bool,
}

self_cell!(
    /// A file of a project, read.
    pub(super) struct LoadedFile {
        owner: Content,
        #[covariant]
        dependent: ReadFile,
    }
);

impl LoadedFile {
    /// Reads a file.
    pub(super) fn read(content: Content) -> Self {
        Self::new(content, |content| {
            let source = Source::new(&content.path, &content.bytes).met_in_a_folder();
            let source = if content.is_open { source } else { source.only_referred_to() };
            ReadFile::read(&if content.is_overlay { source.lying_over() } else { source })
        })
    }

    /// How many bytes it has.
    pub(super) fn length(&self) -> usize {
        self.borrow_owner().bytes.len()
    }
}
