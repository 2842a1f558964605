use std::fmt::Write;

use super::colors;
use crate::diagnostic::Severity;
use crate::graph::{Graph, Node};

/// The graph as a Mermaid flowchart, which GitHub and many editors draw.
#[must_use]
pub fn mermaid(graph: &Graph) -> String {
    let mut text = "flowchart BT\n".to_owned();
    for (number, node) in graph.nodes.iter().enumerate() {
        let class = match node.worst {
            Some(Severity::Error) => ":::error",
            Some(Severity::Warning) => ":::warning",
            _ => "",
        };
        let _ = writeln!(text, "  n{number}[\"{}\"]{class}", label(node));
    }
    for edge in graph.drawn_edges() {
        let _ = writeln!(text, "  n{} --> n{}", edge.from, edge.to);
    }
    for (class, severity) in [("error", Severity::Error), ("warning", Severity::Warning)] {
        let colors = colors(Some(severity));
        let _ = writeln!(text, "  classDef {class} fill:{},stroke:{},color:#1a1a1a", colors.fill, colors.line);
    }
    text
}

fn label(node: &Node) -> String {
    format!("{}<br/>{}", escape(&node.resource_type), escape(node.own_name()))
}

/// Mermaid writes what has a meaning of its own as entities, with a `#` in the place of the `&`.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_alphanumeric() || " -_.$".contains(letter) {
            escaped.push(letter);
        } else {
            let _ = write!(escaped, "#{};", u32::from(letter));
        }
    }
    escaped
}
