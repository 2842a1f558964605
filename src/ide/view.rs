use std::ops::Deref;

use crate::linter::{Linter, ReadFile, Source};
use crate::project::{Project, Resource};

/// The files of a project, read.
pub struct Files<'s> {
    pub(super) read: Vec<ReadFile<'s>>,
}

impl<'s> Files<'s> {
    /// Reads files that belong together.
    #[must_use]
    pub fn read(sources: &[Source<'s>]) -> Self {
        Self { read: sources.iter().map(ReadFile::read).collect() }
    }
}

/// A project as an editor looks at it. Files go by their positions among those that were read.
pub struct View<'v, 's> {
    pub(super) linter: &'v Linter,
    pub(super) files: Vec<&'v ReadFile<'s>>,
    pub(super) project: Held<'v, 's>,
}

/// A project that was put together for a view, or was there before.
pub(super) enum Held<'v, 's> {
    Own(Box<Project<'v, 's>>),
    #[cfg(feature = "lsp")]
    Kept(&'v Project<'v, 's>),
}

impl<'v, 's> Deref for Held<'v, 's> {
    type Target = Project<'v, 's>;

    fn deref(&self) -> &Project<'v, 's> {
        match self {
            Self::Own(project) => project,
            #[cfg(feature = "lsp")]
            Self::Kept(project) => project,
        }
    }
}

impl<'v, 's> View<'v, 's> {
    /// The project that files make, with the types that the linter knows.
    #[must_use]
    pub fn new(linter: &'v Linter, files: &'v Files<'s>) -> Self {
        Self::of(linter, files.read.iter().collect())
    }

    /// The same for files that are read already.
    pub(crate) fn of(linter: &'v Linter, files: Vec<&'v ReadFile<'s>>) -> Self {
        let project = Held::Own(Box::new(linter.declared(files.iter().copied(), false)));
        Self { linter, files, project }
    }

    /// The same for files whose project is put together already.
    #[cfg(feature = "lsp")]
    pub(crate) fn of_project(linter: &'v Linter, files: Vec<&'v ReadFile<'s>>, project: &'v Project<'v, 's>) -> Self {
        Self { linter, files, project: Held::Kept(project) }
    }

    /// The resources of a file, in the order of the text; none of one that is not there.
    pub(super) fn resources_in(&self, file: usize) -> &[Resource<'v, 's>] {
        if file < self.files.len() { self.project.resources_in(file) } else { &[] }
    }

    /// The text of a file; only the part before the first byte that is no text.
    #[must_use]
    pub fn text(&self, file: usize) -> &'s str {
        self.files.get(file).map_or("", |file| file.text)
    }
}
