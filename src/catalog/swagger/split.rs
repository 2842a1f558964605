//! Cuts a swagger file into slices: one for each resource type, one for each definition.
//!
//! The build script compiles this file too, to pack the embedded catalogue: it uses nothing of the crate.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

/// The slices of one swagger file.
#[derive(Debug, Default)]
pub(crate) struct Slices {
    /// The API version that the file describes.
    pub(crate) api_version: String,
    /// The resource types: group, type, and what the file says of the request that creates it.
    pub(crate) resources: Vec<(String, String, Value)>,
    /// The definitions, by name.
    pub(crate) definitions: BTreeMap<String, Value>,
    /// What could not be used, and why.
    pub(crate) problems: Vec<SliceProblem>,
}

/// A part of a swagger file that could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SliceProblem {
    /// The JSON Pointer of the part.
    pub(crate) pointer: String,
    /// Why.
    pub(crate) message: String,
}

/// The key of a definition under which its discriminator and variants are noted down.
pub(crate) const VARIANTS: &str = "x-lazuli-variants";

/// Cuts `file`; `Err` says why it is no swagger file at all.
pub(crate) fn split(file: &Value) -> Result<Slices, String> {
    if file.get("swagger").and_then(Value::as_str) != Some("2.0") {
        return Err("not a swagger file: it has no `\"swagger\": \"2.0\"`".to_owned());
    }
    let Some(api_version) = file.pointer("/info/version").and_then(Value::as_str) else {
        return Err("it does not say its API version: `info.version` is missing".to_owned());
    };
    let mut slices = Slices { api_version: api_version.to_owned(), ..Slices::default() };
    for (path, item) in entries(file.get("paths")) {
        if let Some(put) = item.get("put") {
            resource(file, path, item, put, &mut slices);
        } else if let Some(get) = item.get("get").filter(|get| get.get(GRUCLOUD).is_some()) {
            only_read(path, item, get, &mut slices);
        }
    }
    slices.definitions = definitions(file);
    Ok(slices)
}

fn resource(file: &Value, path: &str, item: &Value, put: &Value, slices: &mut Slices) {
    let pointer = format!("/paths/{}/put", escape(path));
    let mut parameters = Vec::new();
    let mut body = None;
    for (at, parameter) in items(item.get("parameters")).chain(items(put.get("parameters"))).enumerate() {
        let Some(parameter) = resolve_parameter(file, parameter) else {
            let reference = parameter.get("$ref").and_then(Value::as_str).unwrap_or_default();
            slices.problems.push(SliceProblem {
                pointer: format!("{pointer}/parameters/{at}"),
                message: format!("`{reference}` leads nowhere in this file"),
            });
            continue;
        };
        match parameter.get("in").and_then(Value::as_str) {
            Some("body") => body = parameter.get("schema"),
            Some("path") => parameters.push(path_parameter(parameter)),
            _ => {}
        }
    }
    let Some(body) = body else {
        let message = "the request has no body, so there is nothing to check".to_owned();
        slices.problems.push(SliceProblem { pointer, message });
        return;
    };
    add(path, put, &json!({ "path": path, "parameters": parameters, "body": body }), slices);
}

/// A resource that no request creates: what is read of it says what it is.
fn only_read(path: &str, item: &Value, get: &Value, slices: &mut Slices) {
    let parameters = items(item.get("parameters")).chain(items(get.get("parameters")));
    let parameters: Vec<Value> = parameters.map(path_parameter).collect();
    if let Some(body) = get.pointer("/responses/200/schema") {
        add(path, get, &json!({ "path": path, "parameters": parameters, "body": body }), slices);
    }
}

/// A parameter without what is true of every one in a path.
fn path_parameter(parameter: &Value) -> Value {
    let mut parameter = parameter.clone();
    if let Some(facts) = parameter.as_object_mut() {
        facts.retain(|key, _| key != "in" && key != "required");
    }
    parameter
}

/// Adds a slice under each name that GruCloud has for the resource type, or else under Azure's own.
fn add(path: &str, operation: &Value, slice: &Value, slices: &mut Slices) {
    let Some((namespace, arm_type)) = arm_type(path) else { return };
    let unnamed = Value::Null;
    let names: Vec<&Value> = match operation.get(GRUCLOUD) {
        Some(Value::Array(several)) => several.iter().collect(),
        one => vec![one.unwrap_or(&unnamed)],
    };
    for grucloud in names {
        let named = |key: &str| grucloud.get(key).and_then(Value::as_str);
        let group = named("group").unwrap_or_else(|| namespace.strip_prefix("Microsoft.").unwrap_or(namespace));
        let resource_type = named("type").unwrap_or(&arm_type);
        let mut slice = slice.clone();
        for key in FACTS.into_iter().chain([TARGET]) {
            if let Some(value) = grucloud.get(key) {
                slice[key] = value.clone();
            }
        }
        slices.resources.push((group.to_owned(), resource_type.to_owned(), slice));
    }
}

/// What GruCloud adds to a request.
pub(crate) const GRUCLOUD: &str = "x-grucloud";

/// The resources that one depends on, in `x-grucloud` and in a slice.
pub(crate) const DEPENDENCIES: &str = "dependencies";

/// The properties that GruCloud takes from environment variables, in `x-grucloud` and in a slice.
pub(crate) const SECRETS: &str = "environmentVariables";

/// The properties that GruCloud leaves out when it compares, in `x-grucloud` and in a slice.
pub(crate) const NOT_COMPARED: &str = "omitProperties";

/// The properties that GruCloud takes for itself, in `x-grucloud` and in a slice.
pub(crate) const CONSUMED: &str = "consumes";

/// The properties that GruCloud fills in, in `x-grucloud` and in a slice.
pub(crate) const FILLED: &str = "fills";

/// What GruCloud says of a type, whatever its API version.
pub(crate) const FACTS: [&str; 5] = [DEPENDENCIES, SECRETS, NOT_COMPARED, CONSUMED, FILLED];

/// Whether this is the API version that GruCloud deploys, in `x-grucloud` and in a slice.
pub(crate) const TARGET: &str = "target";

/// The namespace and type that a path is for: `Microsoft.Storage` and `storageAccounts/blobServices`.
/// A path that belongs to no provider is that of a resource group.
pub(crate) fn arm_type(path: &str) -> Option<(&str, String)> {
    let Some((_, behind)) = path.rsplit_once("/providers/") else {
        return path
            .to_ascii_lowercase()
            .contains("/resourcegroups/")
            .then(|| ("Microsoft.Resources", "resourceGroups".to_owned()));
    };
    let mut segments = behind.split('/');
    let namespace = segments.next()?;
    let types: Vec<&str> = segments.step_by(2).collect();
    (!types.is_empty()).then(|| (namespace, types.join("/")))
}

fn resolve_parameter<'f>(file: &'f Value, parameter: &'f Value) -> Option<&'f Value> {
    match parameter.get("$ref").and_then(Value::as_str) {
        Some(reference) => file.get("parameters")?.get(reference.strip_prefix("#/parameters/")?),
        None => Some(parameter),
    }
}

/// The definitions; each that others build upon by `allOf`, and whose `discriminator` tells them apart,
/// gets a note of them.
fn definitions(file: &Value) -> BTreeMap<String, Value> {
    let definitions: BTreeMap<String, Value> =
        entries(file.get("definitions")).map(|(name, definition)| (name.clone(), definition.clone())).collect();
    let mut children: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, definition) in &definitions {
        for parent in parents(definition) {
            children.entry(parent).or_default().push(name);
        }
    }
    let mut noted = BTreeMap::new();
    let mut count = 0;
    for name in definitions.keys() {
        if count > MOST_VARIANTS {
            break;
        }
        let Some(property) = discriminator(&definitions, name) else { continue };
        let variants = variants(&definitions, &children, name);
        if !variants.is_empty() {
            count += variants.len();
            noted.insert(name.clone(), json!({ "property": property, "variants": variants }));
        }
    }
    let mut definitions = definitions;
    for (name, note) in noted {
        if let Some(Value::Object(definition)) = definitions.get_mut(&name) {
            definition.insert(VARIANTS.to_owned(), note);
        }
    }
    definitions
}

/// The definitions that one builds upon.
fn parents(definition: &Value) -> impl Iterator<Item = &str> {
    items(definition.get("allOf")).filter_map(|part| part.get("$ref")?.as_str()?.strip_prefix("#/definitions/"))
}

/// Definitions that build upon one another are followed this far.
const LONGEST_LINE: usize = 64;

/// How many variants are noted in one file: in a long line each definition is a variant of all before it.
const MOST_VARIANTS: usize = 100_000;

/// The discriminator that a definition declares or inherits.
fn discriminator<'d>(definitions: &'d BTreeMap<String, Value>, name: &'d str) -> Option<&'d str> {
    let mut seen = BTreeSet::new();
    let mut pending = vec![(name, 0)];
    while let Some((name, depth)) = pending.pop() {
        if depth > LONGEST_LINE || !seen.insert(name) {
            continue;
        }
        let Some(definition) = definitions.get(name) else { continue };
        if let Some(discriminator) = definition.get("discriminator").and_then(Value::as_str) {
            return Some(discriminator);
        }
        let parents: Vec<&str> = parents(definition).collect();
        pending.extend(parents.into_iter().rev().map(|parent| (parent, depth + 1)));
    }
    None
}

/// Everything that builds upon a definition, by the value of the discriminator that names it. The
/// definition itself is one of its variants only if it says its own value.
fn variants(
    definitions: &BTreeMap<String, Value>,
    children: &BTreeMap<&str, Vec<&str>>,
    base: &str,
) -> Map<String, Value> {
    let mut variants = Map::new();
    let mut seen = BTreeSet::new();
    let mut pending = vec![(base, 0)];
    while let Some((name, depth)) = pending.pop() {
        if depth > LONGEST_LINE || !seen.insert(name) {
            continue;
        }
        let value = definitions.get(name).and_then(|definition| definition.get("x-ms-discriminator-value")?.as_str());
        if let Some(value) = value.or((name != base).then_some(name)) {
            variants.insert(value.to_owned(), Value::String(name.to_owned()));
        }
        let children = children.get(name).into_iter().flatten();
        pending.extend(children.rev().map(|child| (*child, depth + 1)));
    }
    variants
}

fn entries(object: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    object.and_then(Value::as_object).into_iter().flatten()
}

fn items(array: Option<&Value>) -> impl Iterator<Item = &Value> {
    array.and_then(Value::as_array).into_iter().flatten()
}

fn escape(segment: &str) -> String {
    segment.replace('~', "~0").replace('/', "~1")
}
