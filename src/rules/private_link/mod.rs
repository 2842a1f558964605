//! The state of a private endpoint connection: who may come in, and why.

crate::rules::area! { status, service_set_status, description }

pub(crate) use status::allowed_values;

/// The key under which every service keeps the state.
const STATE: &str = "privateLinkServiceConnectionState";
