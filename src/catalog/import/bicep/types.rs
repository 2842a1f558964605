use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::nodes::{Nodes, Resource, kind};
use crate::catalog::import::{log::Log, name::plain};
use crate::document::child_pointer;

/// What the flags of a property say.
const REQUIRED: u64 = 1;
const READ_ONLY: u64 = 2;
const WRITE_ONLY: u64 = 4;

/// The member of a resource's root that chooses among its variants, where there are some for each name.
const NAME: &str = "name";

/// Lists in lists and unions in unions are followed this far; objects refer to each other as they like.
const DEEPEST: usize = 32;

/// How many schemas a file may come to. Nodes share others, so that a few make any number.
const MOST_SCHEMAS: usize = 2_000_000;

/// Makes schemas of nodes: objects become definitions, everything else stands where it is used.
pub(super) struct Types<'t, 'l> {
    nodes: Nodes<'t>,
    log: &'l mut Log,
    names: BTreeMap<Key, String>,
    taken: BTreeSet<String>,
    pending: Vec<Key>,
    definitions: Map<String, Value>,
    /// How many schemas there may still be.
    left: usize,
}

/// A definition: a node, and for a variant the node of the object that it is a variant of, and the value
/// that chooses it.
type Key = (usize, Option<(usize, String)>);

impl<'t, 'l> Types<'t, 'l> {
    pub(super) fn new(nodes: Nodes<'t>, log: &'l mut Log) -> Self {
        Self {
            nodes,
            log,
            names: BTreeMap::new(),
            taken: BTreeSet::new(),
            pending: Vec::new(),
            definitions: Map::new(),
            left: MOST_SCHEMAS,
        }
    }

    /// What says which names a resource may have.
    pub(super) fn name_of(&mut self, body: usize) -> Value {
        let node = &self.nodes.nodes[body];
        let members = node.get("properties").or_else(|| node.get("baseProperties"));
        let declared = members.and_then(|members| members.get(NAME)?.get("type"));
        let number = declared.and_then(|declared| self.nodes.number(declared));
        match number.filter(|number| kind(&self.nodes.nodes[*number]) == "StringType") {
            Some(number) => self.schema(number, DEEPEST),
            None => json!({ "type": "string" }),
        }
    }

    /// The body of the request that creates a resource.
    pub(super) fn body(&mut self, resource: &Resource) -> Value {
        let node = &self.nodes.nodes[resource.body];
        let is_told_apart_by_name = node.get("discriminator").and_then(Value::as_str) == Some(NAME);
        let mut body = match kind(node) {
            "DiscriminatedObjectType" if is_told_apart_by_name => self.union(resource.body),
            "ObjectType" => self.object(resource.body, "properties"),
            "DiscriminatedObjectType" => return self.schema(resource.body, DEEPEST),
            _ => {
                self.skip(resource.body, "the body of a resource is no object: it is not checked");
                json!({})
            }
        };
        // The parameter of the path says which names there are. The whole name of a resource in another has
        // both, and a path takes one.
        if let Some(name) = body.pointer_mut("/properties/name") {
            *name = json!({ "type": "string" });
        }
        body
    }

    pub(super) fn into_definitions(mut self) -> Map<String, Value> {
        while let Some(key) = self.pending.pop() {
            let definition = self.definition(&key);
            if let Some(name) = self.names.get(&key) {
                self.definitions.insert(name.clone(), definition);
            }
        }
        self.definitions
    }

    fn skip(&mut self, node: usize, message: impl Into<String>) {
        self.log.skip(self.nodes.file, &format!("/{node}"), message);
    }

    /// The schema of the node that a reference leads to.
    fn referred(&mut self, reference: &Value, pointer: &str, depth: usize) -> Value {
        match self.nodes.number(reference) {
            Some(number) => self.schema(number, depth),
            None => {
                let reference = reference.get("$ref").and_then(Value::as_str).unwrap_or_default();
                self.log.skip(self.nodes.file, pointer, format!("`{reference}` leads nowhere"));
                json!({})
            }
        }
    }

    fn schema(&mut self, number: usize, depth: usize) -> Value {
        if depth == 0 {
            self.skip(number, "it is nested in itself, or too deep: it is not checked");
            return json!({});
        }
        let Some(left) = self.left.checked_sub(1) else {
            self.log.skip(self.nodes.file, "", "it is too large: some types are not checked");
            return json!({});
        };
        self.left = left;
        let node = &self.nodes.nodes[number];
        let mut schema = match kind(node) {
            "StringType" => limited(node, "string", &[("minLength", "minLength"), ("maxLength", "maxLength")]),
            "StringLiteralType" => json!({ "type": "string", "enum": [node.get("value")] }),
            // Every number is one: a processor's half, too.
            "IntegerType" => limited(node, "number", &[("minValue", "minimum"), ("maxValue", "maximum")]),
            "BooleanType" => json!({ "type": "boolean" }),
            "BuiltInType" => built_in(node),
            "AnyType" | "NullType" => json!({}),
            "UnionType" => self.union_of_values(number, depth),
            "ArrayType" => {
                let mut array = limited(node, "array", &[("minLength", "minItems"), ("maxLength", "maxItems")]);
                if let Some(item) = node.get("itemType") {
                    array["items"] = self.referred(item, &format!("/{number}/itemType"), depth - 1);
                }
                array
            }
            "ObjectType" | "DiscriminatedObjectType" => {
                json!({ "$ref": format!("#/definitions/{}", self.name((number, None))) })
            }
            other => {
                let message = format!("`{other}` is no kind of type that lazuli knows: it is not checked");
                self.skip(number, message);
                json!({})
            }
        };
        if node.get("sensitive").and_then(Value::as_bool) == Some(true) {
            schema["x-ms-secret"] = true.into();
        }
        if let Some(pattern) = node.get("pattern").and_then(Value::as_str) {
            if self.log.is_usable_pattern(pattern) {
                schema["pattern"] = pattern.into();
            } else {
                self.log.skip_pattern(self.nodes.file, &format!("/{number}"), pattern);
            }
        }
        schema
    }

    /// Text values are an enumeration, an open one if any text will do; of anything else no schema speaks.
    fn union_of_values(&mut self, number: usize, depth: usize) -> Value {
        let mut values = Vec::new();
        let mut open = false;
        for (at, element) in items(&self.nodes.nodes[number], "elements").enumerate() {
            let element = self.referred(element, &format!("/{number}/elements/{at}"), depth - 1);
            let is_text = element.get("type").and_then(Value::as_str) == Some("string");
            match element.get("enum").and_then(Value::as_array) {
                _ if !is_text => return json!({}),
                Some(literals) => {
                    open |= element.pointer("/x-ms-enum/modelAsString").is_some_and(|open| *open == true);
                    values.extend(literals.iter().cloned());
                }
                None => open = true,
            }
        }
        match (values.is_empty(), open) {
            (true, _) => json!({ "type": "string" }),
            (false, false) => json!({ "type": "string", "enum": values }),
            (false, true) => json!({ "type": "string", "enum": values, "x-ms-enum": { "modelAsString": true } }),
        }
    }

    /// The name of an object among the definitions: its own, unless another has it.
    fn name(&mut self, key: Key) -> String {
        if let Some(name) = self.names.get(&key) {
            return name.clone();
        }
        let own = self.nodes.nodes[key.0].get("name").and_then(Value::as_str).unwrap_or("Object");
        let own = plain(own);
        let mut name = own.clone();
        let mut number = 2;
        while !self.taken.insert(name.clone()) {
            name = format!("{own}.{number}");
            number += 1;
        }
        self.names.insert(key.clone(), name.clone());
        self.pending.push(key);
        name
    }

    fn definition(&mut self, (number, variant): &Key) -> Value {
        let number = *number;
        if let Some((base, value)) = variant {
            let base = self.name((*base, None));
            let mut object = self.object(number, "properties");
            object["allOf"] = json!([{ "$ref": format!("#/definitions/{base}") }]);
            object["x-ms-discriminator-value"] = value.as_str().into();
            return object;
        }
        let node = &self.nodes.nodes[number];
        let Some(discriminator) = node.get("discriminator").and_then(Value::as_str) else {
            return self.object(number, "properties");
        };
        let mut object = self.object(number, "baseProperties");
        object["discriminator"] = discriminator.into();
        let properties = object.get_mut("properties").and_then(Value::as_object_mut);
        if let Some(properties) = properties {
            properties.insert(discriminator.to_owned(), json!({ "type": "string" }));
        }
        let required = object.get_mut("required").and_then(Value::as_array_mut);
        if let Some(required) = required {
            required.push(discriminator.into());
        }
        for (value, element) in self.elements(number) {
            self.name((element, Some((number, value))));
        }
        object
    }

    /// The variants of an object: for each value the node.
    fn elements(&mut self, number: usize) -> Vec<(String, usize)> {
        let mut found = Vec::new();
        for (value, element) in members(&self.nodes.nodes[number], "elements") {
            match self.nodes.number(element) {
                Some(element) if kind(&self.nodes.nodes[element]) == "ObjectType" => {
                    found.push((value.clone(), element));
                }
                _ => {
                    let pointer = child_pointer(&format!("/{number}/elements"), value);
                    self.log.skip(self.nodes.file, &pointer, "it leads to no object");
                }
            }
        }
        found
    }

    /// An object whose members are under `key`.
    fn object(&mut self, number: usize, key: &str) -> Value {
        if self.left == 0 {
            return json!({});
        }
        let node = &self.nodes.nodes[number];
        let mut properties = Map::new();
        let mut required: Vec<Value> = Vec::new();
        for (name, property) in members(node, key) {
            let pointer = child_pointer(&format!("/{number}/{key}"), name);
            let declared = property.get("type").unwrap_or(&Value::Null);
            let mut schema = self.referred(declared, &pointer, DEEPEST);
            let flags = property.get("flags").and_then(Value::as_u64).unwrap_or(0);
            if flags & READ_ONLY != 0 {
                schema["readOnly"] = true.into();
            }
            if flags & WRITE_ONLY != 0 {
                schema["x-ms-mutability"] = json!(["create", "update"]);
            }
            if flags & REQUIRED != 0 {
                required.push(name.as_str().into());
            }
            properties.insert(name.clone(), schema);
        }
        let mut object = json!({ "type": "object", "properties": properties, "required": required });
        if let Some(additional) = node.get("additionalProperties") {
            object["additionalProperties"] =
                self.referred(additional, &format!("/{number}/additionalProperties"), DEEPEST);
        }
        object
    }

    /// A body that has a variant for each name. The name is given elsewhere, so each member may be as any
    /// variant has it.
    fn union(&mut self, number: usize) -> Value {
        let mut union = self.object(number, "baseProperties");
        for (_, element) in self.elements(number) {
            let variant = self.object(element, "properties");
            let Some(known) = union.get_mut("properties").and_then(Value::as_object_mut) else { continue };
            for (key, member) in members(&variant, "properties") {
                let known = known.entry(key.clone()).or_insert_with(|| member.clone());
                if known != member {
                    *known = json!({});
                }
            }
        }
        union
    }
}

fn limited(node: &Value, name: &str, limits: &[(&str, &str)]) -> Value {
    let mut schema = json!({ "type": name });
    for (bicep, swagger) in limits {
        if let Some(limit) = node.get(bicep).filter(|limit| limit.is_number()) {
            schema[*swagger] = limit.clone();
        }
    }
    schema
}

/// The way that older files write simple types.
fn built_in(node: &Value) -> Value {
    match node.get("kind").and_then(Value::as_u64) {
        Some(3) => json!({ "type": "boolean" }),
        Some(4) => json!({ "type": "number" }),
        Some(5 | 8) => json!({ "type": "string" }),
        Some(6) => json!({ "type": "object" }),
        Some(7) => json!({ "type": "array" }),
        _ => json!({}),
    }
}

fn items<'v>(json: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    json.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn members<'v>(json: &'v Value, key: &str) -> impl Iterator<Item = (&'v String, &'v Value)> {
    json.get(key).and_then(Value::as_object).into_iter().flatten()
}
