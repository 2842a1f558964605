use super::View;
use crate::project::Resource;
use crate::text::Span;

/// Something that an editor shows between the letters of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The place before which it stands.
    pub offset: u32,
    /// What it says.
    pub text: String,
    /// What there is to know of it.
    pub about: String,
}

impl View<'_, '_> {
    /// The API versions that the resources in a part of a file are held against, where the file does not say them.
    #[must_use]
    pub fn hints(&self, file: usize, part: Span) -> Vec<Hint> {
        let hint = |resource: &Resource<'_, '_>| {
            let span = resource.definition.resource_type.as_ref()?.span;
            let id = resource.type_id().filter(|_| resource.definition.api_version().is_none())?;
            let about = format!("{}::{} is held against this API version", id.group, id.resource_type);
            part.contains(span).then(|| Hint { offset: span.end, text: id.api_version.to_string(), about })
        };
        self.resources_in(file).iter().filter_map(hint).collect()
    }
}
