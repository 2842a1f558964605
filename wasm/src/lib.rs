//! lazuli for JavaScript: the class `Linter` and the types of what it takes and gives.
//!
//! Nothing here knows anything: questions go to the library, and its answers become values of JavaScript, with
//! offsets, lines and columns as JavaScript counts them. The TypeScript declarations are made from these types.

mod action;
mod boundary;
mod catalogue;
mod completion;
mod files;
mod graph;
mod hover;
mod linter;
mod navigation;
mod place;
mod problem;
mod report;
mod rule;
mod schema;
