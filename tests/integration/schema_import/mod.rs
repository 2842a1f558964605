//! Schemas that people bring: what the importer makes of checkouts, sound and broken.

mod bad_input;
mod bicep;
mod command;
mod corpus;
mod hostile;
mod swagger;

use lazuli::catalog::import::{FilesInMemory, ImportSummary, Imported, import};
use lazuli::catalog::{Catalog, ResourceId, ResourceSchema, Schema};
use serde_json::{Value, json};

/// Where the swagger files of the tests lie, as those of Azure do.
const FOLDER: &str = "specification/test/resource-manager/Microsoft.Test/stable/2020-01-01";

/// The documents that an import makes, and what it says.
fn imported(files: &FilesInMemory) -> (Vec<Imported>, ImportSummary) {
    let mut documents = Vec::new();
    let summary = import(files, &mut |_, _, _| {}, &mut |document| documents.push(document));
    (documents, summary)
}

fn bundle(documents: &[Imported]) -> String {
    Value::Array(documents.iter().map(|document| document.swagger.clone()).collect()).to_string()
}

/// A catalogue of what was imported, and nothing else; it is all sound.
fn catalog(documents: &[Imported]) -> Catalog {
    let mut catalog = Catalog::empty();
    assert_eq!(catalog.add_swagger(&bundle(documents)).unwrap(), []);
    catalog
}

/// A swagger file of `Microsoft.Test` with one type, `things`, whose body is the definition `Thing`.
fn swagger_file(definitions: &Value) -> Value {
    let body = json!({ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Thing" } });
    json!({
        "swagger": "2.0",
        "info": { "title": "Test", "version": "2020-01-01" },
        "paths": {
            "/subscriptions/{subscriptionId}/providers/Microsoft.Test/things/{thingName}": {
                "put": { "parameters": [body] },
            },
        },
        "definitions": definitions,
    })
}

/// A swagger file with definitions and nothing else.
fn library(definitions: &Value) -> Value {
    json!({ "swagger": "2.0", "info": { "version": "1.0" }, "paths": {}, "definitions": definitions })
}

/// A checkout of files in one version folder, but for those whose names begin with `/`.
fn in_version_folder(files: &[(&str, Value)]) -> FilesInMemory {
    files.iter().map(|(name, file)| (path(name), file.to_string())).collect()
}

fn path(name: &str) -> String {
    name.strip_prefix('/').map_or_else(|| format!("{FOLDER}/{name}"), str::to_owned)
}

/// The type `things`, and what was skipped.
fn thing(files: &FilesInMemory) -> (ResourceSchema, Vec<(String, String, String)>) {
    let (documents, summary) = imported(files);
    let id = ResourceId { group: "Test".into(), resource_type: "things".into(), api_version: "2020-01-01".into() };
    let schema = catalog(&documents).load(&id).expect("the type is there");
    (ResourceSchema::clone(&schema), skipped(&summary))
}

/// File, without its folder if it is the usual one, pointer and message of what was skipped.
fn skipped(summary: &ImportSummary) -> Vec<(String, String, String)> {
    let usual = format!("{FOLDER}/");
    let name = |file: &str| file.strip_prefix(&usual).unwrap_or(file).to_owned();
    let parts = summary.skipped.iter();
    parts.map(|part| (name(&part.file), part.pointer.clone(), part.message.clone())).collect()
}

fn part(file: &str, pointer: &str, message: &str) -> (String, String, String) {
    (file.to_owned(), pointer.to_owned(), message.to_owned())
}

fn body(schema: &ResourceSchema) -> &Schema {
    schema.resolve(&schema.body)
}

/// What the schema says of the place at a dotted path.
fn member<'s>(schema: &'s ResourceSchema, path: &str) -> &'s Schema {
    path.split('.').fold(body(schema), |holder, key| schema.resolve(&schema.resolve(holder).properties[key]))
}

fn keys(schema: &Schema) -> Vec<&str> {
    schema.properties.keys().map(String::as_str).collect()
}

/// The values that choose a variant of the object at a dotted path.
fn variants<'s>(schema: &'s ResourceSchema, path: &str) -> Vec<(&'s str, &'s Schema)> {
    let discriminator = member(schema, path).discriminator.as_ref().expect("it has variants");
    discriminator.variants.iter().map(|(value, name)| (value.as_str(), &schema.definitions[name])).collect()
}

/// A Bicep file with one type, `Microsoft.Test/things`, whose body is the last of `nodes`.
fn bicep_file(nodes: &[Value]) -> FilesInMemory {
    let body = format!("#/{}", nodes.len() - 1);
    let name = "Microsoft.Test/things@2020-01-01";
    let resource = json!({ "$type": "ResourceType", "name": name, "body": { "$ref": body }, "writableScopes": 8 });
    let nodes: Vec<Value> = nodes.iter().cloned().chain([resource]).collect();
    let file = Value::Array(nodes).to_string();
    [("generated/test/microsoft.test/2020-01-01/types.json", file), ("generated/index.json", "{}".to_owned())]
        .into_iter()
        .collect()
}
