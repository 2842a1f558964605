use std::collections::BTreeMap;

use serde_json::Value;

use crate::split::NOT_COMPARED;

/// References and `allOf` are followed this far.
const DEEPEST: usize = 32;

/// Of the properties that GruCloud leaves out when it compares, most are those that only the service sets: nobody
/// can be told anything new about them.
pub(crate) fn keep_what_can_be_set(slice: &mut Value, definitions: &BTreeMap<String, Value>) {
    let body = slice.get("body").cloned().unwrap_or_default();
    let can_be_set = |path: &Value| path.as_str().is_some_and(|path| can_be_set(path, &body, definitions));
    if let Some(Value::Array(paths)) = slice.get_mut(NOT_COMPARED) {
        paths.retain(can_be_set);
    }
}

fn can_be_set<'v>(path: &str, body: &'v Value, definitions: &'v BTreeMap<String, Value>) -> bool {
    let mut schema = body;
    for step in path.split('.') {
        let key = step.strip_suffix("[]").unwrap_or(step);
        let Some(member) = find("properties", Some(key), schema, definitions, 0) else { return false };
        if member.get("readOnly") == Some(&Value::Bool(true)) {
            return false;
        }
        schema = if key == step { member } else { find("items", None, member, definitions, 0).unwrap_or(&Value::Null) };
    }
    true
}

/// What stands under a keyword (and a key below it) in a schema, or in those that it refers to or is made of.
fn find<'v>(
    keyword: &str,
    key: Option<&str>,
    schema: &'v Value,
    definitions: &'v BTreeMap<String, Value>,
    depth: usize,
) -> Option<&'v Value> {
    let here = schema.get(keyword).and_then(|found| key.map_or(Some(found), |key| found.get(key)));
    if here.is_some() || depth > DEEPEST {
        return here;
    }
    let name = schema.get("$ref").and_then(Value::as_str).and_then(|reference| reference.rsplit('/').next());
    let referred = name.and_then(|name| definitions.get(name));
    let parts = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
    referred.into_iter().chain(parts).find_map(|part| find(keyword, key, part, definitions, depth + 1))
}
