use std::{path::Path, rc::Rc, sync::Arc};

use self_cell::self_cell;

use super::loaded_file::LoadedFile;
use crate::ide::View;
use crate::linter::{Linter, ReadFile, WholeProject};
use crate::workspace::Configured;

/// The files of a project at one moment, and the linter that checks them.
pub(super) struct Members {
    pub(super) configured: Arc<Configured>,
    /// In the order of their paths.
    pub(super) files: Vec<Rc<LoadedFile>>,
    /// Whether there may be more of them.
    pub(super) has_more: bool,
}

type Whole<'m> = WholeProject<'m, 'm>;

self_cell!(
    /// Files, and what they declare together, which borrows from them: it is asked about more often than it changes.
    pub(super) struct PutTogether {
        owner: Members,
        #[covariant]
        dependent: Whole,
    }
);

impl PutTogether {
    pub(super) fn of(members: Members) -> Self {
        Self::new(members, |members| members.configured.linter.project(members.read_files(), members.has_more))
    }

    pub(super) fn linter(&self) -> &Linter {
        &self.borrow_owner().configured.linter
    }

    /// The files, in the order of their paths.
    pub(super) fn files(&self) -> Vec<&ReadFile<'_>> {
        self.borrow_owner().read_files().collect()
    }

    /// What they declare together.
    pub(super) fn whole(&self) -> &WholeProject<'_, '_> {
        self.borrow_dependent()
    }

    /// Where among them a file is.
    pub(super) fn position_of(&self, path: &Path) -> Option<usize> {
        self.borrow_owner().files.iter().position(|file| file.borrow_owner().path == path)
    }

    /// The project as an editor looks at it.
    pub(super) fn view(&self) -> View<'_, '_> {
        View::of_project(self.linter(), self.files(), &self.borrow_dependent().project)
    }
}

impl Members {
    fn read_files(&self) -> impl Iterator<Item = &ReadFile<'_>> {
        self.files.iter().map(|file| file.borrow_dependent())
    }
}
