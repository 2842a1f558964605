//! What becomes of a property after a resource was created.

crate::rules::area! { service_managed, update_ignored }

pub(crate) use service_managed::is_service_managed;
