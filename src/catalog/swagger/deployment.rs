use serde_json::Value;

use super::own_facts::own_facts;
use super::split::{CONSUMED, DEPENDENCIES, FILLED, NOT_COMPARED, SECRETS};
use crate::catalog::{Dependency, Deployment, EnvironmentVariable, PathParameter};

/// What a slice says of the request, and of GruCloud's ways with the type.
pub(crate) fn read_deployment(slice: &Value) -> Deployment {
    let path = text(slice, "path").unwrap_or_default();
    let mut parameters: Vec<PathParameter> = items(slice, "parameters").map(path_parameter).collect();
    parameters.sort_by_key(|parameter| path.find(&format!("{{{}}}", parameter.name)).unwrap_or(usize::MAX));
    let dependencies = slice.get(DEPENDENCIES).and_then(Value::as_object).into_iter().flatten();
    Deployment {
        parameters,
        dependencies: dependencies.map(|(key, json)| (key.clone(), dependency(json))).collect(),
        environment: items(slice, SECRETS).filter_map(environment_variable).collect(),
        consumed: paths(slice, CONSUMED),
        filled: paths(slice, FILLED),
        not_compared: paths(slice, NOT_COMPARED),
        path,
        ..Deployment::default()
    }
    .with_roles()
}

fn paths(slice: &Value, key: &str) -> Vec<String> {
    items(slice, key).filter_map(|path| path.as_str().map(str::to_owned)).collect()
}

fn path_parameter(json: &Value) -> PathParameter {
    let facts = own_facts(json);
    PathParameter {
        name: text(json, "name").unwrap_or_default(),
        pattern: facts.pattern,
        min_length: facts.min_length,
        max_length: facts.max_length,
    }
}

fn dependency(json: &Value) -> Dependency {
    let flag = |key: &str| json.get(key).and_then(Value::as_bool).unwrap_or(false);
    Dependency {
        group: text(json, "group").unwrap_or_default(),
        resource_type: text(json, "type").unwrap_or_default(),
        parent: flag("parent"),
        list: flag("list"),
        create_only: flag("createOnly"),
        path_id: text(json, "pathId"),
        parameter: text(json, "name"),
        provider: text(json, "providerType"),
    }
}

fn environment_variable(json: &Value) -> Option<EnvironmentVariable> {
    Some(EnvironmentVariable { path: text(json, "path")?, suffix: text(json, "suffix")? })
}

fn text(json: &Value, key: &str) -> Option<String> {
    json.get(key).and_then(Value::as_str).map(str::to_owned)
}

fn items<'v>(json: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    json.get(key).and_then(Value::as_array).into_iter().flatten()
}
