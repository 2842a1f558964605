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
        let encodings = capabilities.pointer("/general/positionEncodings").and_then(Value::as_array);
        let counts_bytes = encodings.is_some_and(|encodings| encodings.iter().any(|encoding| encoding == "utf-8"));
        let is_asking = has("/textDocument/diagnostic");
        let resolved = capabilities.pointer("/textDocument/codeAction/resolveSupport/properties");
        Self {
            encoding: if counts_bytes { Encoding::Utf8 } else { Encoding::Utf16 },
            settings: Settings::read(&params["initializationOptions"]).unwrap_or_default(),
            snippets: can("/textDocument/completion/completionItem/snippetSupport"),
            label_details: can("/textDocument/completion/completionItem/labelDetailsSupport"),
            pulls_diagnostics: is_asking
                && (can("/workspace/diagnostics/refreshSupport") || can("/workspace/diagnostic/refreshSupport")),
            related_information: can("/textDocument/publishDiagnostics/relatedInformation")
                || can("/textDocument/diagnostic/relatedInformation"),
            code_action_literals: has("/textDocument/codeAction/codeActionLiteralSupport"),
            code_action_resolve: resolved
                .and_then(Value::as_array)
                .is_some_and(|all| all.iter().any(|property| property == "edit")),
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
