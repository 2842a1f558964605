use gen_lsp_types::{
    BaseSymbolInformation, DocumentSymbol, DocumentSymbolParams, Location, SymbolInformation, SymbolKind,
    WorkspaceSymbol, WorkspaceSymbolParams,
};
use serde::Serialize;

use crate::ide::Symbol;
use crate::lsp::{document::lines_of, session::Session, uri::uri_of};

/// So many resources are answered at the most.
const MOST: usize = 1_000;

/// The resources of a file, as a client can take them.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Symbols {
    Nested(Vec<DocumentSymbol>),
    Flat(Vec<SymbolInformation>),
}

/// `textDocument/documentSymbol`
pub(super) fn of_document(session: &mut Session, params: &DocumentSymbolParams) -> Option<Symbols> {
    let nested = session.client.nested_symbols;
    let asked = session.asked(&params.text_document.uri)?;
    let lines = asked.lines(asked.file);
    let symbols = asked.view().symbols(asked.file).into_iter();
    Some(if nested {
        let symbol = |symbol: Symbol| {
            let [range, selection] = [symbol.span, symbol.selection].map(|span| asked.range(&lines, span));
            let (name, kind) = (shown_name(&symbol), Some(symbol.kind()));
            DocumentSymbol::new(name, kind, SymbolKind::Object, None, None, range, selection, None)
        };
        Symbols::Nested(symbols.map(symbol).collect())
    } else {
        let symbol = |symbol: Symbol| {
            let location = asked.location(asked.file, symbol.selection);
            SymbolInformation::new(None, location, base(&symbol))
        };
        Symbols::Flat(symbols.map(symbol).collect())
    })
}

/// `workspace/symbol`
pub(super) fn of_workspace(session: &mut Session, params: &WorkspaceSymbolParams) -> Vec<WorkspaceSymbol> {
    for folder in session.folders.clone() {
        session.projects.load_folder(&folder);
    }
    let encoding = session.client.encoding;
    let addresses = session.projects.addresses();
    let mut found = Vec::new();
    let mut seen = Vec::new();
    for project in session.projects.all() {
        let files = project.files();
        for (file, symbol) in project.view().symbols_matching(&params.query).into_iter().take(MOST) {
            let path = files[file].source.path;
            // What is written in the editor counts, and not what a folder had on the disk.
            let open = addresses.iter().find(|(open, _)| open == path);
            if seen.contains(&(path.to_owned(), symbol.span)) || (open.is_some() && !files[file].source.reported) {
                continue;
            }
            seen.push((path.to_owned(), symbol.span));
            let uri = open.map_or_else(|| uri_of(path), |(_, uri)| uri.clone());
            let range = encoding.range(&lines_of(files[file].text, files[file].source.reported), symbol.selection);
            found.push(WorkspaceSymbol::new(Location { uri, range }.into(), None, base(&symbol)));
        }
    }
    found.truncate(MOST);
    found
}

fn base(symbol: &Symbol) -> BaseSymbolInformation {
    BaseSymbolInformation::new(shown_name(symbol), SymbolKind::Object, None, Some(symbol.kind()))
}

/// Its name; a client takes none that is empty.
fn shown_name(symbol: &Symbol) -> String {
    match (symbol.name.is_empty(), &symbol.resource_type) {
        (false, _) => symbol.name.clone(),
        (true, Some(resource_type)) => resource_type.clone(),
        (true, None) => "…".to_owned(),
    }
}
