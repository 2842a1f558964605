//! Holds the walk against `jsonschema`, a validator that others wrote and use: both must find the same.

mod agreement;
mod choices;
mod json_schema;
mod judge;
mod odd_type;
mod values;
