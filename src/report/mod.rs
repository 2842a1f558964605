//! What was found, written for people and for programs: one file for each form.

pub mod json;
#[cfg(feature = "cli")]
pub mod pretty;
