//! What works, and could be written better.

crate::rules::area! { hard_coded_id, location, tags }

mod resource_id;
