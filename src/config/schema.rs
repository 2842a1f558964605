use serde_json::{Map, Value, json};

use super::{
    SEVERITIES,
    keys::{FILES, KEYS, Kind, RULES},
};
use crate::rules::all_rules;

/// The JSON Schema of `lazuli.toml`, by which editors complete and check it.
#[must_use]
pub fn json_schema() -> Value {
    let properties: Map<String, Value> = KEYS
        .iter()
        .map(|key| {
            let mut schema = of_kind(key.kind);
            schema["description"] = json!(format!("{}.", key.summary));
            (key.name.to_owned(), schema)
        })
        .collect();
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": super::schema_url(),
        "title": "lazuli.toml",
        "description": "How a project wants its resource definitions to be checked.",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}

fn of_kind(kind: Kind) -> Value {
    match kind {
        Kind::Patterns | Kind::Files => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::ApiVersions => json!({
            "type": "object",
            "propertyNames": { "pattern": "^[^:]+::[^:]+$" },
            "additionalProperties": { "type": "string" },
        }),
        Kind::Rules => rules(),
        Kind::Overrides => json!({
            "type": "array",
            "items": {
                "type": "object",
                "properties": { (FILES): of_kind(Kind::Patterns), (RULES): rules() },
                "required": [FILES],
                "additionalProperties": false,
            },
        }),
    }
}

fn rules() -> Value {
    let severities = SEVERITIES.map(|(word, _)| word);
    let mut rules: Vec<_> = all_rules().collect();
    rules.sort_by_key(|rule| rule.code);
    let mut names = Map::new();
    for rule in rules {
        let area = format!("{}/*", rule.code.area());
        let about = format!("All rules about {}.", rule.code.area().replace('-', " "));
        names.entry(area).or_insert_with(|| json!({ "enum": severities, "description": about }));
        let default = if rule.enabled { rule.severity.to_string() } else { "off".to_owned() };
        names.insert(
            rule.code.to_string(),
            json!({ "enum": severities, "default": default, "description": format!("{}.", rule.summary) }),
        );
    }
    json!({ "type": "object", "properties": names, "additionalProperties": false })
}
