//! lazuli checks definitions of Azure resources before anything is deployed.
//!
//! It reads the files in which people declare resources without running them, holds every property
//! against the swagger schema of its resource type and against rules of its own, and says what is wrong at
//! the exact place, with the fix.
//!
//! ```
//! use lazuli::{Linter, Source};
//!
//! let text = r#"exports.createResources = () => [
//!   {
//!     type: "PrivateEndpointConnection",
//!     group: "DocumentDB",
//!     name: "reports",
//!     properties: () => ({
//!       properties: { privateLinkServiceConnectionState: { status: "approved" } },
//!     }),
//!   },
//! ];
//! "#;
//!
//! let linter = Linter::default();
//! let report = linter.check(&Source::new("resources.js", text));
//!
//! let finding = &report.diagnostics[0];
//! assert_eq!(finding.rule.to_string(), "private-link/status");
//! assert_eq!(finding.help.as_deref(), Some("Did you mean `Approved`?"));
//! assert_eq!(finding.span.slice_of(text), "\"approved\"");
//! ```
//!
//! A [`Linter`] is made once and serves any number of files and threads. It never fails: whatever is wrong
//! with a file, be it no text at all, is a [`Diagnostic`] of its [`FileReport`].

pub mod baseline;
pub mod catalog;
pub mod config;
pub mod diagnostic;
pub mod document;
pub mod graph;
pub mod ide;
pub mod linter;
mod project;
pub mod read;
pub mod report;
pub mod rule;
mod rules;
pub mod text;
mod validate;

#[cfg(feature = "workspace")]
mod workspace;

#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "lsp")]
pub mod lsp;

pub use config::Config;
pub use diagnostic::{Diagnostic, Severity};
pub use linter::{FileReport, Fixed, Fixes, Linter, Report, Source, Summary};

/// The example in the README, run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
