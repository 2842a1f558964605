//! Whether there is a schema to hold a definition against. What the schema then says is in
//! [`crate::validate`].

crate::rules::area! { unknown_resource_type, no_schema }
