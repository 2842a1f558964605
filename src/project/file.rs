use std::path::Path;

use crate::document::Document;

/// A file of a project, read.
#[derive(Clone, Copy)]
pub(crate) struct ProjectFile<'p, 's> {
    pub(crate) path: &'p Path,
    pub(crate) text: &'s str,
    pub(crate) document: &'p Document<'s>,
    /// Whether what it declares lies over the project instead of being part of it, as tests do.
    pub(crate) is_overlay: bool,
    /// Whether somebody wants to know what is wrong with it; the other files of a project are only there to be
    /// referred to.
    pub(crate) is_reported: bool,
}

impl ProjectFile<'_, '_> {
    /// Whether the file may declare resources that could not be read.
    pub(super) fn may_declare_more(&self) -> bool {
        !self.is_overlay && (!self.document.not_read.is_empty() || !self.document.syntax_errors.is_empty())
    }
}
