use serde_json::Value as Json;

use crate::catalog::{Discriminator, Enumeration, ResourceSchema, Schema, SchemaPlace, SchemaType};
use crate::document::Value;

/// The schema that a value follows: references followed, and the variant chosen that its discriminator names.
#[derive(Clone, Copy)]
pub(super) struct Followed<'c> {
    pub(super) place: SchemaPlace<'c>,
    /// The name of the definition that the schema is, where it is one.
    name: Option<&'c str>,
    /// What would choose a variant, where none is chosen: the value may then be of each.
    pub(super) undecided: Option<&'c Discriminator>,
}

impl<'c> Followed<'c> {
    /// The schema that `value` follows where `declared` is declared; `None` where a variant is named of which there is
    /// nothing to tell.
    pub(super) fn by(value: &Value<'_>, declared: &'c Schema, resource: &'c ResourceSchema) -> Option<Self> {
        let (name, schema) = resource.definition_of(declared);
        let follows = |name, schema, undecided| Self { place: SchemaPlace { declared, schema }, name, undecided };
        let Some(discriminator) = &schema.discriminator else { return Some(follows(name, schema, None)) };
        let tag = value.as_object().and_then(|object| object.get_str(&discriminator.property));
        match tag.and_then(|tag| discriminator.variants.get(tag)) {
            Some(variant) => {
                let (name, schema) = resource.definition_named(variant)?;
                Some(follows(Some(name), schema, None))
            }
            None => Some(follows(name, schema, Some(discriminator))),
        }
    }

    /// The type that the value must be of.
    pub(super) fn json_type(&self) -> Option<SchemaType> {
        let has_members = || !self.place.schema.properties.is_empty() || self.undecided.is_some();
        self.place.schema.json_type.or_else(|| has_members().then_some(SchemaType::Object))
    }

    /// Whether `null` is a value like others, there being nothing that it would have to be instead.
    pub(super) fn takes_null(&self) -> bool {
        let is_listed = |listed: &Enumeration| listed.values.iter().any(Json::is_null);
        self.json_type().is_none() && self.place.schema.enumeration.as_ref().is_none_or(is_listed)
    }

    /// Whether a member says which variant the object is of: it has to be given, be it read-only or not.
    pub(super) fn is_tag(&self, key: &str, resource: &ResourceSchema) -> bool {
        let chooses_this = |discriminator: &Discriminator| {
            discriminator.property == key && discriminator.variants.values().any(|name| self.name == Some(name))
        };
        self.undecided.is_some_and(|discriminator| discriminator.property == key)
            || resource.definitions.values().filter_map(|schema| schema.discriminator.as_ref()).any(chooses_this)
    }

    /// Whether an object of which no variant is chosen may have a member because one of the variants has it.
    pub(super) fn is_of_some_variant(&self, key: &str, resource: &ResourceSchema) -> bool {
        let has_key =
            |name: &String| resource.definitions.get(name).is_some_and(|variant| variant.properties.contains_key(key));
        self.undecided.is_some_and(|discriminator| discriminator.variants.values().any(has_key))
    }
}
