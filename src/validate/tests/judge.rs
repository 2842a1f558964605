use std::collections::{BTreeMap, BTreeSet};

use jsonschema::{Validator, error::ValidationErrorKind};
use serde_json::Value as Json;

use super::json_schema::{READ_ONLY, compile};
use crate::catalog::{ResourceSchema, SET_BY_THE_TOOL};
use crate::document::{Value, child_pointer};
use crate::validate::violation::Kind;
use crate::validate::walk::violations;

/// What is wrong: where, and how.
pub(super) type Found = BTreeSet<(String, String)>;

/// What the walk finds.
pub(super) fn found_by_the_walk(resource: &ResourceSchema, value: &Value<'_>) -> Found {
    let found = violations(resource, value);
    let all = found.iter().map(|violation| (violation.place.pointer.clone(), format!("{:?}", violation.kind)));
    let set: Found = all.collect();
    assert_eq!(set.len(), found.len(), "nothing is said twice: {found:#?}");
    set
}

/// What `jsonschema` finds, of a value that is known in every part.
pub(super) struct Judge<'c> {
    resource: &'c ResourceSchema,
    validator: Validator,
}

impl<'c> Judge<'c> {
    pub(super) fn of(resource: &'c ResourceSchema) -> Self {
        Self { resource, validator: compile(resource) }
    }

    /// The same value as JSON and with its places.
    pub(super) fn found(&self, json: &Json, value: &Value<'_>) -> Found {
        let mut found = Found::new();
        // Of several things that are wrong with one value, the first of the least rank is what is said.
        let mut of_values: BTreeMap<String, (u8, Kind)> = BTreeMap::new();
        for error in self.validator.iter_errors(json) {
            let pointer = error.instance_path().as_str();
            for (pointer, kind) in self.kinds(error.kind(), pointer, json, value) {
                if let Kind::Required(_) = kind {
                    found.insert((pointer, format!("{kind:?}")));
                } else if of_values.get(&pointer).is_none_or(|(least, _)| rank(&kind) < *least) {
                    of_values.insert(pointer, (rank(&kind), kind));
                }
            }
        }
        found.extend(of_values.into_iter().map(|(pointer, (_, kind))| (pointer, format!("{kind:?}"))));
        found
    }

    fn kinds(&self, error: &ValidationErrorKind, at: &str, json: &Json, value: &Value<'_>) -> Vec<(String, Kind)> {
        let is_root = at.is_empty();
        let kind = match error {
            ValidationErrorKind::Custom { keyword, .. } if keyword == READ_ONLY => {
                (at != "/name").then_some(Kind::ReadOnly)
            }
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                let unknown = unexpected.iter().filter(|key| !(is_root && SET_BY_THE_TOOL.contains(&key.as_str())));
                let pointers = unknown.map(|key| child_pointer(at, key));
                let left = pointers.filter(|pointer| !self.resource.is_consumed(pointer));
                return left.map(|pointer| (pointer, Kind::UnknownProperty)).collect();
            }
            ValidationErrorKind::Required { property } => {
                let key = property.as_str().unwrap();
                let is_given_elsewhere = (is_root && SET_BY_THE_TOOL.contains(&key))
                    || self.resource.is_filled_by_a_dependency(&child_pointer(at, key));
                (!is_given_elsewhere).then(|| Kind::Required(key.to_owned()))
            }
            _ if json.pointer(at).is_some_and(Json::is_null) => {
                let place = self.resource.at(value, at);
                let is_nullable = place.is_some_and(|place| place.declared.nullable || place.schema.nullable);
                (!is_nullable).then_some(Kind::Null)
            }
            error => Some(of_value(error)),
        };
        kind.into_iter().map(|kind| (at.to_owned(), kind)).collect()
    }
}

fn of_value(error: &ValidationErrorKind) -> Kind {
    match error {
        ValidationErrorKind::Type { .. } => Kind::Type,
        ValidationErrorKind::Enum { .. } => Kind::Enumeration,
        ValidationErrorKind::Pattern { pattern } => Kind::Pattern(pattern.clone()),
        ValidationErrorKind::Format { format } => Kind::Format(format.clone()),
        ValidationErrorKind::MinLength { limit } => Kind::MinLength(*limit),
        ValidationErrorKind::MaxLength { limit } => Kind::MaxLength(*limit),
        ValidationErrorKind::MinItems { limit } => Kind::MinItems(*limit),
        ValidationErrorKind::MaxItems { limit } => Kind::MaxItems(*limit),
        ValidationErrorKind::UniqueItems => Kind::UniqueItems,
        ValidationErrorKind::Minimum { limit } => Kind::Range(format!("at least {limit}")),
        ValidationErrorKind::Maximum { limit } => Kind::Range(format!("at most {limit}")),
        ValidationErrorKind::ExclusiveMinimum { limit } => Kind::Range(format!("greater than {limit}")),
        ValidationErrorKind::ExclusiveMaximum { limit } => Kind::Range(format!("less than {limit}")),
        ValidationErrorKind::MultipleOf { multiple_of } => Kind::Range(format!("a multiple of {multiple_of}")),
        other => panic!("no schema of ours can be broken so: {other:?}"),
    }
}

/// What is said of a value of which several things are wrong: the first of these.
fn rank(kind: &Kind) -> u8 {
    match kind {
        Kind::ReadOnly => 0,
        Kind::Null | Kind::UnknownProperty => 1,
        Kind::Type => 2,
        Kind::Enumeration => 3,
        Kind::Pattern(_) => 5,
        _ => 4,
    }
}
