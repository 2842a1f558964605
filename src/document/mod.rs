//! The model that every reader produces: values with their places, and the resource definitions made of
//! them.

mod definition;
mod locate;
mod object_builder;
mod pointer;
mod reference;
mod representation;
mod suppression;
mod value;

pub use definition::{Definition, Document, Name, Notation, RepeatedKey, SyntaxError};
pub(crate) use locate::{Located, locate};
pub(crate) use object_builder::ObjectBuilder;
pub(crate) use pointer::{child_pointer, is_index, keys_of, parent_pointer, pointer_segments, readable_path};
pub use reference::{Reference, ReferenceOrigin};
pub use representation::SpannedJson;
pub use suppression::{Suppression, SuppressionScope};
pub(crate) use value::Positions;
pub use value::{
    Array, CALLBACK_PARAMETERS, Function, Member, Object, Parameter, TemplatePart, Unknown, Value, ValueKind,
};
