use std::path::PathBuf;

use super::{
    client::Client, editor_files::EditorFiles, outbox::Outbox, phase::Phase, projects::Projects, publishing::Publishing,
};

/// A session with a client: what it can do, what it has open, and what it is to be told.
pub(super) struct Session {
    pub(super) phase: Phase,
    pub(super) client: Client,
    pub(super) projects: Projects,
    pub(super) publishing: Publishing,
    pub(super) outbox: Outbox,
    /// The folders that are open in the editor.
    pub(super) folders: Vec<PathBuf>,
    /// The files that the editor tells of, where there is no disk.
    pub(super) editor_files: Option<EditorFiles>,
}
