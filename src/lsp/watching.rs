//! Files that change beside the editor.

use std::path::PathBuf;

use gen_lsp_types::{
    DidChangeWatchedFilesParams, DidChangeWatchedFilesRegistrationOptions, FileChangeType, FileSystemWatcher,
    Registration, RegistrationParams, RegistrationRequest, Uri, WatchKind,
};
use serde::Deserialize;

use super::{session::Session, uri::path_of};

/// The files that a client is asked to watch: definitions, and what decides which of them belong together.
const WATCHED: [&str; 2] = ["**/*.{js,mjs,cjs,ts,mts,cts,json,jsonc}", "**/lazuli.toml"];

/// All that comes and goes: of a folder, editors tell no more than its own name.
const FOLDERS: &str = "**/*";

/// `lazuli/files`: what an editor tells of the files that it has, where there is no disk.
#[derive(Debug, Deserialize)]
pub(super) struct FilesParams {
    files: Vec<ToldFile>,
    /// Whether others follow in the next message.
    #[serde(default)]
    more: bool,
}

#[derive(Debug, Deserialize)]
struct ToldFile {
    uri: String,
    /// Its content; none where it is gone.
    text: Option<String>,
}

impl Session {
    pub(super) fn watch_files(&mut self) {
        if !self.client.watches_files || self.editor_files.is_some() {
            return;
        }
        let watcher = |glob: &str| FileSystemWatcher { glob_pattern: glob.to_owned().into(), kind: None };
        let mut watchers = WATCHED.map(watcher).to_vec();
        watchers.push(FileSystemWatcher { kind: Some(WatchKind::Create | WatchKind::Delete), ..watcher(FOLDERS) });
        let options = DidChangeWatchedFilesRegistrationOptions { watchers };
        self.outbox.ask::<RegistrationRequest>(RegistrationParams {
            registrations: vec![Registration {
                id: "files".to_owned(),
                method: "workspace/didChangeWatchedFiles".to_owned(),
                register_options: serde_json::to_value(options).ok(),
            }],
        });
    }

    pub(super) fn did_change_watched_files(&mut self, params: DidChangeWatchedFilesParams) {
        let changes = params.changes.into_iter();
        let changed = changes.map(|change| (path_of(&change.uri), change.kind != FileChangeType::Changed)).collect();
        self.changed_on_disk(changed);
    }

    pub(super) fn did_tell_of_files(&mut self, params: FilesParams) {
        let Some(files) = self.editor_files.clone() else { return };
        if files.expect_more(params.more) {
            self.forget();
        }
        let mut changed = Vec::new();
        for ToldFile { uri, text } in params.files {
            let path = path_of(&Uri(uri));
            let is_new = !crate::workspace::FileSystem::is_file(&files, &path);
            match &text {
                Some(text) => files.put(path.clone(), text.clone().into_bytes()),
                None => files.remove(&path),
            }
            changed.push((path, is_new || text.is_none()));
        }
        self.changed_on_disk(changed);
    }

    /// Takes notice of files that changed; whether each is new, or gone.
    fn changed_on_disk(&mut self, changed: Vec<(PathBuf, bool)>) {
        let is_far_reaching = |(path, comes_or_goes): &(PathBuf, bool)| {
            let decides = self.projects.depend_on(path) && (*comes_or_goes || self.projects.configs.is_made_of(path));
            decides || (*comes_or_goes && self.projects.is_folder_of_files(path))
        };
        if changed.iter().any(is_far_reaching) {
            return self.forget();
        }
        for (path, _) in changed {
            self.projects.disk_changed(&path);
            let beside = self.projects.open_beside(&path);
            self.publishing.add(beside);
        }
    }

    /// Looks which files changed beside the editor. A client that says that it watches them may not watch all.
    pub(super) fn look_around(&mut self) {
        if self.editor_files.is_some() {
            return;
        }
        if self.projects.are_others() {
            return self.forget();
        }
        let changed = self.projects.changed_files().into_iter().map(|path| (path, false)).collect();
        self.changed_on_disk(changed);
    }
}
