//! What Azure itself publishes of DocumentDB (the types of Bicep), against what the catalogue has: the same
//! properties, the same flags, the same values.

use std::fs;

use lazuli::catalog::{Additional, Catalog, Lookup, ResourceSchema, Schema};
use serde_json::Value;

use crate::corpus::folder;

/// The version of the catalogue that is compared, a few months younger than what is published here.
const VERSION: &str = "2022-08-15";

/// All in which the two differ, and why.
const DIFFERENCES: [(&str, &str); 3] = [
    ("DatabaseAccount.properties.enablePartitionMerge is only in the catalogue", "it came with 2022-08-15"),
    ("DatabaseAccount.properties.keysMetadata is only in the catalogue", "it came with 2022-08-15"),
    // Bicep keeps it apart, as what tells the variants from one another.
    ("Service.properties.serviceType is only in the catalogue", "it is the discriminator"),
];

/// What Bicep has at the root of every type for itself, and what the tool that deploys sets.
const OF_THE_TOOLS: [&str; 2] = ["apiVersion", "name"];

struct Published {
    nodes: Vec<Value>,
}

impl Published {
    fn node(&self, reference: &Value) -> &Value {
        let at = reference["$ref"].as_str().and_then(|text| text.strip_prefix("#/")).and_then(|text| text.parse().ok());
        at.and_then(|at: usize| self.nodes.get(at)).unwrap_or(&Value::Null)
    }

    fn kind(node: &Value) -> &str {
        node["$type"].as_str().unwrap_or_default()
    }

    /// The values of a union of words, sorted.
    fn values(&self, node: &Value) -> Vec<String> {
        let elements = node["elements"].as_array().into_iter().flatten().map(|element| self.node(element));
        let mut values: Vec<String> =
            elements.filter_map(|element| Some(element["value"].as_str()?.to_owned())).collect();
        values.sort();
        values
    }
}

/// Goes through both and notes each difference under its kind.
fn compare(
    published: &Published,
    node: &Value,
    resource: &ResourceSchema,
    declared: &Schema,
    path: &str,
    differences: &mut Vec<String>,
    agreed: &mut usize,
) {
    if path.matches('.').count() > 8 {
        return;
    }
    let schema = resource.resolve(declared);
    match Published::kind(node) {
        "ArrayType" => {
            if let Some(items) = &schema.items {
                let item = published.node(&node["itemType"]);
                compare(published, item, resource, items, &format!("{path}[]"), differences, agreed);
            }
        }
        "UnionType" => {
            let expected = published.values(node);
            let mut found: Vec<String> = schema
                .enumeration
                .iter()
                .flat_map(|enumeration| &enumeration.values)
                .filter_map(|value| Some(value.as_str()?.to_owned()))
                .collect();
            found.sort();
            if expected == found || found.is_empty() {
                *agreed += 1;
            } else {
                differences.push(format!("{path} takes {found:?}, published {expected:?}"));
            }
        }
        "ObjectType" => {
            let members = node["properties"].as_object().cloned().unwrap_or_default();
            let is_root = !path.contains('.');
            for (key, member) in members.iter().filter(|(key, _)| !is_root || !OF_THE_TOOLS.contains(&key.as_str())) {
                let path = format!("{path}.{key}");
                let flags = member["flags"].as_u64().unwrap_or_default();
                let Some(inner) = schema.properties.get(key) else {
                    if !matches!(schema.additional, Additional::Of(_) | Additional::Open) {
                        differences.push(format!("{path} is only published"));
                    }
                    continue;
                };
                let read_only = inner.read_only || resource.resolve(inner).read_only;
                // What only the service sets is never asked of anybody.
                let required = schema.required.contains(key) && !read_only;
                for (kind, expected, found) in
                    [("read-only", flags & 2 != 0, read_only), ("required", flags & 1 != 0 && flags & 2 == 0, required)]
                {
                    if expected == found {
                        *agreed += 1;
                    } else {
                        differences.push(format!("{path} is {kind}: {found}, published {expected}"));
                    }
                }
                let member = published.node(&member["type"]);
                compare(published, member, resource, inner, &path, differences, agreed);
            }
            for key in schema.properties.keys().filter(|key| !members.contains_key(*key)) {
                if !members.is_empty() {
                    differences.push(format!("{path}.{key} is only in the catalogue"));
                }
            }
        }
        _ => {}
    }
}

#[test]
fn the_catalogue_agrees_with_what_azure_publishes() {
    let Some(folder) = folder("bicep-types") else { return };
    let file = folder.join("generated/cosmos-db/microsoft.documentdb/2022-05-15/types.json");
    let nodes: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let published = Published { nodes: nodes.as_array().unwrap().clone() };
    let catalog = Catalog::embedded();
    let mut differences = Vec::new();
    let (mut compared, mut agreed) = (0, 0);
    for resource in published.nodes.iter().filter(|node| Published::kind(node) == "ResourceType") {
        let name = resource["name"].as_str().unwrap().split('@').next().unwrap();
        let Lookup::Found(id) = catalog.find(None, name, Some(VERSION)) else { continue };
        let schema = catalog.load(&id).unwrap();
        let body = published.node(&resource["body"]);
        compare(&published, body, &schema, &schema.body, &id.resource_type, &mut differences, &mut agreed);
        compared += 1;
    }
    assert!(compared >= 25, "only {compared} types compared");
    assert!(agreed > 1000, "only {agreed} flags and lists of values compared");
    assert_eq!(differences, DIFFERENCES.map(|(difference, _)| difference));
}
