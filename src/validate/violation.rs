use super::{
    context::Context, enumeration, format, items, length, null, pattern, place::Place, range, read_only, required,
    type_mismatch, unknown_property,
};
use crate::diagnostic::Diagnostic;

/// One thing about a known value that the schema does not allow.
#[derive(Debug)]
pub(super) struct Violation<'c, 's> {
    /// The place: of the value, of the object that lacks a member, or of the key that is not known.
    pub(super) place: Place<'c, 's>,
    pub(super) kind: Kind,
}

/// What the schema does not allow.
#[derive(Debug, Clone, PartialEq, Eq)]
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

impl<'c> Violation<'c, '_> {
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
