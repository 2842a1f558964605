//! The model that every reader produces: values with their places, and the resource definitions made of
//! them.

mod definition;
mod json_type;
mod locate;
mod object_builder;
mod path;
mod pointer;
mod reference;
mod suppression;
mod value;

pub use definition::{Definition, Document, Name, Notation, RepeatedKey, SyntaxError};
pub use json_type::JsonType;
pub(crate) use locate::{Located, locate};
pub(crate) use object_builder::ObjectBuilder;
pub(crate) use path::{Path, Segment};
use pointer::push_segment;
pub(crate) use pointer::{child_pointer, is_index, keys_of, parent_pointer, pointer_segments, readable_path};
pub use reference::{Reference, ReferenceOrigin};
pub use suppression::{Suppression, SuppressionScope};
pub(crate) use value::Positions;
pub use value::{
    Array, CALLBACK_PARAMETERS, Function, Member, Object, Parameter, TemplatePart, Unknown, Value, ValueKind,
};
