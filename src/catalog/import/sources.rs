//! Which files of a checkout say what resources are made of.

use std::collections::BTreeMap;

/// Folders of azure-rest-api-specs with other things: requests and answers, and what is no resource
/// definition.
const PASSED_OVER: [&str; 4] = ["data-plane", "examples", "node_modules", "scenarios"];

/// The folder of azure-rest-api-specs that holds resource definitions.
const RESOURCE_MANAGER: &str = "resource-manager";

/// The folder of bicep-types-az that holds types, and the name of such a file.
const GENERATED: &str = "generated";
const TYPES: &str = "types.json";

/// The files to read, sorted, by the folder they are in. The root has the name `""`.
pub(super) fn by_folder(mut paths: Vec<String>) -> BTreeMap<String, Vec<String>> {
    // A file that was named alone is meant, whatever its name.
    if paths.len() > 1 {
        paths.retain(|path| is_candidate(path));
        let is_types = |path: &str| path.rsplit('/').next() == Some(TYPES) && has_folder(path, GENERATED);
        let is_resource_manager = |path: &str| has_folder(path, RESOURCE_MANAGER);
        // In a whole checkout there are other JSON files too.
        if paths.iter().any(|path| is_types(path) || is_resource_manager(path)) {
            paths.retain(|path| is_types(path) || is_resource_manager(path));
        }
    }
    paths.sort();
    paths.dedup();
    let mut folders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in paths {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        folders.entry(folder.to_owned()).or_default().push(path);
    }
    folders
}

fn is_candidate(path: &str) -> bool {
    let is_json = path.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("json"));
    is_json && !path.split('/').any(|segment| segment.starts_with('.') || PASSED_OVER.contains(&segment))
}

fn has_folder(path: &str, name: &str) -> bool {
    path.rsplit('/').skip(1).any(|segment| segment == name)
}
