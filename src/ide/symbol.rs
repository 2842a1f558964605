use super::View;
use crate::project::{Resource, SEPARATOR, last_name};
use crate::text::Span;

/// A resource of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// Its own name, with `${…}` for what is not known.
    pub name: String,
    /// Its group, where the file tells it.
    pub group: Option<String>,
    /// Its type, where the file tells it.
    pub resource_type: Option<String>,
    /// All of its definition.
    pub span: Span,
    /// The place that stands for it.
    pub selection: Span,
}

impl View<'_, '_> {
    /// The resources of all files that a query means, each with the position of its file: those whose names, groups or
    /// types have its letters in them, in their order.
    #[must_use]
    pub fn symbols_matching(&self, query: &str) -> Vec<(usize, Symbol)> {
        let of_files =
            (0..self.files.len()).flat_map(|file| self.symbols(file).into_iter().map(move |found| (file, found)));
        of_files.filter(|(_, symbol)| symbol.matches(query)).collect()
    }

    /// The resources of a file, in the order of the text.
    #[must_use]
    pub fn symbols(&self, file: usize) -> Vec<Symbol> {
        let symbol = |resource: &Resource<'_, '_>| {
            let type_name = resource.type_name();
            let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            Symbol {
                name: last_name(&resource.name.shown()).to_owned(),
                group: type_name.and_then(|(group, _)| said(group)),
                resource_type: type_name.and_then(|(_, resource_type)| said(resource_type)),
                span: resource.definition.body.span,
                selection: resource.definition.handle(),
            }
        };
        self.resources_in(file).iter().map(symbol).collect()
    }
}

impl Symbol {
    /// What kind of resource it is, as far as the file tells: `Network::Subnet`.
    #[must_use]
    pub fn kind(&self) -> String {
        let parts = [self.group.as_deref(), self.resource_type.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(SEPARATOR)
    }

    fn matches(&self, query: &str) -> bool {
        let whole = format!("{} {}", self.kind(), self.name).to_lowercase();
        let mut letters = whole.chars();
        let wanted = query.to_lowercase();
        wanted.chars().filter(|letter| !letter.is_whitespace()).all(|wanted| letters.any(|letter| letter == wanted))
    }
}
