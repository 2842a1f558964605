use serde_json::{Map, Value, json};

use super::{
    nodes::{Nodes, Resource},
    types::Types,
};
use crate::catalog::import::log::Log;

/// The swagger file of one provider at one API version.
pub(super) fn document(
    provider: &str,
    version: &str,
    resources: &[Resource],
    nodes: &Nodes<'_>,
    log: &mut Log,
) -> Value {
    let mut types = Types::new(*nodes, log);
    let mut paths = Map::new();
    for resource in resources {
        let (path, names) = resource.path();
        let mut parameters: Vec<Value> = Vec::new();
        let last = names.len().saturating_sub(1);
        for (at, name) in names.iter().enumerate() {
            let mut parameter = if at == last { types.name_of(resource.body) } else { json!({ "type": "string" }) };
            parameter["name"] = name.as_str().into();
            parameter["in"] = "path".into();
            parameter["required"] = true.into();
            parameters.push(parameter);
        }
        let body = types.body(resource);
        parameters.push(json!({ "name": "body", "in": "body", "required": true, "schema": body }));
        paths.insert(path, json!({ "put": { "parameters": parameters } }));
    }
    let definitions = types.into_definitions();
    json!({
        "swagger": "2.0",
        "info": { "title": provider, "version": version },
        "paths": paths,
        "definitions": definitions,
    })
}
