//! The catalogue that is built into lazuli: one blob, read where it lies.

mod format;
mod value;

use std::borrow::Cow;

use serde_json::Value;

use format::{NUMBER_BYTES, OFFSET_BYTES};
use value::PackedValue;

/// The numbers at the start of the blob.
const HEAD_NUMBERS: usize = 4;

/// The numbers of a file, of a resource, and of a definition.
const FILE_NUMBERS: usize = 2;
const RESOURCE_NUMBERS: usize = 5;
const DEFINITION_NUMBERS: usize = 2;

/// A packed catalogue.
#[derive(Debug, Clone, Copy)]
pub(super) struct Packed {
    blob: &'static [u8],
}

/// The swagger of `schemas/`, as the build script packed it.
pub(super) static EMBEDDED: Packed = Packed { blob: include_bytes!(concat!(env!("OUT_DIR"), "/catalogue.bin")) };

/// A resource type in the catalogue.
#[derive(Debug, Clone, Copy)]
pub(super) struct PackedResource {
    pub(super) group: &'static str,
    pub(super) resource_type: &'static str,
    pub(super) api_version: &'static str,
    /// Which of the files it stands in.
    file: usize,
    slice: PackedValue,
}

impl Packed {
    /// The resource types, sorted by group, type and version.
    pub(super) fn resources(self) -> impl Iterator<Item = PackedResource> {
        (0..self.number(1).unwrap_or(0)).filter_map(move |at| self.resource(at))
    }

    fn resource(self, at: usize) -> Option<PackedResource> {
        let start = self.resource_start()? + at * RESOURCE_NUMBERS * OFFSET_BYTES;
        let number = |field: usize| self.fixed(start + field * OFFSET_BYTES, OFFSET_BYTES);
        Some(PackedResource {
            group: self.string(number(0)?)?,
            resource_type: self.string(number(1)?)?,
            api_version: self.string(number(2)?)?,
            file: number(3)?,
            slice: PackedValue(number(4)?),
        })
    }

    /// What is stored of a definition of the file that `resource` comes from.
    pub(super) fn definition(self, resource: PackedResource, name: &str) -> Option<Value> {
        let file = HEAD_NUMBERS + resource.file * FILE_NUMBERS;
        let (first, length) = (self.number(file)?, self.number(file + 1)?);
        let (mut low, mut high) = (0, length);
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.definition_at(first + middle)?.0 < name {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let (found, value) = (low < length).then(|| self.definition_at(first + low))??;
        (found == name).then(|| value.decode(self))?
    }

    fn definition_at(self, at: usize) -> Option<(&'static str, PackedValue)> {
        let start = self.definition_start()? + at * DEFINITION_NUMBERS * OFFSET_BYTES;
        let name = self.fixed(start, OFFSET_BYTES)?;
        let value = self.fixed(start + OFFSET_BYTES, OFFSET_BYTES)?;
        Some((self.string(name)?, PackedValue(value)))
    }

    /// The string at an offset among the strings.
    fn string(self, offset: usize) -> Option<&'static str> {
        let mut rest = self.blob.get(self.string_start()? + offset..)?;
        let length = value::variable(&mut rest)?;
        std::str::from_utf8(rest.get(..length)?).ok()
    }

    /// The bytes from an offset among the values on.
    fn value_bytes(self, offset: usize) -> Option<&'static [u8]> {
        self.blob.get(self.string_start()? + self.number(3)? + offset..)
    }

    fn resource_start(self) -> Option<usize> {
        Some((HEAD_NUMBERS + self.number(0)? * FILE_NUMBERS) * NUMBER_BYTES)
    }

    fn definition_start(self) -> Option<usize> {
        Some(self.resource_start()? + self.number(1)? * RESOURCE_NUMBERS * OFFSET_BYTES)
    }

    fn string_start(self) -> Option<usize> {
        Some(self.definition_start()? + self.number(2)? * DEFINITION_NUMBERS * OFFSET_BYTES)
    }

    fn number(self, at: usize) -> Option<usize> {
        self.fixed(at * NUMBER_BYTES, NUMBER_BYTES)
    }

    fn fixed(self, start: usize, length: usize) -> Option<usize> {
        let bytes = self.blob.get(start..start + length)?;
        Some(bytes.iter().rev().fold(0, |number, byte| (number << 8) | usize::from(*byte)))
    }
}

impl PackedResource {
    /// What is stored of the resource type.
    pub(super) fn slice(self) -> Option<Value> {
        self.slice.decode(EMBEDDED)
    }

    /// The string that a member of what is stored is.
    pub(super) fn text(self, key: &str) -> Option<Cow<'static, str>> {
        self.slice.member(EMBEDDED, key)?.text(EMBEDDED)
    }

    /// Whether a member of what is stored is `true`.
    pub(super) fn is(self, key: &str) -> bool {
        self.slice.member(EMBEDDED, key).is_some_and(|member| member.decode(EMBEDDED) == Some(Value::Bool(true)))
    }
}
