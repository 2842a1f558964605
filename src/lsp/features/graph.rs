//! The graph of resources: a request of our own, for editors that show it.

use gen_lsp_types::TextDocumentIdentifier;
use serde::{Deserialize, Serialize};

use crate::graph::Graph;
use crate::linter::{Linter, ReadFile, Source};
use crate::lsp::session::Session;
use crate::report::graph::{mermaid, svg};

/// `lazuli/graph`: of the project that a file belongs to, or of all projects in the open folders.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Params {
    text_document: Option<TextDocumentIdentifier>,
}

#[derive(Serialize)]
pub(super) struct ShownGraph {
    mermaid: String,
    svg: String,
}

pub(super) fn graph(session: &mut Session, params: &Params) -> Option<ShownGraph> {
    let mut graph = Graph::default();
    if let Some(document) = &params.text_document {
        let asked = session.asked_wholly(&document.uri)?;
        add(&mut graph, asked.project.linter(), &asked.files);
    } else {
        for folder in session.folders.clone() {
            session.projects.load_folder(&folder);
        }
        for project in session.projects.all() {
            add(&mut graph, project.linter(), &project.files());
        }
    }
    let is_empty = graph.nodes.is_empty();
    (!is_empty).then(|| ShownGraph { mermaid: mermaid(&graph), svg: svg(&graph) })
}

fn add(graph: &mut Graph, linter: &Linter, files: &[&ReadFile<'_>]) {
    let sources: Vec<Source<'_>> = files.iter().map(|file| file.source).collect();
    graph.add(linter, &sources);
}
