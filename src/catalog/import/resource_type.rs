//! The names of resource types, as paths spell them.

use serde_json::Value;

use crate::catalog::swagger::split::arm_type;

/// A path, and the resource type that it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TypedPath {
    pub(super) path: String,
    /// `Microsoft.Storage`
    pub(super) namespace: String,
    /// `storageAccounts/blobServices`
    pub(super) name: String,
}

impl TypedPath {
    /// `Microsoft.Storage/storageAccounts/blobServices`
    pub(super) fn full_name(&self) -> String {
        format!("{}/{}", self.namespace, self.name)
    }

    /// The path without the names of its parameters, in lower case.
    pub(super) fn shape(&self) -> String {
        let segments = self.path.split('/').map(|segment| if segment.starts_with('{') { "{}" } else { segment });
        segments.collect::<Vec<_>>().join("/").to_ascii_lowercase()
    }
}

/// A place in a path where the type itself is a parameter may be filled in that many ways.
const MOST_FILLED: usize = 64;

/// The resource types that requests to `path` create. A type that is a parameter itself, as in
/// `dnsZones/{zoneName}/{recordType}/{name}`, stands for as many as the parameter has values; one whose values
/// are not known stands for none.
pub(super) fn typed_paths(path: &str, parameters: &[Value]) -> Vec<TypedPath> {
    let path = path.trim_end_matches('/');
    let Some(at) = parameter_in_type(path) else { return named(path).into_iter().collect() };
    let name = path.split('/').nth(at).map(|segment| segment.trim_matches(['{', '}'])).unwrap_or_default();
    let parameter = parameters.iter().find(|parameter| parameter.get("name").and_then(Value::as_str) == Some(name));
    let values = parameter.and_then(|parameter| parameter.get("enum")?.as_array());
    let mut paths = Vec::new();
    for value in values.into_iter().flatten().filter_map(Value::as_str).take(MOST_FILLED) {
        let filled = path.split('/').enumerate().map(|(number, segment)| if number == at { value } else { segment });
        paths.push(filled.collect::<Vec<_>>().join("/"));
    }
    paths.iter().filter(|path| parameter_in_type(path).is_none()).filter_map(|path| named(path)).collect()
}

/// The type of a path that ends in a name. One that ends in a type is for all of them, or for an action.
fn named(path: &str) -> Option<TypedPath> {
    let ends_in_a_name = path.rsplit_once("/providers/").is_none_or(|(_, behind)| behind.split('/').count() % 2 == 1);
    let (namespace, name) = arm_type(path).filter(|_| ends_in_a_name)?;
    Some(TypedPath { path: path.to_owned(), namespace: namespace.to_owned(), name })
}

/// The first segment of the path that should name a type and is a parameter.
fn parameter_in_type(path: &str) -> Option<usize> {
    let (before, behind) = path.rsplit_once("/providers/")?;
    let first = before.split('/').count() + 1;
    behind
        .split('/')
        .enumerate()
        .find(|(number, segment)| (*number == 0 || number % 2 == 1) && segment.contains('{'))
        .map(|(number, _)| first + number)
}
