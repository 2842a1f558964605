//! What was found and what is known, written for people and for programs: one file for each form.

pub mod graph;
pub mod json;
#[cfg(feature = "cli")]
pub mod pretty;
pub mod rules;
pub mod schema;
