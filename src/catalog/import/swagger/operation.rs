use std::rc::Rc;

use serde_json::{Map, Value};

use super::{file_set::FileSet, linker::below, reference::Place};
use crate::catalog::import::{
    log::Log,
    resource_type::{TypedPath, typed_paths},
};
use crate::catalog::swagger::split::GRUCLOUD;
use crate::document::child_pointer;

/// A request that creates a resource of one type.
#[derive(Debug)]
pub(super) struct Operation {
    pub(super) target: TypedPath,
    pub(super) file: String,
    /// Where in the file the request is.
    pub(super) pointer: String,
    /// The parameters in its path, and where each is.
    pub(super) parameters: Vec<(Value, Place)>,
    /// What the request carries.
    pub(super) body: (Value, Place),
    /// What the service answers.
    pub(super) answer: Option<(Value, Place)>,
    /// What GruCloud adds, in a file that is not only Azure's.
    pub(super) grucloud: Option<Value>,
}

/// The requests of a file that create resources.
pub(super) fn operations(path: &str, files: &mut FileSet<'_>, log: &mut Log) -> Vec<Operation> {
    let path: Rc<str> = Rc::from(path);
    let Ok(file) = files.file(&path) else { return Vec::new() };
    let mut found = Vec::new();
    for (target, item) in file.get("paths").and_then(Value::as_object).into_iter().flatten() {
        if let Some(put) = item.get("put") {
            let place = Place { file: Rc::clone(&path), pointer: child_pointer("/paths", target) };
            found.extend(of_put(target, (item, &place), put, files, log));
        }
    }
    found
}

fn of_put(
    target: &str,
    (item, place): (&Value, &Place),
    put: &Value,
    files: &mut FileSet<'_>,
    log: &mut Log,
) -> Vec<Operation> {
    let put_place = below(place, "put");
    let mut parameters = Vec::new();
    let mut body = None;
    for (holder, place) in [(item, place), (put, &put_place)] {
        for (at, parameter) in items(holder.get("parameters")).enumerate() {
            let place = below(&below(place, "parameters"), &at.to_string());
            let Some((parameter, place)) = resolve(parameter, place, files, log) else { continue };
            match parameter.get("in").and_then(Value::as_str) {
                Some("path") => parameters.push((parameter, place)),
                Some("body") => body = parameter.get("schema").map(|schema| (schema.clone(), below(&place, "schema"))),
                _ => {}
            }
        }
    }
    let values: Vec<Value> = parameters.iter().map(|(parameter, _)| parameter.clone()).collect();
    let targets = typed_paths(target, &values);
    if targets.is_empty() {
        return Vec::new();
    }
    let Some(body) = body else {
        log.skip(&put_place.file, &put_place.pointer, "the request has no body, so there is nothing to check");
        return Vec::new();
    };
    let answer = ["200", "201"].iter().find_map(|code| {
        let place = below(&below(&put_place, "responses"), code);
        let (response, place) = resolve(put.get("responses")?.get(code)?, place, files, log)?;
        Some((response.get("schema")?.clone(), below(&place, "schema")))
    });
    targets
        .into_iter()
        .map(|target| Operation {
            target,
            file: place.file.to_string(),
            pointer: put_place.pointer.clone(),
            parameters: parameters.clone(),
            body: body.clone(),
            answer: answer.clone(),
            grucloud: put.get(GRUCLOUD).cloned(),
        })
        .collect()
}

/// A parameter or response and its place, where it may be by reference.
fn resolve(json: &Value, place: Place, files: &mut FileSet<'_>, log: &mut Log) -> Option<(Value, Place)> {
    let Some(reference) = json.get("$ref").and_then(Value::as_str) else { return Some((json.clone(), place)) };
    let found = files.follow(reference, &place.file).and_then(|target| {
        let value = files.value(&target).filter(|value| value.get("$ref").is_none());
        value.map(|value| (value, target)).ok_or_else(|| format!("`{reference}` leads to another reference"))
    });
    match found {
        Ok(found) => Some(found),
        Err(message) => {
            log.skip(&place.file, &place.pointer, message);
            None
        }
    }
}

/// What of a path parameter says which values it takes.
pub(super) fn parameter_facts(parameter: &Value, pattern: Option<Value>) -> Value {
    let facts = ["name", "in", "required", "type", "minLength", "maxLength", "enum"];
    let kept = facts.iter().filter_map(|fact| Some(((*fact).to_owned(), parameter.get(fact)?.clone())));
    let mut kept: Map<String, Value> = kept.collect();
    if let Some(pattern) = pattern {
        kept.insert("pattern".to_owned(), pattern);
    }
    Value::Object(kept)
}

fn items(array: Option<&Value>) -> impl Iterator<Item = &Value> {
    array.and_then(Value::as_array).into_iter().flatten()
}
