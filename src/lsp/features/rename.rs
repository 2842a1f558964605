use std::collections::HashMap;

use gen_lsp_types::{
    DocumentChange, OptionalVersionedTextDocumentIdentifier, PrepareRenamePlaceholder, RenameParams, TextDocumentEdit,
    TextDocumentIdentifier, TextDocumentPositionParams, TextEdit, Uri, WorkspaceEdit,
};
use lsp_server::ErrorCode;

use crate::lsp::{answer::Refusal, session::Session};

/// `textDocument/prepareRename`
pub(super) fn prepare(
    session: &mut Session,
    params: &TextDocumentPositionParams,
) -> Result<Option<PrepareRenamePlaceholder>, Refusal> {
    let Some(asked) = session.asked_wholly(&params.text_document.uri) else { return Ok(None) };
    let found = asked.view().renamable(asked.file, asked.offset(params.position)).map_err(refusal)?;
    Ok(found.map(|found| PrepareRenamePlaceholder {
        range: asked.range(&asked.lines(asked.file), found.span),
        placeholder: found.name,
    }))
}

/// `textDocument/rename`
pub(super) fn rename(session: &mut Session, params: &RenameParams) -> Result<Option<WorkspaceEdit>, Refusal> {
    let place = &params.text_document_position_params;
    let Some(asked) = session.asked_wholly(&place.text_document.uri) else { return Ok(None) };
    let edits = asked.view().rename(asked.file, asked.offset(place.position), &params.new_name).map_err(refusal)?;
    let by_file = edits.chunk_by(|one, other| one.file == other.file).map(|edits| {
        let lines = asked.lines(edits[0].file);
        (asked.uri(edits[0].file), edits.iter().map(|edit| asked.edit(&lines, &edit.edit)).collect())
    });
    let changes: Vec<(Uri, Vec<TextEdit>)> = by_file.collect();
    Ok(Some(session.workspace_edit(changes)))
}

fn refusal(reason: String) -> Refusal {
    Refusal::new(ErrorCode::RequestFailed, reason)
}

impl Session {
    /// Changes of files as the client takes them: with the versions that they are of, where it can.
    pub(super) fn workspace_edit(&self, changes: Vec<(Uri, Vec<TextEdit>)>) -> WorkspaceEdit {
        if !self.client.document_changes {
            let changes: HashMap<Uri, Vec<TextEdit>> = changes.into_iter().collect();
            return WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() };
        }
        let change = |(uri, edits): (Uri, Vec<TextEdit>)| {
            let version = self.projects.document(&self.projects.path_of(&uri)).map(|document| document.version);
            DocumentChange::TextDocumentEdit(TextDocumentEdit {
                text_document: OptionalVersionedTextDocumentIdentifier {
                    version,
                    text_document_identifier: TextDocumentIdentifier { uri },
                },
                edits: edits.into_iter().map(Into::into).collect(),
            })
        };
        let changes = changes.into_iter().map(change).collect();
        WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() }
    }
}
