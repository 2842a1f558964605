use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use serde_json::{Map, Value, json};

use super::{file_set::FileSet, reference::Place};
use crate::catalog::import::{log::Log, name::plain};
use crate::document::{child_pointer, pointer_segments};

/// What a schema says of its own value.
const FACTS: [&str; 20] = [
    "type",
    "format",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "enum",
    "required",
    "readOnly",
    "discriminator",
    "x-ms-discriminator-value",
    "x-ms-mutability",
    "x-ms-secret",
    "x-nullable",
];

const DISCRIMINATOR_VALUE: &str = "x-ms-discriminator-value";

/// Brings the schemas of several files into one: each that is referred to becomes a definition.
pub(super) struct Linker<'l, 'f> {
    pub(super) files: &'l mut FileSet<'f>,
    pub(super) log: &'l mut Log,
    /// The name of each schema among the definitions.
    names: BTreeMap<Place, String>,
    taken: BTreeSet<String>,
    pending: Vec<Place>,
    pub(super) definitions: Map<String, Value>,
    /// Where each definition comes from.
    pub(super) origins: BTreeMap<String, Place>,
    /// The variants that were added to each polymorphic definition.
    pub(super) variants: BTreeMap<String, BTreeSet<String>>,
}

impl<'l, 'f> Linker<'l, 'f> {
    pub(super) fn new(files: &'l mut FileSet<'f>, log: &'l mut Log) -> Self {
        Self {
            files,
            log,
            names: BTreeMap::new(),
            taken: BTreeSet::new(),
            pending: Vec::new(),
            definitions: Map::new(),
            origins: BTreeMap::new(),
            variants: BTreeMap::new(),
        }
    }

    /// The schema at a place, its references leading to definitions.
    pub(super) fn schema(&mut self, json: &Value, place: &Place) -> Value {
        let mut linked = Map::new();
        for fact in FACTS {
            if let Some(value) = json.get(fact) {
                linked.insert(fact.to_owned(), value.clone());
            }
        }
        if let Some(enumeration) = enumeration(json) {
            linked.insert("x-ms-enum".to_owned(), enumeration);
        }
        if let Some(pattern) = self.pattern(json, place) {
            linked.insert("pattern".to_owned(), pattern);
        }
        if let Some(reference) = json.get("$ref").and_then(Value::as_str) {
            if let Some(reference) = self.reference(reference, place) {
                linked.insert("$ref".to_owned(), reference);
            }
            return Value::Object(linked);
        }
        for key in ["items", "additionalProperties"] {
            match json.get(key) {
                Some(part @ Value::Object(_)) => {
                    linked.insert(key.to_owned(), self.schema(part, &below(place, key)));
                }
                Some(part @ Value::Bool(_)) => {
                    linked.insert(key.to_owned(), part.clone());
                }
                _ => {}
            }
        }
        if let Some(Value::Object(properties)) = json.get("properties") {
            let place = below(place, "properties");
            let properties =
                properties.iter().map(|(key, property)| (key.clone(), self.schema(property, &below(&place, key))));
            linked.insert("properties".to_owned(), Value::Object(properties.collect()));
        }
        if let Some(Value::Array(parts)) = json.get("allOf") {
            let place = below(place, "allOf");
            let mut all = Vec::new();
            for (at, part) in parts.iter().enumerate() {
                let part = self.schema(part, &below(&place, &at.to_string()));
                // A part that is lost may have had any members.
                if part.get("$ref").is_none() && parts[at].get("$ref").is_some() {
                    linked.insert("additionalProperties".to_owned(), Value::Bool(true));
                }
                all.push(part);
            }
            linked.insert("allOf".to_owned(), Value::Array(all));
        }
        Value::Object(linked)
    }

    /// The pattern of a schema or parameter, if it can be used.
    pub(super) fn pattern(&mut self, json: &Value, place: &Place) -> Option<Value> {
        let pattern = json.get("pattern")?.as_str()?;
        if self.log.is_usable_pattern(pattern) {
            return Some(pattern.into());
        }
        self.log.skip_pattern(&place.file, &place.pointer, pattern);
        None
    }

    /// The reference to the definition that a `$ref` at a place leads to; one that leads nowhere is noted.
    fn reference(&mut self, reference: &str, place: &Place) -> Option<Value> {
        match self.files.follow(reference, &place.file) {
            Ok(target) => Some(format!("#/definitions/{}", self.name(target)).into()),
            Err(message) => {
                self.log.skip(&place.file, &place.pointer, message);
                None
            }
        }
    }

    /// The name of a schema among the definitions: its own, unless another file's has it.
    fn name(&mut self, place: Place) -> String {
        if let Some(name) = self.names.get(&place) {
            return name.clone();
        }
        let own = plain(&own_name(&place));
        let stem = file_stem(&place.file);
        let mut name = own.clone();
        let mut number = 1;
        while !self.taken.insert(name.clone()) {
            name =
                if number == 1 { format!("{own}.{}", plain(stem)) } else { format!("{own}.{}.{number}", plain(stem)) };
            number += 1;
        }
        self.names.insert(place.clone(), name.clone());
        self.origins.insert(name.clone(), place.clone());
        self.pending.push(place);
        name
    }

    /// Links every definition that is referred to, and every variant of those that have some.
    pub(super) fn link_definitions(&mut self) {
        let mut files = self.files.count();
        loop {
            while let Some(place) = self.pending.pop() {
                self.definition(&place);
                self.add_variants(&place);
            }
            if self.files.count() == files {
                break;
            }
            // A file that was read meanwhile may have variants of what was linked before.
            files = self.files.count();
            let known: Vec<Place> = self.names.keys().cloned().collect();
            for place in known {
                self.add_variants(&place);
            }
        }
    }

    fn add_variants(&mut self, place: &Place) {
        let children = self.files.children(place);
        if !children.is_empty() && self.files.is_polymorphic(place) {
            let name = self.name(place.clone());
            for child in children {
                let variant = self.name(child);
                self.variants.entry(name.clone()).or_default().insert(variant);
            }
        }
    }

    fn definition(&mut self, place: &Place) {
        let Some(json) = self.files.value(place) else { return };
        let mut linked = self.schema(&json, place);
        let name = self.name(place.clone());
        let own = own_name(place);
        // The name of a variant is the value that chooses it.
        if name != own
            && let Value::Object(linked) = &mut linked
            && linked.contains_key("allOf")
        {
            linked.entry(DISCRIMINATOR_VALUE).or_insert_with(|| own.into());
        }
        self.definitions.insert(name, linked);
    }
}

pub(super) fn below(place: &Place, key: &str) -> Place {
    Place { file: Rc::clone(&place.file), pointer: child_pointer(&place.pointer, key) }
}

/// Of what swagger says about an enumeration: whether other values may come.
fn enumeration(json: &Value) -> Option<Value> {
    let facts = json.get("x-ms-enum")?;
    let open = match facts.get("modelAsString") {
        Some(Value::String(text)) => text.eq_ignore_ascii_case("true"),
        other => other.and_then(Value::as_bool).unwrap_or(false),
    };
    let name = facts.get("name").and_then(Value::as_str).unwrap_or_default();
    Some(json!({ "name": name, "modelAsString": open }))
}

/// The last key of the place, or the name of the file for the whole of it.
fn own_name(place: &Place) -> String {
    let last = pointer_segments(&place.pointer).last().map(std::borrow::Cow::into_owned);
    last.unwrap_or_else(|| file_stem(&place.file).to_owned())
}

fn file_stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split_once('.').map_or(name, |(stem, _)| stem)
}
