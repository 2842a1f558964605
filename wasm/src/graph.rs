use lazuli::graph;
use lazuli::report::graph::{HEIGHT, Layout, Placed, layout};
use serde::Serialize;
use tsify::Tsify;

use crate::report::Severity;

/// Resources and what they depend on, as a picture: what others depend on stands above them.
#[derive(Debug, Serialize, Tsify)]
pub struct Graph {
    /// The resources.
    pub nodes: Vec<GraphNode>,
    /// The dependencies, but for those that others imply.
    pub edges: Vec<GraphEdge>,
    /// How wide the picture is, in pixels.
    pub width: f64,
    /// How high the picture is, in pixels.
    pub height: f64,
}

/// A resource, and its box.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct GraphNode {
    /// The group (`Network`).
    pub group: String,
    /// The type in its group (`Subnet`).
    #[serde(rename = "type")]
    pub resource_type: String,
    /// The whole name, with those of its parents.
    pub name: String,
    /// The last of them: its own.
    pub own_name: String,
    /// The file that declares it.
    pub path: String,
    /// The line in the file, from 1.
    pub line: u32,
    /// How many findings there are about it.
    pub findings: usize,
    /// How grave the worst of them is.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worst: Option<Severity>,
    /// The middle of the box, from the left.
    pub x: f64,
    /// The middle of the box, from the top.
    pub y: f64,
    /// How wide the box is.
    pub width: f64,
    /// How high the box is.
    pub height: f64,
}

/// A dependency, from the resource that has it to the one that it names; both by their positions among the nodes.
#[derive(Debug, Serialize, Tsify)]
pub struct GraphEdge {
    /// The resource that depends on the other.
    pub from: usize,
    /// The other.
    pub to: usize,
    /// The key of the dependency (`virtualNetwork`).
    pub key: String,
}

impl Graph {
    pub(crate) fn new(graph: &graph::Graph) -> Self {
        let Layout { boxes, width, height } = layout(graph);
        let edge = |edge: &graph::Edge| GraphEdge { from: edge.from, to: edge.to, key: edge.key.clone() };
        Self {
            nodes: graph.nodes.iter().zip(&boxes).map(|(node, placed)| GraphNode::new(node, placed)).collect(),
            edges: graph.drawn_edges().into_iter().map(edge).collect(),
            width,
            height,
        }
    }
}

impl GraphNode {
    fn new(node: &graph::Node, placed: &Placed) -> Self {
        Self {
            own_name: node.own_name().to_owned(),
            group: node.group.clone(),
            resource_type: node.resource_type.clone(),
            name: node.name.clone(),
            path: node.path.clone(),
            line: node.line,
            findings: node.findings,
            worst: node.worst.map(Severity::from),
            x: placed.x,
            y: placed.y,
            width: placed.width,
            height: HEIGHT,
        }
    }
}
