use serde_json::Value;

use super::{encoding::Encoding, settings::Settings};

/// What a client can do, and how its user wants it.
#[derive(Debug, Default)]
pub(super) struct Client {
    pub(super) encoding: Encoding,
    pub(super) settings: Settings,
    /// Completions with places to go on at.
    pub(super) snippets: bool,
    pub(super) label_details: bool,
    /// Completions that say once for all what most of them say.
    pub(super) completion_defaults: bool,
    /// It asks for diagnostics, and asks again when it is told to.
    pub(super) pulls_diagnostics: bool,
    pub(super) related_information: bool,
    pub(super) code_action_literals: bool,
    pub(super) code_action_resolve: bool,
    /// Changes of documents with their versions.
    pub(super) document_changes: bool,
    /// Definitions with the place that leads there.
    pub(super) definition_links: bool,
    pub(super) nested_symbols: bool,
    /// It can be asked to watch files.
    pub(super) watches_files: bool,
    /// It can be asked for its settings.
    pub(super) has_settings: bool,
    pub(super) refreshes_hints: bool,
    /// It opens pages.
    pub(super) shows_documents: bool,
}

impl Client {
    /// What the parameters of `initialize` say. They are read one by one: a client that says something of one that
    /// nobody understands is believed the others.
    pub(super) fn new(params: &Value) -> Self {
        let capabilities = &params["capabilities"];
        let can = |pointer: &str| capabilities.pointer(pointer).and_then(Value::as_bool).unwrap_or_default();
        let has = |pointer: &str| capabilities.pointer(pointer).is_some_and(Value::is_object);
        let lists = |pointer: &str, wanted: &str| {
            let listed = capabilities.pointer(pointer).and_then(Value::as_array);
            listed.is_some_and(|listed| listed.iter().any(|listed| listed == wanted))
        };
        let is_asking = has("/textDocument/diagnostic");
        let counts_bytes = lists("/general/positionEncodings", "utf-8");
        Self {
            encoding: if counts_bytes { Encoding::Utf8 } else { Encoding::Utf16 },
            settings: Settings::default(),
            snippets: can("/textDocument/completion/completionItem/snippetSupport"),
            label_details: can("/textDocument/completion/completionItem/labelDetailsSupport"),
            completion_defaults: lists("/textDocument/completion/completionList/itemDefaults", "editRange"),
            pulls_diagnostics: is_asking
                && (can("/workspace/diagnostics/refreshSupport") || can("/workspace/diagnostic/refreshSupport")),
            related_information: can("/textDocument/publishDiagnostics/relatedInformation")
                || can("/textDocument/diagnostic/relatedInformation"),
            code_action_literals: has("/textDocument/codeAction/codeActionLiteralSupport"),
            code_action_resolve: lists("/textDocument/codeAction/resolveSupport/properties", "edit"),
            document_changes: can("/workspace/workspaceEdit/documentChanges"),
            definition_links: can("/textDocument/definition/linkSupport"),
            nested_symbols: can("/textDocument/documentSymbol/hierarchicalDocumentSymbolSupport"),
            watches_files: can("/workspace/didChangeWatchedFiles/dynamicRegistration"),
            has_settings: can("/workspace/configuration"),
            refreshes_hints: can("/workspace/inlayHint/refreshSupport"),
            shows_documents: can("/window/showDocument/support"),
        }
    }
}
