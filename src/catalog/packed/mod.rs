//! The catalogue that is built into lazuli: one blob, read where it lies.

mod format;
mod value;

use std::borrow::Cow;

use serde_json::Value;

use format::{NUMBER_BYTES, OFFSET_BYTES};
use value::PackedValue;

/// The numbers at the start of the blob.
const HEAD_NUMBERS: usize = 3;

/// The numbers for one file.
const FILE_NUMBERS: usize = 6;

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

/// The resources or the definitions of a file: a run of entries.
#[derive(Debug, Clone, Copy)]
struct List {
    first: usize,
    length: usize,
}

impl Packed {
    /// The resource types, file by file.
    pub(super) fn resources(self) -> impl Iterator<Item = PackedResource> {
        let files = self.number(0).unwrap_or(0);
        (0..files).flat_map(move |file| {
            let names = self.file_number(file, 0).zip(self.file_number(file, 1));
            let names = names.and_then(|(group, version)| self.string(group).zip(self.string(version)));
            let list = self.list(file, 2);
            names.zip(list).into_iter().flat_map(move |((group, api_version), list)| {
                (0..list.length).filter_map(move |at| {
                    let (resource_type, slice) = self.entry(list.first + at)?;
                    Some(PackedResource { group, resource_type, api_version, file, slice })
                })
            })
        })
    }

    /// What is stored of a definition of the file that `resource` comes from.
    pub(super) fn definition(self, resource: PackedResource, name: &str) -> Option<Value> {
        let list = self.list(resource.file, 4)?;
        let (mut low, mut high) = (0, list.length);
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.entry(list.first + middle)?.0 < name {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let (found, value) = (low < list.length).then(|| self.entry(list.first + low))??;
        (found == name).then(|| value.decode(self))?
    }

    fn list(self, file: usize, field: usize) -> Option<List> {
        Some(List { first: self.file_number(file, field)?, length: self.file_number(file, field + 1)? })
    }

    fn entry(self, at: usize) -> Option<(&'static str, PackedValue)> {
        let start = self.entries()? + at * 2 * OFFSET_BYTES;
        let name = self.fixed(start, OFFSET_BYTES)?;
        let value = self.fixed(start + OFFSET_BYTES, OFFSET_BYTES)?;
        Some((self.string(name)?, PackedValue(value)))
    }

    /// The string at an offset among the strings.
    fn string(self, offset: usize) -> Option<&'static str> {
        let mut rest = self.blob.get(self.strings()? + offset..)?;
        let length = value::variable(&mut rest)?;
        std::str::from_utf8(rest.get(..length)?).ok()
    }

    /// The bytes from an offset among the values on.
    fn value_bytes(self, offset: usize) -> Option<&'static [u8]> {
        self.blob.get(self.strings()? + self.number(2)? + offset..)
    }

    fn entries(self) -> Option<usize> {
        Some((HEAD_NUMBERS + self.number(0)? * FILE_NUMBERS) * NUMBER_BYTES)
    }

    fn strings(self) -> Option<usize> {
        Some(self.entries()? + self.number(1)? * 2 * OFFSET_BYTES)
    }

    fn file_number(self, file: usize, field: usize) -> Option<usize> {
        self.number(HEAD_NUMBERS + file * FILE_NUMBERS + field)
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
