use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
    sync::Arc,
};

use serde_json::Value;

use super::contradiction::contradiction;
use super::own_facts::{is_read_only, own_facts};
use super::split::{Slices, VARIANTS};
use crate::catalog::{
    Additional, Deployment, Discriminator, ResourceId, ResourceSchema, Schema, SchemaType, SwaggerProblem,
};
use crate::document::{child_pointer, pointer_segments};

/// Puts a resource type together from its slice and the definitions that it leads to.
///
/// What the swagger says wrongly is left out, so that the place takes any value, and noted among the
/// problems.
pub(crate) fn read_resource(
    id: ResourceId,
    deployment: Arc<Deployment>,
    slice: &Value,
    definition: &dyn Fn(&str) -> Option<Value>,
    extent: Extent,
) -> (ResourceSchema, Vec<SwaggerProblem>) {
    let mut reader = Reader::new(definition, extent);
    let body_pointer = format!("{}/put", child_pointer("/paths", &deployment.path));
    let body = reader.schema(slice.get("body").unwrap_or(&Value::Null), &body_pointer, Place::Member);
    let definitions = reader.definitions();
    let mut secret_keys = BTreeSet::new();
    definitions.values().chain([&body]).for_each(|schema| schema.collect_secret_keys(&mut secret_keys));
    (ResourceSchema { id, deployment, body, definitions, secret_keys }, reader.problems)
}

/// How much of a resource type is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All of it.
    Whole,
    /// What can be set. A third of Azure's definitions, and the largest, are only met in what the service
    /// answers.
    Settable,
}

/// What is wrong with the resource types of a file, each definition looked at once.
pub(crate) fn problems(slices: &Slices) -> Vec<SwaggerProblem> {
    let definition = |name: &str| slices.definitions.get(name).cloned();
    let mut reader = Reader::new(&definition, Extent::Whole);
    for (_, _, slice) in &slices.resources {
        let path = slice.get("path").and_then(Value::as_str).unwrap_or_default();
        let pointer = format!("{}/put", child_pointer("/paths", path));
        reader.schema(slice.get("body").unwrap_or(&Value::Null), &pointer, Place::Member);
    }
    reader.definitions();
    reader.problems
}

/// How many members `allOf` may bring in one file: a few lines that build upon each other make any number.
const MOST_MERGED: usize = 200_000;

/// How deep schemas may be nested, those that `allOf` brings included.
const DEEPEST: usize = 100;

/// Where a schema stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// As a definition, or a part of one: its `allOf` says what it builds upon.
    Whole,
    /// As the schema of a member, an item, a body: an `allOf` of one reference is then how swagger puts
    /// flags beside a reference.
    Member,
}

struct Reader<'d> {
    definition: &'d dyn Fn(&str) -> Option<Value>,
    extent: Extent,
    /// The definitions that were asked for so far.
    known: BTreeMap<String, Option<Rc<Value>>>,
    /// Definitions that are referred to and not read yet.
    pending: Vec<String>,
    /// Definitions that are referred to.
    wanted: BTreeSet<String>,
    /// Definitions that are being merged into another by `allOf`, outermost first.
    merging: Vec<String>,
    /// How many members `allOf` brought so far.
    merged: usize,
    /// How many schemas the one that is being read is nested in.
    depth: usize,
    problems: Vec<SwaggerProblem>,
}

impl<'d> Reader<'d> {
    fn new(definition: &'d dyn Fn(&str) -> Option<Value>, extent: Extent) -> Self {
        Self {
            definition,
            extent,
            known: BTreeMap::new(),
            pending: Vec::new(),
            wanted: BTreeSet::new(),
            merging: Vec::new(),
            merged: 0,
            depth: 0,
            problems: Vec::new(),
        }
    }

    /// Every definition that is referred to.
    fn definitions(&mut self) -> BTreeMap<String, Schema> {
        let mut definitions = BTreeMap::new();
        while let Some(name) = self.pending.pop() {
            if let Some(json) = self.known(&name) {
                let schema = self.definition_schema(&name, &json);
                definitions.insert(name, schema);
            }
        }
        self.cut_alias_cycles(&mut definitions);
        definitions
    }

    fn problem(&mut self, pointer: &str, message: impl Into<String>) {
        let problem = SwaggerProblem { pointer: pointer.to_owned(), message: message.into() };
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    fn known(&mut self, name: &str) -> Option<Rc<Value>> {
        if let Some(known) = self.known.get(name) {
            return known.clone();
        }
        let found = (self.definition)(name).map(Rc::new);
        self.known.insert(name.to_owned(), found.clone());
        found
    }

    fn definition_schema(&mut self, name: &str, json: &Value) -> Schema {
        self.merging.push(name.to_owned());
        let schema = self.schema(json, &child_pointer("/definitions", name), Place::Whole);
        self.merging.pop();
        schema
    }

    fn schema(&mut self, json: &Value, pointer: &str, place: Place) -> Schema {
        if self.depth == DEEPEST {
            self.problem(pointer, "too many schemas are nested in one another");
            return Schema::default();
        }
        self.depth += 1;
        let schema = self.bounded_schema(json, pointer, place);
        self.depth -= 1;
        schema
    }

    fn bounded_schema(&mut self, json: &Value, pointer: &str, place: Place) -> Schema {
        let mut schema = own_facts(json);
        self.keep_readable_numbers(json, pointer);
        if let Some(reference) = json.get("$ref").and_then(Value::as_str) {
            schema.reference = self.reference(reference, pointer);
            return schema;
        }
        let parts: Vec<&Value> = items(json, "allOf").collect();
        if place == Place::Member
            && let [part] = parts.as_slice()
            && let Some(reference) = part.get("$ref").and_then(Value::as_str)
            && json.get("properties").is_none()
            && json.get("additionalProperties").is_none()
        {
            schema.reference = self.reference(reference, pointer);
            return schema;
        }
        if let Some(items) = json.get("items") {
            schema.items = Some(Box::new(self.schema(items, &child_pointer(pointer, "items"), Place::Member)));
        }
        let properties_pointer = child_pointer(pointer, "properties");
        for (key, property) in members(json, "properties") {
            let read = if self.extent == Extent::Settable && is_read_only(property) {
                own_facts(property)
            } else {
                self.schema(property, &child_pointer(&properties_pointer, key), Place::Member)
            };
            schema.properties.insert(key.clone(), read);
        }
        schema.required = items(json, "required").filter_map(|key| key.as_str().map(str::to_owned)).collect();
        let mut says_additional = true;
        schema.additional = match json.get("additionalProperties") {
            Some(Value::Bool(false)) => Additional::Closed,
            Some(Value::Bool(true)) => Additional::Open,
            Some(additional) => {
                let pointer = child_pointer(pointer, "additionalProperties");
                Additional::Of(Box::new(self.schema(additional, &pointer, Place::Member)))
            }
            None => {
                says_additional = false;
                Additional::Open
            }
        };
        let all_of_pointer = child_pointer(pointer, "allOf");
        let mut is_whole = true;
        let mut wrong = None;
        let mut wrong_members = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            let part_pointer = child_pointer(&all_of_pointer, &at.to_string());
            match self.part(part, &part_pointer) {
                Some(part) => {
                    wrong = wrong.or_else(|| contradiction(&schema, &part));
                    wrong_members.extend(self.contradictory_members(&schema, &part));
                    self.merged += part.properties.len();
                    says_additional |= schema.absorb(part);
                }
                None => is_whole = false,
            }
        }
        if let Some(message) = wrong.or_else(|| schema.impossible_limit()) {
            self.problem(pointer, message);
            return schema.without_facts();
        }
        for (key, message) in wrong_members {
            self.problem(&child_pointer(&properties_pointer, &key), message);
            schema.properties.insert(key, Schema::default());
        }
        // An object that declares members has no others.
        if !says_additional && is_whole && !schema.properties.is_empty() {
            schema.additional = Additional::Closed;
        }
        if let Some(note) = json.get(VARIANTS) {
            schema.discriminator = self.discriminator(note);
        }
        schema
    }

    /// One part of an `allOf`, its own parts merged in.
    fn part(&mut self, json: &Value, pointer: &str) -> Option<Schema> {
        let Some(reference) = json.get("$ref").and_then(Value::as_str) else {
            return Some(self.schema(json, pointer, Place::Whole));
        };
        let name = self.definition_name(reference, pointer)?;
        if self.merging.contains(&name) {
            self.problem(pointer, format!("`{name}` builds upon itself through `allOf`"));
            return None;
        }
        self.merged += 1;
        if self.merged > MOST_MERGED || self.merging.len() > DEEPEST {
            self.problem(pointer, "too many definitions build upon one another through `allOf`");
            return None;
        }
        let json = self.known(&name)?;
        if json.get("$ref").is_some() {
            self.merging.push(name);
            let schema = self.part(&json, pointer);
            self.merging.pop();
            return schema;
        }
        Some(self.definition_schema(&name, &json))
    }

    /// The members that two parts of an `allOf` both have, and that can be nothing because of it.
    fn contradictory_members(&self, one: &Schema, other: &Schema) -> Vec<(String, String)> {
        let shared = other.properties.iter().filter_map(|(key, theirs)| Some((key, one.properties.get(key)?, theirs)));
        let differing =
            shared.filter(|(_, ours, theirs)| ours.reference.is_none() || ours.reference != theirs.reference);
        let contradictory = differing.filter_map(|(key, ours, theirs)| {
            let resolved = |schema: &Schema| Schema { json_type: self.type_of(schema), ..Schema::default() };
            let message = contradiction(ours, theirs).or_else(|| contradiction(&resolved(ours), &resolved(theirs)))?;
            Some((key.clone(), message))
        });
        contradictory.collect()
    }

    fn type_of(&self, schema: &Schema) -> Option<SchemaType> {
        schema.json_type.or_else(|| {
            let definition = (self.definition)(schema.reference.as_deref()?)?;
            SchemaType::from_name(definition.get("type")?.as_str()?)
        })
    }

    fn reference(&mut self, reference: &str, pointer: &str) -> Option<String> {
        let name = self.definition_name(reference, pointer)?;
        self.want(&name);
        Some(name)
    }

    fn want(&mut self, name: &str) {
        if self.wanted.insert(name.to_owned()) {
            self.pending.push(name.to_owned());
        }
    }

    /// The definition that a `$ref` names, if there is one.
    fn definition_name(&mut self, reference: &str, pointer: &str) -> Option<String> {
        let name = reference
            .strip_prefix("#/definitions/")
            .and_then(|name| pointer_segments(&format!("/{name}")).next().map(std::borrow::Cow::into_owned));
        match name {
            Some(name) if self.known(&name).is_some() => Some(name),
            _ => {
                self.problem(pointer, format!("`{reference}` leads nowhere"));
                None
            }
        }
    }

    fn discriminator(&mut self, note: &Value) -> Option<Discriminator> {
        let property = note.get("property")?.as_str()?.to_owned();
        let mut variants = BTreeMap::new();
        for (value, name) in members(note, "variants") {
            let name = name.as_str()?;
            self.want(name);
            variants.insert(value.clone(), name.to_owned());
        }
        Some(Discriminator { property, variants })
    }

    /// Limits that are not numbers do not limit.
    fn keep_readable_numbers(&mut self, json: &Value, pointer: &str) {
        for (key, limit) in json.as_object().into_iter().flatten() {
            if matches!(key.as_str(), "minLength" | "maxLength" | "minItems" | "maxItems") && limit.as_u64().is_none() {
                self.problem(&child_pointer(pointer, key), format!("`{key}` is not a count"));
            }
        }
    }

    /// Definitions that name each other in a circle, and nothing else, say nothing.
    fn cut_alias_cycles(&mut self, definitions: &mut BTreeMap<String, Schema>) {
        let names: Vec<String> = definitions.keys().cloned().collect();
        for name in names {
            let mut seen = BTreeSet::from([name.clone()]);
            let mut current = name.clone();
            while let Some(next) = definitions.get(&current).and_then(|schema| schema.reference.clone()) {
                if !seen.insert(next.clone()) {
                    self.problem(
                        &child_pointer("/definitions", &name),
                        format!("`{name}` refers to itself through `$ref`"),
                    );
                    if let Some(schema) = definitions.get_mut(&name) {
                        schema.reference = None;
                    }
                    break;
                }
                current = next;
            }
        }
    }
}

impl Schema {
    /// Merges a part of an `allOf` in; what is said already stands. Returns whether the part says what
    /// members there may be besides those it declares.
    fn absorb(&mut self, part: Self) -> bool {
        let declares_members = !part.properties.is_empty();
        for (key, property) in part.properties {
            self.properties.entry(key).or_insert(property);
        }
        self.required.extend(part.required);
        self.json_type = self.json_type.or(part.json_type);
        self.enumeration = self.enumeration.take().or(part.enumeration);
        self.items = self.items.take().or(part.items);
        self.pattern = self.pattern.take().or(part.pattern);
        self.format = self.format.take().or(part.format);
        self.min_length = self.min_length.or(part.min_length);
        self.max_length = self.max_length.or(part.max_length);
        self.minimum = self.minimum.take().or(part.minimum);
        self.maximum = self.maximum.take().or(part.maximum);
        self.min_items = self.min_items.or(part.min_items);
        self.max_items = self.max_items.or(part.max_items);
        self.description = self.description.take().or(part.description);
        match part.additional {
            Additional::Of(_) if matches!(self.additional, Additional::Open) => {
                self.additional = part.additional;
                true
            }
            // A part that declares members is closed unless it says otherwise.
            Additional::Open => declares_members,
            Additional::Of(_) | Additional::Closed => false,
        }
    }
}

fn items<'v>(json: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    json.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn members<'v>(json: &'v Value, key: &str) -> impl Iterator<Item = (&'v String, &'v Value)> {
    json.get(key).and_then(Value::as_object).into_iter().flatten()
}
