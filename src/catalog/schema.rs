use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Number, Value};

use super::Pattern;

/// What swagger says of one value. All that `allOf` brings is merged in; a `$ref` stays one, with the
/// flags that stand beside it.
#[derive(Debug, Clone, Default)]
pub struct Schema {
    /// What the value means, in a few words.
    pub description: Option<String>,
    /// The definition that says the rest.
    pub reference: Option<String>,
    /// The JSON type; `None` where any will do.
    pub json_type: Option<SchemaType>,
    /// `format`: `uuid`, `date-time`, `int32`, …
    pub format: Option<String>,
    /// The regular expression that a string matches somewhere.
    pub pattern: Option<Pattern>,
    /// The fewest characters of a string.
    pub min_length: Option<u64>,
    /// The most characters of a string.
    pub max_length: Option<u64>,
    /// The least number.
    pub minimum: Option<Number>,
    /// The greatest number.
    pub maximum: Option<Number>,
    /// Whether the least number itself is excluded.
    pub exclusive_minimum: bool,
    /// Whether the greatest number itself is excluded.
    pub exclusive_maximum: bool,
    /// What a number is a multiple of.
    pub multiple_of: Option<Number>,
    /// The fewest items of an array.
    pub min_items: Option<u64>,
    /// The most items of an array.
    pub max_items: Option<u64>,
    /// Whether no two items of an array are equal.
    pub unique_items: bool,
    /// The values that are allowed.
    pub enumeration: Option<Enumeration>,
    /// What each item of an array is.
    pub items: Option<Box<Schema>>,
    /// The members of an object.
    pub properties: BTreeMap<String, Schema>,
    /// The members that must be there.
    pub required: BTreeSet<String>,
    /// What members besides `properties` an object may have.
    pub additional: Additional,
    /// How a member of the object decides which further members it has.
    pub discriminator: Option<Discriminator>,
    /// Whether only the service sets the value (`readOnly`, or `x-ms-mutability` of `read` alone).
    pub read_only: bool,
    /// Whether the value is fixed when the resource is created (`x-ms-mutability` without `update`).
    pub create_only: bool,
    /// Whether the service never shows the value again (`x-ms-mutability` without `read`).
    pub write_only: bool,
    /// Whether the value is a secret (`x-ms-secret`, `format: password`).
    pub secret: bool,
    /// Whether `null` is a value of its own (`x-nullable`).
    pub nullable: bool,
}

/// A type of JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaType {
    /// `string`
    String,
    /// `integer`
    Integer,
    /// `number`
    Number,
    /// `boolean`
    Boolean,
    /// `array`
    Array,
    /// `object`
    Object,
}

/// The values that a place allows.
#[derive(Debug, Clone, PartialEq)]
pub struct Enumeration {
    /// The values, in the order of the swagger.
    pub values: Vec<Value>,
    /// Whether Azure may take others too: `x-ms-enum.modelAsString`, or a list of sizes that grows.
    pub open: bool,
}

/// What members an object may have besides those it declares.
#[derive(Debug, Clone, Default)]
pub enum Additional {
    /// None.
    Closed,
    /// Any: swagger says nothing of the object's members, or allows all.
    #[default]
    Open,
    /// Any whose value is as the schema says.
    Of(Box<Schema>),
}

/// A polymorphic object: the value of one member tells which definition the object follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discriminator {
    /// The member.
    pub property: String,
    /// The definition for each value of it.
    pub variants: BTreeMap<String, String>,
}

impl SchemaType {
    /// The type that swagger gives this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "string" => Self::String,
            "integer" => Self::Integer,
            "number" => Self::Number,
            "boolean" => Self::Boolean,
            "array" => Self::Array,
            "object" => Self::Object,
            _ => return None,
        })
    }

    /// The name that swagger gives the type.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}
