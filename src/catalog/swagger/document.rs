use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::split::{self, VARIANTS};
use crate::catalog::ResourceId;

/// A swagger file for one resource type alone: its slice, and the definitions that it leads to.
pub(crate) fn document(id: &ResourceId, slice: &Value, definition: &dyn Fn(&str) -> Option<Value>) -> Value {
    let mut definitions = BTreeMap::new();
    let mut wanted = Vec::new();
    let body = slice.get("body").cloned().unwrap_or_default();
    collect(&body, &mut wanted);
    while let Some(name) = wanted.pop() {
        if !definitions.contains_key(&name)
            && let Some(mut found) = definition(&name)
        {
            collect(&found, &mut wanted);
            if let Some(object) = found.as_object_mut()
                && let Some(variants) = object.remove(VARIANTS)
            {
                let names = variants.get("variants").and_then(Value::as_object).into_iter().flat_map(Map::values);
                wanted.extend(names.filter_map(Value::as_str).map(str::to_owned));
            }
            definitions.insert(name, found);
        }
    }
    let mut parameters = slice.get("parameters").and_then(Value::as_array).cloned().unwrap_or_default();
    for parameter in &mut parameters {
        parameter["in"] = json!("path");
        parameter["required"] = json!(true);
    }
    parameters.push(json!({ "name": "parameters", "in": "body", "required": true, "schema": body }));
    let mut grucloud = json!({ "group": id.group, "type": id.resource_type });
    for key in split::FACTS.into_iter().chain([split::TARGET]) {
        if let Some(value) = slice.get(key) {
            grucloud[key] = value.clone();
        }
    }
    let path = slice.get("path").and_then(Value::as_str).unwrap_or_default();
    json!({
        "swagger": "2.0",
        "info": { "title": id.group, "version": id.api_version },
        "paths": { path: { "put": { "parameters": parameters, (split::GRUCLOUD): grucloud } } },
        "definitions": definitions,
    })
}

/// The definitions that a piece of swagger refers to.
fn collect(json: &Value, names: &mut Vec<String>) {
    match json {
        Value::Array(items) => items.iter().for_each(|item| collect(item, names)),
        Value::Object(members) => {
            let reference = members.get("$ref").and_then(Value::as_str);
            names.extend(reference.and_then(|name| name.strip_prefix("#/definitions/")).map(str::to_owned));
            members.values().for_each(|member| collect(member, names));
        }
        _ => {}
    }
}
