//! Whether there is a schema to hold a definition against, and whether its objects are sound. What the schema
//! then says is in [`crate::validate`].

crate::rules::area! { unknown_resource_type, no_schema, duplicate_key }
