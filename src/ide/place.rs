use super::{
    View,
    cursor::{Area, Cursor},
};
use crate::catalog::ResourceId;
use crate::diagnostic::ResourceLabel;
use crate::linter::label_of;

/// Where an offset of a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The resource.
    pub resource: ResourceLabel,
    /// The JSON Pointer inside the resource's properties; `None` beside them.
    pub pointer: Option<String>,
}

impl View<'_, '_> {
    /// The type of the resource that an offset of a file is in, at the version that is meant.
    #[must_use]
    pub fn resource_type(&self, file: usize, offset: u32) -> Option<ResourceId> {
        Cursor::at(self, file, offset)?.resource.type_id().cloned()
    }

    /// Which resource an offset of a file is in, and where in it.
    #[must_use]
    pub fn place(&self, file: usize, offset: u32) -> Option<Place> {
        let cursor = Cursor::at(self, file, offset)?;
        let pointer = (cursor.area == Area::Properties).then(|| cursor.whole_pointer());
        Some(Place { resource: label_of(cursor.resource), pointer })
    }
}
