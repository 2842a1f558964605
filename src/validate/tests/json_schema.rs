//! Writes a resource type as JSON Schema, which `jsonschema` compiles.
//!
//! Every definition is one of the schema's own. A polymorphic definition becomes a dispatch: for each value of its
//! discriminator the closed object that the value names; for any other value an object that may have the members of
//! all.

use std::collections::BTreeMap;

use jsonschema::{Draft, Keyword, PatternOptions, ValidationError, Validator};
use serde_json::{Map, Value as Json, json};

use crate::catalog::{Additional, Discriminator, ResourceSchema, SET_BY_THE_TOOL, Schema};
use crate::validate::format;

/// The keyword that no value satisfies.
pub(super) const READ_ONLY: &str = "readOnly";

struct ReadOnly;

impl<'i> Keyword<'i> for ReadOnly {
    fn validate(&self, _: &'i Json) -> Result<(), ValidationError<'i>> {
        Err(ValidationError::custom(READ_ONLY))
    }

    fn is_valid(&self, _: &'i Json) -> bool {
        false
    }
}

/// The validator of a resource type.
pub(super) fn compile(resource: &ResourceSchema) -> Validator {
    let schema = Writer::new(resource).root();
    let options = jsonschema::options()
        .with_draft(Draft::Draft7)
        .with_pattern_options(PatternOptions::regex())
        .should_validate_formats(true)
        .with_keyword(READ_ONLY, |_, _, _| Ok(Box::new(ReadOnly)));
    // It knows dates and times by itself.
    let options = ["byte", "duration", "uuid"]
        .into_iter()
        .fold(options, |options, name| options.with_format(name, format::check_of(name).unwrap()));
    options.build(&schema).unwrap()
}

/// Whether `jsonschema` takes a pattern: all but those that an engine of linear time cannot match.
fn is_usable(pattern: &str) -> bool {
    jsonschema::options().with_pattern_options(PatternOptions::regex()).build(&json!({ "pattern": pattern })).is_ok()
}

struct Writer<'c> {
    resource: &'c ResourceSchema,
    /// The number that stands for each definition: names may hold what a reference cannot.
    numbers: BTreeMap<&'c str, usize>,
    /// The discriminator of each definition that is a variant of another.
    tags: BTreeMap<&'c str, &'c str>,
}

impl<'c> Writer<'c> {
    fn new(resource: &'c ResourceSchema) -> Self {
        let numbers = resource.definitions.keys().enumerate().map(|(number, name)| (name.as_str(), number)).collect();
        let discriminators = resource.definitions.values().filter_map(|schema| schema.discriminator.as_ref());
        let tags = discriminators
            .flat_map(|discriminator| {
                discriminator.variants.values().map(|name| (name.as_str(), discriminator.property.as_str()))
            })
            .collect();
        Self { resource, numbers, tags }
    }

    fn root(&self) -> Json {
        let body = self.resource.resolve(&self.resource.body);
        let mut root = if body.discriminator.is_some() {
            self.declared(&self.resource.body, false)
        } else {
            let mut root = self.object(body, None);
            self.leave_root_to_the_tool(&mut root);
            root
        };
        let mut definitions = Map::new();
        for (name, schema) in &self.resource.definitions {
            let number = self.numbers[name.as_str()];
            let tag = self.tags.get(name.as_str()).copied();
            if let Some(discriminator) = &schema.discriminator {
                definitions.insert(number.to_string(), Json::Object(self.dispatch(schema, discriminator)));
                definitions.insert(format!("{number}-own"), Json::Object(self.object(schema, tag)));
            } else if tag.is_some() {
                definitions.insert(number.to_string(), json!({ "$ref": format!("#/definitions/{number}-own") }));
                definitions.insert(format!("{number}-own"), Json::Object(self.object(schema, tag)));
            } else {
                definitions.insert(number.to_string(), Json::Object(self.object(schema, None)));
            }
        }
        root.insert("definitions".to_owned(), Json::Object(definitions));
        Json::Object(root)
    }

    /// The tool that deploys sets name, location and tags: they are never missing, and never unknown.
    fn leave_root_to_the_tool(&self, root: &mut Map<String, Json>) {
        if let Some(Json::Array(required)) = root.get_mut("required") {
            required.retain(|key| {
                let key = key.as_str().unwrap_or_default();
                !SET_BY_THE_TOOL.contains(&key) && !self.resource.is_filled_by_a_dependency(&format!("/{key}"))
            });
        }
        if let Some(Json::Object(properties)) = root.get_mut("properties") {
            for key in SET_BY_THE_TOOL {
                properties.entry(key).or_insert(Json::Bool(true));
            }
            if let Some(Json::Object(name)) = properties.get_mut("name") {
                name.remove(READ_ONLY);
            }
        }
    }

    /// The schema of a member or an item; `settable` for one whose `readOnly` does not count.
    fn declared(&self, schema: &Schema, settable: bool) -> Map<String, Json> {
        if schema.read_only && !settable {
            // Whatever it is, it cannot be set: that is all there is to say of it.
            return Map::from_iter([(READ_ONLY.to_owned(), Json::Bool(true))]);
        }
        match schema.reference.as_deref().and_then(|name| self.numbers.get(name)) {
            Some(number) => Map::from_iter([("$ref".to_owned(), Json::String(format!("#/definitions/{number}")))]),
            None => self.object(schema, None),
        }
    }

    /// Every fact of a schema but its discriminator; `tag` is the member that says which variant it is.
    fn object(&self, schema: &Schema, tag: Option<&str>) -> Map<String, Json> {
        if let Some(reference) = schema.reference.as_deref().and_then(|name| self.numbers.get(name)) {
            return Map::from_iter([("$ref".to_owned(), Json::String(format!("#/definitions/{reference}")))]);
        }
        let mut written = Map::new();
        let mut put = |key: &str, value: Json| {
            written.insert(key.to_owned(), value);
        };
        match schema.json_type {
            Some(json_type) => put("type", json_type.name().into()),
            None if !schema.properties.is_empty() => put("type", "object".into()),
            None => {}
        }
        let numbers = [
            ("minLength", schema.min_length),
            ("maxLength", schema.max_length),
            ("minItems", schema.min_items),
            ("maxItems", schema.max_items),
        ];
        for (key, number) in numbers {
            if let Some(number) = number {
                put(key, number.into());
            }
        }
        let limits = [
            (if schema.exclusive_minimum { "exclusiveMinimum" } else { "minimum" }, &schema.minimum),
            (if schema.exclusive_maximum { "exclusiveMaximum" } else { "maximum" }, &schema.maximum),
            ("multipleOf", &schema.multiple_of),
        ];
        for (key, limit) in limits {
            if let Some(limit) = limit {
                put(key, Json::Number(limit.clone()));
            }
        }
        if let Some(pattern) = schema.pattern.as_ref().filter(|pattern| is_usable(pattern.as_str())) {
            put("pattern", pattern.as_str().into());
        }
        if let Some(format) = schema.format.as_deref().filter(|format| format::check_of(format).is_some()) {
            put("format", format.into());
        }
        if schema.unique_items {
            put("uniqueItems", true.into());
        }
        if let Some(enumeration) = &schema.enumeration {
            put("enum", enumeration.values.clone().into());
        }
        if let Some(items) = &schema.items {
            put("items", Json::Object(self.declared(items, false)));
        }
        match &schema.additional {
            Additional::Closed => put("additionalProperties", false.into()),
            Additional::Open => {}
            Additional::Of(schema) => put("additionalProperties", Json::Object(self.declared(schema, false))),
        }
        if !schema.properties.is_empty() {
            let properties = schema
                .properties
                .iter()
                .map(|(key, property)| (key.clone(), Json::Object(self.declared(property, tag == Some(key.as_str())))));
            put("properties", Json::Object(properties.collect()));
        }
        // What only the service sets, nobody can leave out.
        let required = schema.required.iter().filter(|key| {
            tag == Some(key.as_str()) || schema.properties.get(*key).is_none_or(|property| !property.read_only)
        });
        let required: Vec<Json> = required.map(|key| key.as_str().into()).collect();
        if !required.is_empty() {
            put("required", required.into());
        }
        written
    }

    fn dispatch(&self, schema: &Schema, discriminator: &Discriminator) -> Map<String, Json> {
        let tag = discriminator.property.as_str();
        let is_tagged = |value: Json| json!({ "properties": { tag: value }, "required": [tag] });
        let mut branches = Vec::new();
        for (value, name) in &discriminator.variants {
            if let Some(number) = self.numbers.get(name.as_str()) {
                branches.push(json!({
                    "if": is_tagged(json!({ "const": value })),
                    "then": { "$ref": format!("#/definitions/{number}-own") },
                }));
            }
        }
        let values: Vec<&String> = discriminator.variants.keys().collect();
        branches.push(
            json!({ "if": is_tagged(json!({ "enum": values })), "else": self.any_variant(schema, discriminator) }),
        );
        Map::from_iter([("type".to_owned(), "object".into()), ("allOf".to_owned(), branches.into())])
    }

    /// The object of a variant that is not known.
    fn any_variant(&self, schema: &Schema, discriminator: &Discriminator) -> Json {
        let tag = discriminator.property.as_str();
        let mut written = self.object(schema, Some(tag));
        let known =
            schema.properties.get(tag).and_then(|property| self.resource.resolve(property).enumeration.as_ref());
        let values: Vec<Json> = discriminator
            .variants
            .keys()
            .map(|value| value.as_str().into())
            .chain(known.into_iter().flat_map(|enumeration| enumeration.values.iter().cloned()))
            .collect();
        let properties = written.entry("properties").or_insert_with(|| json!({}));
        if let Json::Object(properties) = properties {
            properties.insert(tag.to_owned(), json!({ "type": "string", "enum": values }));
            for name in discriminator.variants.values() {
                for key in self.resource.definitions.get(name).into_iter().flat_map(|variant| variant.properties.keys())
                {
                    properties.entry(key.as_str()).or_insert(Json::Bool(true));
                }
            }
        }
        Json::Object(written)
    }
}
