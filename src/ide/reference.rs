use super::{View, naming::own_names};
use crate::text::Span;

/// A place in one of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The file, by its position.
    pub file: usize,
    /// The place.
    pub span: Span,
}

impl View<'_, '_> {
    /// The places that name the resource which is named at an offset of a file, in the order of files and texts;
    /// `with_declaration` says whether its own name is one of them.
    #[must_use]
    pub fn references(&self, file: usize, offset: u32, with_declaration: bool) -> Vec<Location> {
        let Some((resource, _)) = self.resource_named_at(file, offset) else { return Vec::new() };
        let number = self.project.number(resource);
        let named = self.namings().filter(|naming| self.project.number(naming.resource) == number);
        let mut found: Vec<Location> =
            named.map(|naming| Location { file: naming.file, span: naming.value.span }).collect();
        if with_declaration {
            let own = own_names(resource).map(|name| Location { file: resource.file, span: name.span });
            let declared: Vec<Location> = own.collect();
            if declared.is_empty() {
                found.push(Location { file: resource.file, span: resource.definition.handle() });
            }
            found.extend(declared);
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}
