use super::{
    Completion, CompletionKind,
    insertion::{Shape, Writing},
    there::is_there,
};
use crate::catalog::Dependency;
use crate::document::pointer_segments;
use crate::ide::{
    View,
    cursor::Cursor,
    hover::{facts_of_dependency, type_of_dependency},
};

/// The keys and names that can stand in a definition's dependencies.
pub(super) fn items(view: &View<'_, '_>, cursor: &Cursor<'_, '_>, writing: &Writing) -> Vec<Completion> {
    if cursor.is_at_a_key() && cursor.pointer.is_empty() {
        return keys(cursor, writing);
    }
    let mut way = pointer_segments(&cursor.pointer);
    let dependency = way.next().and_then(|key| cursor.resource.dependency(&key));
    let is_a_name = !cursor.is_at_a_key() && way.all(|segment| segment == "name" || segment.parse::<usize>().is_ok());
    match dependency.filter(|_| is_a_name) {
        Some(dependency) => names(view, (&dependency.group, &dependency.resource_type), writing),
        None => Vec::new(),
    }
}

/// The dependencies that the type has, parents first.
fn keys(cursor: &Cursor<'_, '_>, writing: &Writing) -> Vec<Completion> {
    let Some(deployment) = cursor.resource.deployment() else { return Vec::new() };
    let is_wanted =
        |(key, dependency): &(&String, &Dependency)| !is_there(cursor, key) && dependency.provider.is_none();
    let item = |(key, dependency): (&String, &Dependency)| {
        let shape = if dependency.list { Shape::TextList } else { Shape::Text };
        let (insert, snippet) = writing.member(key, shape);
        let facts = facts_of_dependency(dependency).join(", ");
        Completion {
            documentation: (!facts.is_empty()).then_some(facts),
            required: dependency.parent,
            snippet,
            ..Completion::new(key, CompletionKind::Dependency, insert).with_detail(type_of_dependency(dependency))
        }
    };
    let mut items: Vec<Completion> = deployment.dependencies.iter().filter(is_wanted).map(item).collect();
    items.sort_by_key(|item| !item.required);
    items
}

/// So many names are offered.
const MOST_NAMES: usize = 500;

/// The names of the resources of a type that the project declares.
pub(super) fn names(view: &View<'_, '_>, (group, resource_type): (&str, &str), writing: &Writing) -> Vec<Completion> {
    let known = view.project.resources_of(group, resource_type).filter_map(|resource| resource.name.as_known());
    let mut names: Vec<&str> = known.take(MOST_NAMES).collect();
    names.sort_unstable();
    names.dedup();
    let item = |name: &str| {
        Completion::new(name, CompletionKind::Resource, writing.string(name))
            .with_detail(format!("{group}::{resource_type}"))
    };
    names.into_iter().map(item).collect()
}
