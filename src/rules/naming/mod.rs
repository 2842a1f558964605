//! What resources may be called.

crate::rules::area! { invalid, resource_group_case }

mod limits;
