use gen_lsp_types::{
    CompletionItem, CompletionItemDefaults, CompletionItemKind, CompletionItemLabelDetails, CompletionList,
    InsertTextFormat, Range, TextDocumentPositionParams, TextEdit,
};

use crate::ide::{Completion, CompletionKind, complete_in};
use crate::lsp::session::Session;

/// `textDocument/completion`
pub(super) fn completion(session: &mut Session, params: &TextDocumentPositionParams) -> Option<CompletionList> {
    let client = Writing {
        snippets: session.client.snippets,
        label_details: session.client.label_details,
        defaults: session.client.completion_defaults,
    };
    let asked = session.asked(&params.text_document.uri)?;
    let found = complete_in(asked.project.linter(), &asked.files, asked.file, asked.offset(params.position));
    let lines = asked.lines(asked.file);
    found.map(|found| {
        let range = asked.range(&lines, found.span);
        let besides: Vec<TextEdit> = found.besides.iter().map(|edit| asked.edit(&lines, edit)).collect();
        let items = found.items.into_iter().enumerate();
        let items = items.map(|(at, item)| client.item(item, at, range, &besides)).collect();
        let defaults = CompletionItemDefaults { edit_range: Some(range.into()), ..CompletionItemDefaults::default() };
        CompletionList { items, item_defaults: client.defaults.then_some(defaults), ..CompletionList::default() }
    })
}

/// How a client takes completions.
struct Writing {
    snippets: bool,
    label_details: bool,
    /// Whether what all items say is said once.
    defaults: bool,
}

impl Writing {
    /// The item in the `at`th place, which is put into `range`.
    fn item(&self, item: Completion, at: usize, range: Range, besides: &[TextEdit]) -> CompletionItem {
        let Completion { label, kind, detail, documentation, required, insert, snippet } = item;
        // Whole resources are found by their groups, too.
        let group = detail.as_ref().filter(|_| kind == CompletionKind::Definition);
        let filter_text = group.map(|group| format!("{label} {group}"));
        let snippet = snippet.filter(|_| self.snippets);
        // Else it is plain text, which need not be said.
        let format = snippet.is_some().then_some(InsertTextFormat::Snippet);
        let new_text = snippet.unwrap_or(insert);
        let (text_edit, text_edit_text) =
            if self.defaults { (None, Some(new_text)) } else { (Some(TextEdit { range, new_text }.into()), None) };
        let about = if required { Some("required".to_owned()) } else { None };
        let detail = detail.map(|detail| about.iter().fold(detail, |detail, about| format!("{detail}, {about}")));
        let beside_the_label = detail.clone().filter(|_| self.label_details).map(|description| {
            CompletionItemLabelDetails { description: Some(description), ..CompletionItemLabelDetails::default() }
        });
        CompletionItem {
            label,
            kind: Some(kind_of(kind)),
            label_details: beside_the_label,
            detail,
            documentation: documentation.map(Into::into),
            filter_text,
            // As they come, and not by the alphabet.
            sort_text: Some(format!("{at:05}")),
            insert_text_format: format,
            text_edit,
            text_edit_text,
            additional_text_edits: (!besides.is_empty()).then(|| besides.to_vec()),
            ..CompletionItem::default()
        }
    }
}

fn kind_of(kind: CompletionKind) -> CompletionItemKind {
    match kind {
        CompletionKind::Property => CompletionItemKind::Property,
        CompletionKind::Value => CompletionItemKind::EnumMember,
        CompletionKind::Type => CompletionItemKind::Class,
        CompletionKind::Group => CompletionItemKind::Module,
        CompletionKind::Dependency => CompletionItemKind::Field,
        CompletionKind::Resource => CompletionItemKind::Reference,
        CompletionKind::Definition => CompletionItemKind::Snippet,
    }
}
