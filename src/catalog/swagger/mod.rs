//! Swagger 2.0 in, [`ResourceSchema`] out.
//!
//! A file is first cut into slices that can be read alone (`split`), which is what the embedded
//! catalogue stores; a resource type is then put together from its slices (`read`). `document` goes the other way.

mod bundle;
mod contradiction;
mod deployment;
mod document;
mod own_facts;
mod read;
pub(super) mod split;

pub(super) use bundle::documents;
pub(super) use deployment::read_deployment;
pub(super) use document::document;
pub(super) use read::{Extent, problems, read_resource};
