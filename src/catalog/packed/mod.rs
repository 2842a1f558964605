//! The catalogue that is built into lazuli: one blob, read where it lies.

mod format;

use serde_json::Value;

use format::{COUNT, DEFINITION, ENTRY, RESOURCE, SEPARATOR, key};

use super::ResourceId;

/// A packed catalogue.
#[derive(Debug, Clone, Copy)]
pub(super) struct Packed {
    blob: &'static [u8],
}

/// The swagger of `schemas/`, as the build script packed it.
pub(super) static EMBEDDED: Packed = Packed { blob: include_bytes!(concat!(env!("OUT_DIR"), "/catalogue.bin")) };

impl Packed {
    /// The resource types, sorted by group, type and version.
    pub(super) fn resources(self) -> impl Iterator<Item = ResourceId> {
        let first = self.first_at_or_after(&key(&[RESOURCE, ""]));
        (first..self.len()).map_while(move |at| {
            let mut words = self.key(at)?.split(SEPARATOR);
            (words.next() == Some(RESOURCE)).then_some(())?;
            Some(ResourceId {
                group: words.next()?.to_owned(),
                resource_type: words.next()?.to_owned(),
                api_version: words.next()?.to_owned(),
            })
        })
    }

    /// What is stored of a resource type.
    pub(super) fn resource(self, id: &ResourceId) -> Option<Value> {
        self.slice(&key(&[RESOURCE, &id.group, &id.resource_type, &id.api_version]))
    }

    /// What is stored of a definition of the file that a resource type comes from.
    pub(super) fn definition(self, id: &ResourceId, name: &str) -> Option<Value> {
        self.slice(&key(&[DEFINITION, &id.group, &id.api_version, name]))
    }

    fn slice(self, wanted: &str) -> Option<Value> {
        let at = self.first_at_or_after(wanted);
        (self.key(at)? == wanted).then_some(())?;
        serde_json::from_slice(self.bytes(at, 2)?).ok()
    }

    fn len(self) -> usize {
        self.number(0).unwrap_or(0)
    }

    fn first_at_or_after(self, wanted: &str) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.key(middle).is_some_and(|key| key < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    fn key(self, at: usize) -> Option<&'static str> {
        std::str::from_utf8(self.bytes(at, 0)?).ok()
    }

    /// The bytes that the entry `at` leads to, its offset and length being the numbers from `field` on.
    fn bytes(self, at: usize, field: usize) -> Option<&'static [u8]> {
        let entry = COUNT + at * ENTRY + field * 4;
        if at >= self.len() {
            return None;
        }
        let (offset, length) = (self.number(entry)?, self.number(entry + 4)?);
        self.blob.get(offset..offset + length)
    }

    fn number(self, offset: usize) -> Option<usize> {
        let bytes = self.blob.get(offset..offset + 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize)
    }
}
