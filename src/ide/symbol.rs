use super::View;
use crate::project::{Resource, last_name};
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
