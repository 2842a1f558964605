use crate::graph::Graph;

/// The graph as JSON: `nodes`, and `edges` between their positions.
#[must_use]
pub fn json(graph: &Graph) -> String {
    // Words and numbers: there is nothing that could fail.
    crate::report::json::write(graph) + "\n"
}
