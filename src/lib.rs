//! lazuli
pub mod catalog;
pub mod diagnostic;
pub mod document;
pub mod read;
pub mod rule;
pub mod text;
mod validate;
