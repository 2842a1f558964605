use jsonschema::{
    JsonType,
    error::{TypeKind, ValidationErrorKind},
};

use super::{
    context::Context, enumeration, format, items, length, null, pattern, place::Place, range, read_only,
    read_only::ReadOnlyKeyword, required, type_mismatch, type_validator::TypeValidator, unknown_property,
};
use crate::catalog::{ResourceSchema, SET_BY_THE_TOOL};
use crate::diagnostic::Diagnostic;
use crate::document::{Value, ValueKind, child_pointer};

/// One thing about a known value that the schema does not allow.
#[derive(Debug)]
pub(super) struct Violation<'c, 's> {
    /// The place: of the value, of the object that lacks a member, or of the key that is not known.
    pub(super) place: Place<'c, 's>,
    pub(super) kind: Kind,
}

/// What the schema does not allow.
#[derive(Debug)]
pub(super) enum Kind {
    ReadOnly,
    Null,
    Type,
    Enumeration,
    UnknownProperty,
    Required(String),
    Pattern(String),
    Format(String),
    MinLength(u64),
    MaxLength(u64),
    MinItems(u64),
    MaxItems(u64),
    UniqueItems,
    /// A number out of bounds, and what it must be: `at least 3`.
    Range(String),
}

/// All that is wrong with `root`, in the order of the validator. One mistake may come several times.
pub(super) fn violations<'c, 's>(validator: &'c TypeValidator, root: &'c Value<'s>) -> Vec<Violation<'c, 's>> {
    let mut found = Vec::new();
    for error in validator.validator.iter_errors(root) {
        if let Some(place) = Place::at(&validator.schema, root, error.instance_path().as_str()) {
            collect(error.kind(), place, &validator.schema, &mut found);
        }
    }
    found
}

fn collect<'c, 's>(
    error: &ValidationErrorKind,
    place: Place<'c, 's>,
    resource: &ResourceSchema,
    found: &mut Vec<Violation<'c, 's>>,
) {
    let value = place.value();
    let is_root = place.pointer.is_empty();
    let kind = match error {
        ValidationErrorKind::Custom { keyword, .. } if keyword == ReadOnlyKeyword::NAME => {
            (place.pointer != "/name").then_some(Kind::ReadOnly)
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let unknown = unexpected.iter().filter(|key| !(is_root && SET_BY_THE_TOOL.contains(&key.as_str())));
            let unknown = unknown.filter(|key| !resource.is_consumed(&child_pointer(&place.pointer, key)));
            let places = unknown.filter_map(|key| place.unknown_member(key));
            found.extend(places.map(|place| Violation { place, kind: Kind::UnknownProperty }));
            None
        }
        ValidationErrorKind::Required { property } => {
            let key = property.as_str().unwrap_or_default();
            let is_given_elsewhere = value.as_object().is_some_and(|object| object.open)
                || (is_root && SET_BY_THE_TOOL.contains(&key))
                || resource.is_filled_by_a_dependency(&child_pointer(&place.pointer, key));
            (!is_given_elsewhere).then(|| Kind::Required(key.to_owned()))
        }
        _ if matches!(value.kind, ValueKind::Null) => {
            let is_nullable = place.schema.is_some_and(|place| place.declared.nullable || place.schema.nullable);
            (!is_nullable).then_some(Kind::Null)
        }
        // A type that the syntax shows is known, even where the value is not.
        ValidationErrorKind::Type { kind } if is_of_another_type(value, kind) => Some(Kind::Type),
        _ if value.is_unknown() => None,
        error => of_known_value(error, value),
    };
    found.extend(kind.map(|kind| Violation { place, kind }));
}

/// Whether a value is certainly of none of the types that are allowed.
fn is_of_another_type(value: &Value<'_>, allowed: &TypeKind) -> bool {
    let allows = |json_type| match allowed {
        TypeKind::Single(one) => *one == json_type,
        TypeKind::Multiple(several) => several.contains(json_type),
    };
    match value.known_type() {
        None => false,
        Some(_) if !value.is_unknown() => true,
        Some(JsonType::Number) => !allows(JsonType::Number) && !allows(JsonType::Integer),
        Some(known_type) => !allows(known_type),
    }
}

/// A violation that depends on what a value is worth.
fn of_known_value(error: &ValidationErrorKind, value: &Value<'_>) -> Option<Kind> {
    let is_open = value.as_array().is_some_and(|array| array.open);
    Some(match error {
        ValidationErrorKind::Enum { .. } if value.is_wholly_known() => Kind::Enumeration,
        ValidationErrorKind::Pattern { pattern } => Kind::Pattern(pattern.clone()),
        ValidationErrorKind::Format { format } => Kind::Format(format.clone()),
        ValidationErrorKind::MinLength { limit } => Kind::MinLength(*limit),
        ValidationErrorKind::MaxLength { limit } => Kind::MaxLength(*limit),
        ValidationErrorKind::MinItems { limit } if !is_open => Kind::MinItems(*limit),
        ValidationErrorKind::MaxItems { limit } => Kind::MaxItems(*limit),
        ValidationErrorKind::UniqueItems => Kind::UniqueItems,
        ValidationErrorKind::Minimum { limit } => Kind::Range(format!("at least {limit}")),
        ValidationErrorKind::Maximum { limit } => Kind::Range(format!("at most {limit}")),
        ValidationErrorKind::ExclusiveMinimum { limit } => Kind::Range(format!("greater than {limit}")),
        ValidationErrorKind::ExclusiveMaximum { limit } => Kind::Range(format!("less than {limit}")),
        ValidationErrorKind::MultipleOf { multiple_of } => Kind::Range(format!("a multiple of {multiple_of}")),
        _ => return None,
    })
}

impl<'c> Violation<'c, '_> {
    /// The first says more than the later.
    pub(super) fn rank(&self) -> u8 {
        match self.kind {
            Kind::ReadOnly => 0,
            Kind::Null | Kind::UnknownProperty => 1,
            Kind::Type => 2,
            Kind::Enumeration => 3,
            Kind::Pattern(_) => 5,
            _ => 4,
        }
    }

    /// The violation in words.
    pub(super) fn diagnostic(&self, context: &Context<'c, '_>) -> Option<Diagnostic> {
        let place = &self.place;
        let diagnostic = match &self.kind {
            Kind::ReadOnly => Some(read_only::diagnostic(context, place)),
            Kind::Null => Some(null::diagnostic(context, place)),
            Kind::Type => type_mismatch::diagnostic(place),
            Kind::Enumeration => enumeration::diagnostic(context, place),
            Kind::UnknownProperty => unknown_property::diagnostic(context, place),
            Kind::Required(key) => Some(required::diagnostic(context, place, key)),
            Kind::Pattern(expression) => Some(pattern::diagnostic(place, expression)),
            Kind::Format(name) => Some(format::diagnostic(place, name)),
            Kind::MinLength(limit) => Some(length::diagnostic(place, "at least", *limit)),
            Kind::MaxLength(limit) => Some(length::diagnostic(place, "at most", *limit)),
            Kind::MinItems(limit) => Some(items::count(place, "at least", *limit)),
            Kind::MaxItems(limit) => Some(items::count(place, "at most", *limit)),
            Kind::UniqueItems => Some(items::repeated(place)),
            Kind::Range(bound) => Some(range::diagnostic(place, bound)),
        }?;
        Some(diagnostic.with_pointer(&place.pointer))
    }
}
