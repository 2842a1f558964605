//! What the files of a project declare together: every resource under its whole name, and what it refers to.

mod cycle;
mod file;
mod link;
mod name;
mod resolution;
mod resource;

pub(crate) use cycle::Cycle;
pub(crate) use file::ProjectFile;
pub(crate) use link::{Link, Unresolved};
pub(crate) use name::{Likeness, ResourceName, SEPARATOR};
pub(crate) use resolution::Resolution;
pub(crate) use resource::Resource;

use std::{collections::HashMap, sync::OnceLock};

use crate::catalog::Catalog;
use crate::diagnostic::OtherFile;
use crate::document::Notation;
use crate::text::{LineIndex, Span};
use crate::validate::KnownTypes;

/// The resources of some files that belong together.
#[derive(Default)]
pub(crate) struct Project<'p, 's> {
    pub(crate) files: Vec<ProjectFile<'p, 's>>,
    resources: Vec<Resource<'p, 's>>,
    /// The types of which there are resources, by group and type.
    types: HashMap<String, HashMap<String, OfType>>,
    /// Where among `resources` those of each file begin.
    starts: Vec<usize>,
    /// Whether there may be resources that could not be read.
    is_open: bool,
    cycles: OnceLock<Vec<Cycle>>,
}

/// The resources of one type, by their numbers.
#[derive(Default)]
struct OfType {
    all: Vec<usize>,
    /// Those whose names are the same as far as they are written.
    by_name: HashMap<ResourceName, Vec<usize>>,
    /// One for each name that is not wholly known.
    with_holes: Vec<usize>,
}

impl<'p, 's> Project<'p, 's> {
    /// The project that these files make; `is_cut` says that it has more.
    pub(crate) fn new(files: Vec<ProjectFile<'p, 's>>, is_cut: bool, catalog: &Catalog, types: &KnownTypes) -> Self {
        let is_open = is_cut || files.iter().any(ProjectFile::may_declare_more);
        let mut project = Self { files, is_open, ..Self::default() };
        for number in 0..project.files.len() {
            let file = project.files[number];
            project.starts.push(project.resources.len());
            for (position, definition) in file.document.definitions.iter().enumerate() {
                let known_type = types.of_definition(catalog, definition);
                let resource = Resource::new(definition, (number, position), known_type);
                project.add(resource, file.is_overlay);
            }
        }
        project
    }

    fn add(&mut self, resource: Resource<'p, 's>, is_overlay: bool) {
        let counts = !is_overlay && resource.definition.notation != Notation::Template;
        if let (true, Some((group, resource_type))) = (counts, resource.type_name()) {
            let of_type = self.types.entry(group.to_owned()).or_default().entry(resource_type.to_owned()).or_default();
            let number = self.resources.len();
            of_type.all.push(number);
            let same = of_type.by_name.entry(resource.name.clone()).or_default();
            if same.is_empty() && resource.name.as_known().is_none() {
                of_type.with_holes.push(number);
            }
            same.push(number);
        } else {
            self.is_open |= counts;
        }
        self.resources.push(resource);
    }

    /// A place in a file, for a finding in another; `None` where it is the same file.
    pub(crate) fn elsewhere(&self, file: usize, span: Span, seen_from: usize) -> Option<OtherFile> {
        if file == seen_from {
            return None;
        }
        let found = &self.files[file];
        let lines = LineIndex::new(found.text);
        let (start, end) = (lines.position(span.start), lines.position(span.end));
        Some(OtherFile { path: found.path.to_owned(), start, end })
    }

    fn of_type(&self, group: &str, resource_type: &str) -> Option<&OfType> {
        self.types.get(group)?.get(resource_type)
    }

    /// The resource that a definition of a file makes, both by their numbers.
    pub(crate) fn resource(&self, file: usize, position: usize) -> &Resource<'p, 's> {
        &self.resources[self.starts[file] + position]
    }

    /// The resources of a file, in the order of the text.
    pub(crate) fn resources_in(&self, file: usize) -> &[Resource<'p, 's>] {
        let end = self.starts.get(file + 1).copied().unwrap_or(self.resources.len());
        &self.resources[self.starts[file]..end]
    }

    /// The resources of a type that count for others: not those of overlays or templates. Those in files that nobody
    /// asked about come first, then each in the order of files and texts: of two that do not go together, the later is
    /// told.
    pub(crate) fn resources_of(&self, group: &str, resource_type: &str) -> impl Iterator<Item = &Resource<'p, 's>> {
        let all = self.of_type(group, resource_type).map_or(&[][..], |of_type| &of_type.all);
        let in_files = move |reported| {
            let resources = all.iter().map(|at| &self.resources[*at]);
            resources.filter(move |resource| self.files[resource.file].is_reported == reported)
        };
        in_files(false).chain(in_files(true))
    }

    /// Whether of two resources that do not go together the second is told.
    pub(crate) fn comes_before(&self, one: &Resource<'_, '_>, other: &Resource<'_, '_>) -> bool {
        let order = |resource: &Resource<'_, '_>| (self.files[resource.file].is_reported, self.number(resource));
        order(one) < order(other)
    }

    /// The resources of the same type and name, itself included, in the order of files and texts.
    pub(crate) fn namesakes(&self, resource: &Resource<'_, '_>) -> impl Iterator<Item = &Resource<'p, 's>> {
        let of_type = resource.type_name().and_then(|(group, resource_type)| self.of_type(group, resource_type));
        let same = of_type.and_then(|of_type| of_type.by_name.get(&resource.name));
        same.into_iter().flatten().map(|at| &self.resources[*at])
    }

    /// The types of which resources are declared.
    pub(crate) fn types(&self) -> impl Iterator<Item = (&str, &str)> {
        self.types.iter().flat_map(|(group, types)| types.keys().map(move |resource_type| (&**group, &**resource_type)))
    }

    /// The number of a resource among all.
    pub(crate) fn number(&self, resource: &Resource<'_, '_>) -> usize {
        self.starts[resource.file] + resource.position
    }

    /// Whether a resource is part of the project, and not of what lies over it.
    pub(crate) fn counts(&self, resource: &Resource<'_, '_>) -> bool {
        !self.files[resource.file].is_overlay && resource.definition.notation != Notation::Template
    }

    /// All resources, in the order of files and texts.
    pub(crate) fn resources(&self) -> &[Resource<'p, 's>] {
        &self.resources
    }
}
