use super::View;
use crate::linter::rules;
use crate::text::Span;

/// A word of a file that leads to a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The word.
    pub span: Span,
    /// The address of the page.
    pub url: String,
    /// What the page is about.
    pub title: String,
}

/// Where Microsoft documents the resource types of Azure Resource Manager, each under its name in small letters.
const TYPES: &str = "https://learn.microsoft.com/azure/templates";

impl View<'_, '_> {
    /// The pages that words of a file lead to: those of resource types, and those of the rules that comments name.
    #[must_use]
    pub fn links(&self, file: usize) -> Vec<Link> {
        let catalog = &self.linter.config().catalog;
        let types = self.resources_in(file).iter().filter_map(|resource| {
            let span = resource.definition.resource_type.as_ref()?.span;
            let name = catalog.arm_type(resource.type_id()?).filter(|name| name.starts_with("Microsoft."))?;
            Some(Link { span, url: format!("{TYPES}/{}", name.to_lowercase()), title: format!("{name} at Microsoft") })
        });
        let mut links: Vec<Link> = types.collect();
        let suppressions = self.files.get(file).into_iter().flat_map(|file| &file.document.suppressions);
        for name in suppressions.flat_map(|suppression| &suppression.rules) {
            let named = rules().into_iter().find(|rule| rule.code.0 == name.text);
            links.extend(named.map(|rule| Link {
                span: name.span,
                url: rule.code.url(),
                title: format!("About {}", rule.code),
            }));
        }
        links.sort_by_key(|link| link.span);
        links
    }
}
