use std::sync::Arc;

use crate::catalog::{Catalog, ResourceSchema};

/// A resource type made up of all that a schema can say, and real ones seldom do.
pub(super) fn odd_type() -> Arc<ResourceSchema> {
    let mut catalog = Catalog::empty();
    assert_eq!(catalog.add_swagger(include_str!("odd_type.json")).unwrap(), []);
    let id = catalog.types().next().unwrap().clone();
    catalog.load_settable(&id).unwrap()
}
