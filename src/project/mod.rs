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
pub(crate) use name::{Likeness, ResourceName, SEPARATOR, last_name};
pub(crate) use resolution::Resolution;
pub(crate) use resource::Resource;

use std::sync::OnceLock;

use foldhash::HashMap;

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
    types: Types,
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
    /// Those whose names are the same as far as they are written: the first and the last of each name.
    by_name: HashMap<ResourceName, (usize, usize)>,
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
                project.add(Resource::new(definition, (number, position), known_type), file.is_overlay);
            }
        }
        project.find_targets();
        project
    }

    fn add(&mut self, mut resource: Resource<'p, 's>, is_overlay: bool) {
        let counts = !is_overlay && resource.definition.notation != Notation::Template;
        let number = self.resources.len();
        let type_name = resource.type_name().filter(|_| counts);
        if let Some(of_type) =
            type_name.and_then(|(group, resource_type)| of_type_mut(&mut self.types, group, resource_type))
        {
            of_type.all.push(number);
            if let Some((_, last)) = of_type.by_name.get_mut(&resource.name) {
                let before = std::mem::replace(last, number);
                resource.namesake = Some(before);
                self.resources[before].has_later_namesake = true;
            } else {
                if resource.name.as_known().is_none() {
                    of_type.with_holes.push(number);
                }
                of_type.by_name.insert(resource.name.clone(), (number, number));
            }
        } else {
            self.is_open |= counts;
        }
        self.resources.push(resource);
    }

    /// Looks each dependency up, now that all resources are there.
    fn find_targets(&mut self) {
        for number in 0..self.resources.len() {
            for at in 0..self.resources[number].links.len() {
                let resource = &self.resources[number];
                let link = &resource.links[at];
                let target = resource
                    .dependency(&link.member.key)
                    .and_then(|dependency| self.number_of(&dependency.group, &dependency.resource_type, &link.name));
                self.resources[number].links[at].target = target;
            }
        }
    }

    /// The number of the first resource of that name.
    fn number_of(&self, group: &str, resource_type: &str, name: &ResourceName) -> Option<usize> {
        self.of_type(group, resource_type)?.by_name.get(name).map(|(first, _)| *first)
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

    /// The resources of the same type and name, itself included: the first, then the others, the last of them first, as
    /// many as anybody would look at. None where it is the only one.
    pub(crate) fn namesakes(&self, resource: &Resource<'_, '_>) -> impl Iterator<Item = &Resource<'p, 's>> {
        let is_one_of_several = resource.namesake.is_some() || resource.has_later_namesake;
        let type_name = resource.type_name().filter(|_| is_one_of_several);
        let of_type = type_name.and_then(|(group, resource_type)| self.of_type(group, resource_type));
        let ends = of_type.and_then(|of_type| of_type.by_name.get(&resource.name)).copied();
        let mut next = ends.map(|(_, last)| last);
        let others = std::iter::from_fn(move || {
            let namesake = &self.resources[next?];
            next = namesake.namesake;
            Some(namesake)
        });
        ends.map(|(first, _)| &self.resources[first]).into_iter().chain(others.take(MOST_NAMESAKES))
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

/// So many resources of one name are looked at, beside the first.
const MOST_NAMESAKES: usize = 100;

/// By group and type.
type Types = HashMap<String, HashMap<String, OfType>>;

fn of_type_mut<'t>(types: &'t mut Types, group: &str, resource_type: &str) -> Option<&'t mut OfType> {
    if types.get(group).is_none_or(|types| !types.contains_key(resource_type)) {
        types.entry(group.to_owned()).or_default().insert(resource_type.to_owned(), OfType::default());
    }
    types.get_mut(group)?.get_mut(resource_type)
}
