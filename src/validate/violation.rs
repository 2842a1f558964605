use jsonschema::{
    JsonType, ValidationError,
    error::{TypeKind, ValidationErrorKind},
};

use super::{
    context::Context, enumeration, format, items, length, null, pattern, range, read_only, read_only::ReadOnlyKeyword,
    required, type_mismatch, type_validator::TypeValidator, unknown_property,
};
use crate::catalog::{ResourceSchema, SET_BY_THE_TOOL};
use crate::diagnostic::Diagnostic;
use crate::document::{Located, Value, ValueKind, child_pointer, locate};

/// One thing about a known value that the schema does not allow.
#[derive(Debug)]
pub(super) struct Violation {
    /// The place: of the value, of the object that lacks a member, or of the key that is not known.
    pub(super) pointer: String,
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
pub(super) fn violations(validator: &TypeValidator, root: &Value<'_>) -> Vec<Violation> {
    let mut found = Vec::new();
    for error in validator.validator.iter_errors(root) {
        collect(&error, root, &validator.schema, &mut found);
    }
    found
}

fn collect(error: &ValidationError<'_>, root: &Value<'_>, resource: &ResourceSchema, found: &mut Vec<Violation>) {
    let pointer = error.instance_path().as_str();
    let Some(located) = locate(root, pointer) else { return };
    let value = located.value;
    let mut push = |kind| found.push(Violation { pointer: pointer.to_owned(), kind });
    match error.kind() {
        ValidationErrorKind::Custom { keyword, .. } if keyword == ReadOnlyKeyword::NAME => {
            if pointer != "/name" {
                push(Kind::ReadOnly);
            }
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            for key in unexpected {
                if !(pointer.is_empty() && SET_BY_THE_TOOL.contains(&key.as_str())) {
                    let pointer = child_pointer(pointer, key);
                    found.push(Violation { pointer, kind: Kind::UnknownProperty });
                }
            }
        }
        ValidationErrorKind::Required { property } => {
            let key = property.as_str().unwrap_or_default();
            let is_given_elsewhere = value.as_object().is_some_and(|object| object.open)
                || (pointer.is_empty() && SET_BY_THE_TOOL.contains(&key))
                || resource.is_filled_by_a_dependency(&child_pointer(pointer, key));
            if !is_given_elsewhere {
                push(Kind::Required(key.to_owned()));
            }
        }
        _ if matches!(value.kind, ValueKind::Null) => {
            if !is_nullable(resource, root, pointer) {
                push(Kind::Null);
            }
        }
        // A type that the syntax shows is known, even where the value is not.
        ValidationErrorKind::Type { kind } if is_of_another_type(value, kind) => push(Kind::Type),
        _ if value.is_unknown() => {}
        kind => {
            if let Some(kind) = of_known_value(kind, located) {
                push(kind);
            }
        }
    }
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
fn of_known_value(kind: &ValidationErrorKind, located: Located<'_, '_>) -> Option<Kind> {
    let is_open = located.value.as_array().is_some_and(|array| array.open);
    Some(match kind {
        ValidationErrorKind::Enum { .. } if located.value.is_wholly_known() => Kind::Enumeration,
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

fn is_nullable(resource: &ResourceSchema, root: &Value<'_>, pointer: &str) -> bool {
    resource.at(root, pointer).is_some_and(|place| place.declared.nullable || place.schema.nullable)
}

impl Violation {
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
    pub(super) fn diagnostic(&self, context: &Context<'_, '_>) -> Option<Diagnostic> {
        let pointer = self.pointer.as_str();
        let found = context.value(pointer)?;
        let diagnostic = match &self.kind {
            Kind::ReadOnly => Some(read_only::diagnostic(context, pointer, found)),
            Kind::Null => Some(null::diagnostic(context, pointer, found)),
            Kind::Type => type_mismatch::diagnostic(context, pointer, found),
            Kind::Enumeration => enumeration::diagnostic(context, pointer, found),
            Kind::UnknownProperty => unknown_property::diagnostic(context, pointer, found),
            Kind::Required(key) => Some(required::diagnostic(context, pointer, key)),
            Kind::Pattern(expression) => Some(pattern::diagnostic(pointer, found, expression)),
            Kind::Format(name) => Some(format::diagnostic(pointer, found, name)),
            Kind::MinLength(limit) => Some(length::diagnostic(pointer, found, "at least", *limit)),
            Kind::MaxLength(limit) => Some(length::diagnostic(pointer, found, "at most", *limit)),
            Kind::MinItems(limit) => Some(items::count(pointer, found, "at least", *limit)),
            Kind::MaxItems(limit) => Some(items::count(pointer, found, "at most", *limit)),
            Kind::UniqueItems => Some(items::repeated(pointer, found)),
            Kind::Range(bound) => Some(range::diagnostic(pointer, found, bound)),
        }?;
        Some(diagnostic.with_pointer(pointer))
    }
}
