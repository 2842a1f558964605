use std::fmt::Write;

use rust_sugiyama::{configure::Config, from_vertices_and_edges};

use super::{about, colors};
use crate::graph::{Graph, Node};
use crate::text::escape_controls;

/// The height of a box, the width of a letter in it, and the room at its sides, in pixels.
const HEIGHT: f64 = 44.0;
const LETTER: f64 = 8.2;
const ROOM: f64 = 24.0;
const NARROWEST: f64 = 110.0;

/// The room between boxes, and around all.
const GAP: f64 = 34.0;
const MARGIN: f64 = 20.0;

/// Labels are cut behind so many letters.
const LONGEST_LABEL: usize = 34;

/// In a larger graph, crossings are not looked after so thoroughly: it would take too long.
const LARGEST_THOROUGH: usize = 300;

/// The widest row of parts of the graph that do not hang together.
const WIDEST_ROW: f64 = 1600.0;

/// A box of the picture.
struct Placed {
    /// The middle of the box.
    x: f64,
    y: f64,
    width: f64,
}

/// The graph as a picture that needs no other program: what others depend on stands above them.
#[must_use]
pub fn svg(graph: &Graph) -> String {
    let (boxes, width, height) = placed(graph);
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
        escape(&cut(&node.resource_type)),
        placed.x,
        placed.y + 11.0,
        escape(&cut(node.own_name())),
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

/// Where each box stands, and how large the picture is.
fn placed(graph: &Graph) -> (Vec<Placed>, f64, f64) {
    let width = |node: &Node| {
        let letters = cut(&node.resource_type).chars().count().max(cut(node.own_name()).chars().count());
        #[expect(clippy::cast_precision_loss, reason = "a label has few letters")]
        let width = letters as f64 * LETTER + ROOM;
        width.max(NARROWEST)
    };
    let mut boxes: Vec<Placed> = graph.nodes.iter().map(|node| Placed { x: 0.0, y: 0.0, width: width(node) }).collect();
    let number = |node: usize| u32::try_from(node).unwrap_or(u32::MAX);
    let vertices: Vec<(u32, (f64, f64))> =
        boxes.iter().enumerate().map(|(node, placed)| (number(node), (placed.width, HEIGHT))).collect();
    let edges: Vec<(u32, u32)> =
        graph.drawn_edges().into_iter().map(|edge| (number(edge.to), number(edge.from))).collect();
    let config = Config { vertex_spacing: GAP, transpose: graph.nodes.len() <= LARGEST_THOROUGH, ..Config::default() };
    // Parts that do not hang together stand beside one another, in rows.
    let (mut left, mut top, mut row, mut widest) = (MARGIN, MARGIN, 0.0_f64, 0.0_f64);
    for (part, _, _) in from_vertices_and_edges(&vertices, &edges, &config) {
        let half = |node: usize| boxes[node].width / 2.0;
        let first_x = part.iter().map(|(node, (x, _))| x - half(*node)).fold(f64::INFINITY, f64::min);
        let last_x = part.iter().map(|(node, (x, _))| x + half(*node)).fold(f64::NEG_INFINITY, f64::max);
        let first_y = part.iter().map(|(_, (_, y))| *y).fold(f64::INFINITY, f64::min);
        let last_y = part.iter().map(|(_, (_, y))| *y).fold(f64::NEG_INFINITY, f64::max);
        let (part_width, part_height) = (last_x - first_x, last_y - first_y + HEIGHT);
        if left > MARGIN && left + part_width > WIDEST_ROW {
            (left, top, row) = (MARGIN, top + row + GAP, 0.0);
        }
        for (node, (x, y)) in &part {
            boxes[*node].x = left + x - first_x;
            boxes[*node].y = top + y - first_y + HEIGHT / 2.0;
        }
        left += part_width + GAP;
        row = row.max(part_height);
        widest = widest.max(left - GAP);
    }
    (boxes, widest + MARGIN, top + row + MARGIN)
}

fn cut(label: &str) -> String {
    match label.char_indices().nth(LONGEST_LABEL) {
        Some((at, _)) => format!("{}…", &label[..at]),
        None => label.to_owned(),
    }
}

/// Text of XML.
fn escape(text: &str) -> String {
    let text = escape_controls(text);
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
