//! A graph of resources as text for other programs, and as a picture.

mod dot;
mod json;
#[cfg(feature = "svg")]
mod layout;
mod mermaid;
#[cfg(feature = "svg")]
mod svg;

pub use dot::dot;
pub use json::json;
#[cfg(feature = "svg")]
pub use layout::{HEIGHT, Layout, Placed, layout};
pub use mermaid::mermaid;
#[cfg(feature = "svg")]
pub use svg::svg;

use crate::diagnostic::Severity;
use crate::graph::Node;

/// Which resource a node is, and where it stands.
fn about(node: &Node) -> String {
    format!("{}::{} {} ({}:{})", node.group, node.resource_type, node.name, node.path, node.line)
}

/// The colours of a node, as `#rrggbb`.
struct Colors {
    fill: &'static str,
    line: &'static str,
}

/// How a node is coloured by the worst of its findings; what is only worth knowing is no reason to worry.
fn colors(worst: Option<Severity>) -> Colors {
    match worst {
        Some(Severity::Error) => Colors { fill: "#ffdcd7", line: "#c4291c" },
        Some(Severity::Warning) => Colors { fill: "#fff0c2", line: "#a86400" },
        Some(Severity::Info) | None => Colors { fill: "#e8f0fb", line: "#4a6fa5" },
    }
}
