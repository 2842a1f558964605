use std::fmt::Write;

use super::{about, colors};
use crate::graph::Graph;
use crate::text::escape_controls;

/// The graph in the language of Graphviz.
#[must_use]
pub fn dot(graph: &Graph) -> String {
    let mut text =
        "digraph resources {\n  rankdir=BT;\n  node [shape=box, style=\"rounded,filled\", fontname=\"sans-serif\"];\n"
            .to_owned();
    for (number, node) in graph.nodes.iter().enumerate() {
        let colors = colors(node.worst);
        let _ = writeln!(
            text,
            "  n{number} [label={}, tooltip={}, fillcolor=\"{}\", color=\"{}\"];",
            quoted(&[&node.resource_type, node.own_name()]),
            quoted(&[&about(node)]),
            colors.fill,
            colors.line
        );
    }
    for edge in graph.drawn_edges() {
        let _ = writeln!(text, "  n{} -> n{} [tooltip={}];", edge.from, edge.to, quoted(&[&edge.key]));
    }
    text + "}\n"
}

/// A string of Graphviz, of several lines.
fn quoted(lines: &[&str]) -> String {
    let lines: Vec<String> =
        lines.iter().map(|line| escape_controls(line).replace('\\', "\\\\").replace('"', "\\\"")).collect();
    format!("\"{}\"", lines.join("\\n"))
}
