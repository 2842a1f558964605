//! Azure's own files, imported whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use lazuli::catalog::import::FilesInMemory;
use lazuli::{Config, Linter, Source};
use serde_json::{Value, json};

use super::{catalog, imported};
use crate::corpus::{files, folder};

/// A folder of the corpus, read whole.
fn checkout(root: &Path) -> FilesInMemory {
    let name = |path: &Path| path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
    files(root, ".json").iter().map(|path| (name(path), fs::read(path).unwrap())).collect()
}

/// A request body that Azure accepts.
struct ExampleBody {
    path: String,
    /// A JSON file that declares the resource.
    declaration: String,
}

/// The examples of the requests that create resources.
fn examples(files: &FilesInMemory) -> Vec<ExampleBody> {
    let parsed: BTreeMap<&str, Value> = files.0.iter().map(|(path, content)| (path.as_str(), parse(content))).collect();
    let mut found = Vec::new();
    for (path, file) in parsed.iter().filter(|(path, _)| !path.contains("/examples/")) {
        let (folder, _) = path.rsplit_once('/').unwrap();
        for (target, item) in file["paths"].as_object().into_iter().flatten() {
            let put = &item["put"];
            let Some((namespace, name)) = resource_type(target) else { continue };
            let parameters = put["parameters"].as_array().into_iter().flatten();
            let mut parameters = parameters.map(|parameter| match parameter["$ref"].as_str() {
                Some(reference) => &file["parameters"][reference.rsplit('/').next().unwrap()],
                None => parameter,
            });
            let Some(body) = parameters.find(|parameter| parameter["in"] == "body") else { continue };
            for example in put["x-ms-examples"].as_object().into_iter().flatten().map(|(_, example)| example) {
                let path = format!("{folder}/{}", example["$ref"].as_str().unwrap().trim_start_matches("./"));
                let declaration = json!([{
                    "type": name,
                    "group": namespace.trim_start_matches("Microsoft."),
                    "apiVersion": file["info"]["version"],
                    "properties": parsed[path.as_str()]["parameters"][body["name"].as_str().unwrap()],
                }]);
                found.push(ExampleBody { path, declaration: serde_json::to_string_pretty(&declaration).unwrap() });
            }
        }
    }
    found
}

fn parse(content: &[u8]) -> Value {
    serde_json::from_slice(content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content)).unwrap()
}

/// The namespace and type of a path, if they are not parameters themselves.
fn resource_type(path: &str) -> Option<(&str, String)> {
    if path.ends_with("/resourcegroups/{resourceGroupName}") {
        return Some(("Microsoft.Resources", "resourceGroups".to_owned()));
    }
    let (namespace, behind) = path.rsplit_once("/providers/")?.1.split_once('/')?;
    let types: Vec<&str> = behind.split('/').step_by(2).collect();
    (!namespace.contains('{')).then(|| (namespace, types.join("/")))
}

/// Whatever is found in such a body is a false alarm, but what may be meant: some are open on purpose.
#[test]
fn every_example_of_azure_is_clean_under_the_schema_imported_beside_it() {
    let Some(root) = folder("rest-api-specs") else { return };
    let files = checkout(&root);
    let (documents, _) = imported(&files);
    let linter = Linter::new(Config { catalog: catalog(&documents), ..Config::default() });
    let examples = examples(&files);
    for example in &examples {
        let report = linter.check(&Source::new("example.json", &example.declaration));
        assert_eq!((report.resources, report.unchecked), (1, 0), "{}", example.path);
        let found = report.diagnostics.into_iter().filter(|found| found.rule.0 != "security/public-access");
        assert_eq!(found.collect::<Vec<_>>(), [], "{}: {}", example.path, example.declaration);
    }
    assert!(examples.len() >= 55, "only {} examples", examples.len());
}

#[test]
fn a_mistake_in_an_example_of_azure_is_found() {
    let Some(root) = folder("rest-api-specs") else { return };
    let files = checkout(&root);
    let linter = Linter::new(Config { catalog: catalog(&imported(&files).0), ..Config::default() });
    let example = examples(&files).into_iter().find(|it| it.path.ends_with("/StorageAccountCreate.json")).unwrap();
    let table = [
        ("\"Standard_GRS\"", "\"Standard_GSR\"", "schema/open-enum", "/sku/name"),
        ("\"isHnsEnabled\": true", "\"isHnsEnabled\": 1", "schema/type", "/properties/isHnsEnabled"),
        ("\"isHnsEnabled\"", "\"isHnsEnable\"", "schema/unknown-property", "/properties/isHnsEnable"),
        ("\"kind\"", "\"id\": \"x\", \"kind\"", "schema/read-only", "/id"),
        (
            "\"isHnsEnabled\"",
            "\"creationTime\": \"x\", \"isHnsEnabled\"",
            "schema/read-only",
            "/properties/creationTime",
        ),
    ];
    for (right, wrong, rule, pointer) in table {
        assert!(example.declaration.contains(right), "{right}: {}", example.declaration);
        let text = example.declaration.replacen(right, wrong, 1);
        let report = linter.check(&Source::new("example.json", &text));
        let found: Vec<_> = report
            .diagnostics
            .iter()
            .map(|found| (found.rule.0, found.pointer.as_deref().unwrap_or_default()))
            .collect();
        assert_eq!(found, [(rule, pointer)], "{wrong}");
    }
}

#[test]
fn the_corpus_is_imported_whole() {
    let pattern = "`^[a-z0-9]([a-z0-9]|(-(?!-))){1,61}[a-z0-9]$` cannot be matched in linear time: it is not checked";
    let no_body = "the request has no body, so there is nothing to check";
    let table: [(&str, usize, &[&str]); 2] = [("rest-api-specs", 20, &[no_body, pattern]), ("bicep-types", 29, &[])];
    for (name, types, messages) in table {
        let Some(root) = folder(name) else { return };
        let (documents, summary) = imported(&checkout(&root));
        assert_eq!((summary.types, summary.versions), (types, types), "{name}");
        assert_eq!(catalog(&documents).types().count(), types, "{name}");
        let found: Vec<&str> = summary.skipped.iter().map(|part| &*part.message).collect();
        assert_eq!(found, messages, "{name}");
    }
}
