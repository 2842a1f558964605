//! How a session begins, what is told in it, and how it ends.

use gen_lsp_types::{
    ChangeNotifications, CodeActionKind, CodeActionOptions, CompletionOptions, ConfigurationItem, ConfigurationParams,
    ConfigurationRequest, DiagnosticOptions, DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, DidSaveTextDocumentParams, DocumentLinkOptions, ExecuteCommandOptions, InitializeResult,
    InlayHintOptions, InlayHintRefreshRequest, PositionEncodingKind, RenameOptions, ServerCapabilities, ServerInfo,
    TextDocumentSyncKind, TextDocumentSyncOptions, WorkspaceFolder, WorkspaceFoldersServerCapabilities,
    WorkspaceOptions,
};
use lsp_server::{ErrorCode, Response};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{
    answer::Refusal,
    client::Client,
    document::{DidChange, OpenDocument},
    encoding::Encoding,
    outbox::text,
    phase::Phase,
    session::Session,
    settings::SECTION,
    uri::path_of,
};

/// The command that opens the page of a rule, whose address is its argument.
pub(super) const OPEN_DOCUMENTATION: &str = "lazuli.openDocumentation";

impl Session {
    /// Why a request comes at the wrong time.
    pub(super) fn refuse_untimely(&self, method: &str) -> Option<Refusal> {
        match (self.phase, method) {
            (Phase::Waiting, "initialize") => None,
            (Phase::Waiting, _) => {
                Some(Refusal::new(ErrorCode::ServerNotInitialized, "the session begins with `initialize`"))
            }
            (Phase::Running, "initialize") => {
                Some(Refusal::new(ErrorCode::InvalidRequest, "the session has begun already"))
            }
            (Phase::Running, _) => None,
            (Phase::ShutDown | Phase::Exited(_), _) => {
                Some(Refusal::new(ErrorCode::InvalidRequest, "the session is over"))
            }
        }
    }

    pub(super) fn initialize(&mut self, params: &Value) -> String {
        self.client = Client::new(params);
        self.set(&params["initializationOptions"]);
        let folders = serde_json::from_value::<Vec<WorkspaceFolder>>(params["workspaceFolders"].clone());
        self.folders = match folders {
            Ok(folders) => folders.iter().map(|folder| path_of(&folder.uri)).collect(),
            Err(_) => params["rootUri"].as_str().map(|uri| path_of(&uri.into())).into_iter().collect(),
        };
        self.phase = Phase::Running;
        let server_info = ServerInfo { name: "lazuli".to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) };
        text(InitializeResult { capabilities: self.capabilities(), server_info: Some(server_info) })
    }

    fn capabilities(&self) -> ServerCapabilities {
        let encoding = match self.client.encoding {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
        };
        let sync = TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::Incremental),
            save: Some(true.into()),
            ..TextDocumentSyncOptions::default()
        };
        let kinds = vec![CodeActionKind::QuickFix, CodeActionKind::SourceFixAll];
        let diagnostics = DiagnosticOptions {
            identifier: Some(SECTION.to_owned()),
            inter_file_dependencies: true,
            ..DiagnosticOptions::default()
        };
        ServerCapabilities {
            position_encoding: Some(encoding),
            text_document_sync: Some(sync.into()),
            completion_provider: Some(CompletionOptions {
                trigger_characters: Some(["\"", "'", "`", ":"].map(str::to_owned).to_vec()),
                ..CompletionOptions::default()
            }),
            hover_provider: Some(true.into()),
            definition_provider: Some(true.into()),
            references_provider: Some(true.into()),
            document_symbol_provider: Some(true.into()),
            workspace_symbol_provider: Some(true.into()),
            code_action_provider: Some(
                CodeActionOptions {
                    code_action_kinds: Some(kinds),
                    resolve_provider: Some(true),
                    ..CodeActionOptions::default()
                }
                .into(),
            ),
            rename_provider: Some(RenameOptions { prepare_provider: Some(true), ..RenameOptions::default() }.into()),
            folding_range_provider: self.client.settings.folds.then(|| true.into()),
            document_link_provider: Some(DocumentLinkOptions::default()),
            inlay_hint_provider: Some(InlayHintOptions::default().into()),
            diagnostic_provider: self.client.pulls_diagnostics.then(|| diagnostics.into()),
            execute_command_provider: Some(ExecuteCommandOptions {
                commands: vec![OPEN_DOCUMENTATION.to_owned()],
                ..ExecuteCommandOptions::default()
            }),
            workspace: Some(WorkspaceOptions {
                workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                    supported: Some(true),
                    change_notifications: Some(ChangeNotifications::Bool(true)),
                }),
                ..WorkspaceOptions::default()
            }),
            ..ServerCapabilities::default()
        }
    }

    pub(super) fn shut_down(&mut self) -> String {
        self.phase = Phase::ShutDown;
        text(())
    }

    /// Takes notice of what the client tells; what nobody understands is passed over.
    pub(super) fn notice(&mut self, method: &str, params: Value) {
        if method == "exit" {
            self.phase = Phase::Exited(u8::from(self.phase != Phase::ShutDown));
        }
        if self.phase != Phase::Running {
            return;
        }
        match method {
            "initialized" => self.initialized(),
            "textDocument/didOpen" => self.told(params, Self::did_open),
            "textDocument/didChange" => self.told(params, Self::did_change),
            "textDocument/didClose" => self.told(params, |session, params| session.did_close(&params)),
            "textDocument/didSave" => self.told(params, |session, _: DidSaveTextDocumentParams| session.look_around()),
            "workspace/didChangeWatchedFiles" => self.told(params, Self::did_change_watched_files),
            "workspace/didChangeWorkspaceFolders" => {
                self.told(params, |session, params| session.did_change_folders(&params));
            }
            "workspace/didChangeConfiguration" => self.did_change_settings(&params["settings"]),
            "lazuli/files" => self.told(params, Self::did_tell_of_files),
            _ => {}
        }
    }

    fn told<P: DeserializeOwned>(&mut self, params: Value, notice: impl FnOnce(&mut Self, P)) {
        match serde_json::from_value(params) {
            Ok(params) => notice(self, params),
            Err(error) => self.log(format!("passed over what the client told: {error}")),
        }
    }

    fn initialized(&mut self) {
        self.watch_files();
        self.ask_for_settings();
    }

    fn ask_for_settings(&mut self) {
        if self.client.has_settings {
            let item = ConfigurationItem { section: Some(SECTION.to_owned()), scope_uri: None };
            self.outbox.ask::<ConfigurationRequest>(ConfigurationParams { items: vec![item] });
        }
    }

    /// Hears what the client answers. All but the settings is only taken notice of.
    pub(super) fn hear(&mut self, response: &Response) {
        let is_about_settings = response.id.to_string().contains("workspace/configuration");
        if let (true, Ok(result)) = (is_about_settings, &response.response_result) {
            self.set(&result[0]);
        }
    }

    fn did_change_settings(&mut self, settings: &Value) {
        if settings.is_object() {
            self.set(settings);
        } else {
            self.ask_for_settings();
        }
    }

    fn set(&mut self, given: &Value) {
        let (settings, problems) = self.client.settings.with(given);
        for problem in problems {
            self.log(problem);
        }
        if settings.shows_api_versions != self.client.settings.shows_api_versions && self.client.refreshes_hints {
            self.outbox.ask::<InlayHintRefreshRequest>(());
        }
        self.client.settings = settings;
    }

    fn did_open(&mut self, params: DidOpenTextDocumentParams) {
        let opened = params.text_document;
        self.look_around();
        let uri = opened.uri.clone();
        let document = OpenDocument { uri: opened.uri, version: opened.version, text: opened.text };
        let (path, before) = self.projects.open(document, &opened.language_id);
        if let Some(before) = before {
            // The file is open by another address, too: what the editor has there is looked at no more.
            self.stop_publishing(&path, before.uri);
        } else {
            self.leave_to_be_asked(&path, uri);
        }
        self.changed_in_editor(path);
    }

    fn did_change(&mut self, params: DidChange) {
        let path = self.projects.path_of(&params.text_document.uri);
        let encoding = self.client.encoding;
        let Some(document) = self.projects.document_to_change(&path, &params.text_document.uri) else { return };
        document.version = params.text_document.version;
        for change in params.content_changes {
            document.change(change, encoding);
        }
        self.changed_in_editor(path);
    }

    fn did_close(&mut self, params: &DidCloseTextDocumentParams) {
        let path = self.projects.path_of(&params.text_document.uri);
        let beside = self.projects.open_beside(&path);
        let Some(closed) = self.projects.close(&path, &params.text_document.uri) else { return };
        self.stop_publishing(&path, closed.uri);
        if self.projects.depend_on(&path) {
            self.forget();
        }
        self.publishing.add(beside.into_iter().filter(|beside| *beside != path));
    }

    fn did_change_folders(&mut self, params: &DidChangeWorkspaceFoldersParams) {
        let removed: Vec<_> = params.event.removed.iter().map(|folder| path_of(&folder.uri)).collect();
        self.folders.retain(|folder| !removed.contains(folder));
        self.folders.extend(params.event.added.iter().map(|folder| path_of(&folder.uri)));
        self.projects.unload_outside(&self.folders);
    }
}
