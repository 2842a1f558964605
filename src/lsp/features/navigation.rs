use gen_lsp_types::{Location, LocationLink, ReferenceParams, TextDocumentPositionParams};
use serde::Serialize;

use crate::lsp::session::Session;

/// Where a definition is, as a client can take it.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Definition {
    Link([LocationLink; 1]),
    Location(Location),
}

/// `textDocument/definition`
pub(super) fn definition(session: &mut Session, params: &TextDocumentPositionParams) -> Option<Definition> {
    let takes_links = session.client.definition_links;
    let asked = session.asked(&params.text_document.uri)?;
    let target = asked.view().declaration(asked.file, asked.offset(params.position))?;
    let Location { uri, range } = asked.location(target.file, target.span);
    Some(if takes_links {
        Definition::Link([LocationLink {
            origin_selection_range: Some(asked.range(&asked.lines(asked.file), target.origin)),
            target_uri: uri,
            target_range: asked.range(&asked.lines(target.file), target.whole),
            target_selection_range: range,
        }])
    } else {
        Definition::Location(Location { uri, range })
    })
}

/// `textDocument/references`
pub(super) fn references(session: &mut Session, params: &ReferenceParams) -> Vec<Location> {
    let place = &params.text_document_position_params;
    let Some(asked) = session.asked_wholly(&place.text_document.uri) else { return Vec::new() };
    let with_declaration = params.context.include_declaration;
    let found = asked.view().references(asked.file, asked.offset(place.position), with_declaration);
    found.into_iter().map(|found| asked.location(found.file, found.span)).collect()
}
