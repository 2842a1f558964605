use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde_json::{Map, Value, json};

use super::{
    body::Bodies,
    check::leave_out_what_is_wrong,
    file_set::FileSet,
    linker::Linker,
    members::definition_name,
    operation::{Operation, parameter_facts},
    reference::Place,
};
use crate::catalog::{import::log::Log, swagger::split::GRUCLOUD};
use crate::document::child_pointer;

/// The swagger file of one provider at one API version.
pub(super) fn document(
    provider: &str,
    version: &str,
    operations: Vec<Operation>,
    files: &mut FileSet<'_>,
    log: &mut Log,
) -> Value {
    let mut linker = Linker::new(files, log);
    let mut types: BTreeMap<String, Vec<Linked>> = BTreeMap::new();
    for operation in operations {
        let linked = Linked::new(&operation, &mut linker);
        types.entry(operation.target.name.to_ascii_lowercase()).or_default().push(linked);
    }
    linker.link_definitions();

    let mut paths = Map::new();
    let mut origins = BTreeMap::new();
    let mut bodies = Bodies::new(&linker.definitions);
    for requests in types.into_values() {
        let mut known = HashSet::new();
        let whole = requests.iter().map(|request| request.whole_body(&mut bodies));
        let different: Vec<Value> = whole.filter(|body| known.insert(body.to_string())).collect();
        let body = if let [body] = different.as_slice() { body.clone() } else { bodies.union(&different) };
        let Some(request) = requests.into_iter().min_by_key(|request| scope(&request.path)) else { continue };
        origins.insert(format!("{}/put", child_pointer("/paths", &request.path)), request.place);
        let mut parameters = request.parameters;
        parameters.push(json!({ "name": "body", "in": "body", "required": true, "schema": body }));
        let mut put = json!({ "parameters": parameters });
        if let Some(grucloud) = request.grucloud {
            put[GRUCLOUD] = grucloud;
        }
        paths.insert(request.path, json!({ "put": put }));
    }
    let Linker { log, definitions, origins: definition_origins, variants, .. } = linker;
    for (name, place) in definition_origins {
        origins.insert(child_pointer("/definitions", &name), place);
    }
    let used = used(&paths, &definitions, &variants);
    let definitions = definitions.into_iter().filter(|(name, _)| used.contains(name));
    let definitions: Map<String, Value> = definitions.collect();
    let mut document = json!({
        "swagger": "2.0",
        "info": { "title": provider, "version": version },
        "paths": paths,
        "definitions": definitions,
    });
    leave_out_what_is_wrong(&mut document, &origins, log);
    document
}

/// A request, its schemas linked.
struct Linked {
    path: String,
    parameters: Vec<Value>,
    body: Value,
    answer: Option<Value>,
    grucloud: Option<Value>,
    /// Where the body comes from.
    place: Place,
}

impl Linked {
    fn new(operation: &Operation, linker: &mut Linker<'_, '_>) -> Self {
        let (body, place) = &operation.body;
        let parameters = operation.parameters.iter().map(|(parameter, place)| {
            let pattern = linker.pattern(parameter, place);
            parameter_facts(parameter, pattern)
        });
        Self {
            path: operation.target.path.clone(),
            parameters: parameters.collect(),
            body: linker.schema(body, place),
            answer: operation.answer.as_ref().map(|(answer, place)| linker.schema(answer, place)),
            grucloud: operation.grucloud.clone(),
            place: place.clone(),
        }
    }

    fn whole_body(&self, bodies: &mut Bodies<'_>) -> Value {
        match &self.answer {
            Some(answer) => bodies.with_members_of_the_answer(&self.body, answer),
            None => self.body.clone(),
        }
    }
}

/// Resources are mostly created in a resource group, else in a subscription.
fn scope(path: &str) -> u8 {
    let path = path.to_ascii_lowercase();
    if path.contains("/resourcegroups/") {
        0
    } else if path.starts_with("/subscriptions/") {
        1
    } else {
        2
    }
}

/// The definitions that the paths lead to.
fn used(
    paths: &Map<String, Value>,
    definitions: &Map<String, Value>,
    variants: &BTreeMap<String, BTreeSet<String>>,
) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    let mut pending: Vec<&Value> = paths.values().collect();
    while let Some(value) = pending.pop() {
        match value {
            Value::Object(members) => {
                let mut names: Vec<&str> = definition_name(value).into_iter().collect();
                while let Some(name) = names.pop() {
                    if used.insert(name.to_owned()) {
                        pending.extend(definitions.get(name));
                        names.extend(variants.get(name).into_iter().flatten().map(String::as_str));
                    }
                }
                pending.extend(members.values());
            }
            Value::Array(items) => pending.extend(items),
            _ => {}
        }
    }
    used
}
