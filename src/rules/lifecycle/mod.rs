//! What becomes of a property after a resource was created.

crate::rules::area! { service_managed, update_ignored }
