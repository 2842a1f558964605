//! The shape of a resource definition.

crate::rules::area! { syntax, not_resources, not_read, shape }
