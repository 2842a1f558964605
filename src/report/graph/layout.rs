use rust_sugiyama::{configure::Config, from_vertices_and_edges};

use crate::graph::{Graph, Node};

/// The height of a box, in pixels.
pub const HEIGHT: f64 = 44.0;

/// The width of a letter in a box, and the room at its sides.
const LETTER: f64 = 8.2;
const ROOM: f64 = 24.0;
const NARROWEST: f64 = 110.0;

/// The room between boxes, and around all.
pub(super) const GAP: f64 = 34.0;
const MARGIN: f64 = 20.0;

/// In a larger graph, crossings are not looked after so thoroughly: it would take too long.
const LARGEST_THOROUGH: usize = 300;

/// The widest row of parts of the graph that do not hang together.
const WIDEST_ROW: f64 = 1600.0;

/// Labels are cut behind so many letters.
const LONGEST_LABEL: usize = 34;

/// A box of the picture, [`HEIGHT`] high.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// The middle of the box, from the left.
    pub x: f64,
    /// The middle of the box, from the top.
    pub y: f64,
    /// How wide it is.
    pub width: f64,
}

/// Where the resources of a graph stand in a picture; in pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// A box for each resource.
    pub boxes: Vec<Placed>,
    /// How wide the picture is.
    pub width: f64,
    /// How high the picture is.
    pub height: f64,
}

/// Where each box stands, and how large the picture is.
#[must_use]
pub fn layout(graph: &Graph) -> Layout {
    let width = |node: &Node| {
        let letters = [&node.resource_type, node.own_name()]
            .map(|text| label(text).chars().count())
            .into_iter()
            .max()
            .unwrap_or_default();
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
    Layout { boxes, width: widest + MARGIN, height: top + row + MARGIN }
}

/// A text as a box shows it: cut, where it is long.
pub(super) fn label(text: &str) -> String {
    match text.char_indices().nth(LONGEST_LABEL) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
