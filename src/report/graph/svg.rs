use std::fmt::Write;

use super::{
    about, colors,
    layout::{GAP, HEIGHT, Layout, Placed, label, layout},
};
use crate::graph::{Graph, Node};
use crate::text::escape_controls;

/// The graph as a picture that needs no other program: what others depend on stands above them.
#[must_use]
pub fn svg(graph: &Graph) -> String {
    let Layout { boxes, width, height } = layout(graph);
    let mut text = String::new();
    let _ = writeln!(
        text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" height=\"{height:.0}\" role=\"img\" aria-label=\"{} resources and their dependencies\">",
        graph.nodes.len()
    );
    text.push_str(STYLE);
    for edge in graph.drawn_edges() {
        text.push_str(&line(&boxes[edge.from], &boxes[edge.to], &edge.key));
    }
    for (node, placed) in graph.nodes.iter().zip(&boxes) {
        text.push_str(&shape(node, placed));
    }
    text + "</svg>\n"
}

/// The arrow head, the letters, and a paper behind it all.
const STYLE: &str = "<defs><marker id=\"head\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto-start-reverse\"><path d=\"M0 0 8 4 0 8z\" fill=\"#7a8699\"/></marker></defs>
<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>
";

fn shape(node: &Node, placed: &Placed) -> String {
    let colors = colors(node.worst);
    let (left, top) = (placed.x - placed.width / 2.0, placed.y - HEIGHT / 2.0);
    let findings = match node.findings {
        0 => String::new(),
        1 => ", 1 finding".to_owned(),
        several => format!(", {several} findings"),
    };
    format!(
        "<g font-family=\"system-ui, sans-serif\" text-anchor=\"middle\" fill=\"#1a1a1a\"><title>{}</title><rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{HEIGHT}\" rx=\"6\" fill=\"{}\" stroke=\"{}\" stroke-width=\"1.5\"/><text x=\"{:.1}\" y=\"{:.1}\" font-size=\"11\" fill=\"#4d5766\">{}</text><text x=\"{:.1}\" y=\"{:.1}\" font-size=\"13\" font-weight=\"600\">{}</text></g>\n",
        escape(&(about(node) + &findings)),
        placed.width,
        colors.fill,
        colors.line,
        placed.x,
        placed.y - 6.0,
        escape(&label(&node.resource_type)),
        placed.x,
        placed.y + 11.0,
        escape(&label(node.own_name())),
    )
}

/// An arrow from the lower box up to the one it depends on.
fn line(from: &Placed, to: &Placed, key: &str) -> String {
    let is_above = to.y < from.y;
    let half = HEIGHT / 2.0;
    let (start, end) = if is_above { (from.y - half, to.y + half) } else { (from.y + half, to.y - half) };
    let bend = (start - end).abs().max(GAP) / 2.0;
    let (first, second) = if is_above { (start - bend, end + bend) } else { (start + bend, end - bend) };
    format!(
        "<path d=\"M{:.1} {start:.1}C{:.1} {first:.1} {:.1} {second:.1} {:.1} {end:.1}\" fill=\"none\" stroke=\"#7a8699\" stroke-width=\"1.3\" marker-end=\"url(#head)\"><title>{}</title></path>\n",
        from.x,
        from.x,
        to.x,
        to.x,
        escape(key)
    )
}

/// Text of XML.
fn escape(text: &str) -> String {
    let text = escape_controls(text);
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
