use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Output, Problem, Verdict, files, linters::Linters, mend, output::note, project_check, projects::together};
use crate::graph::Graph;
use crate::report::graph::{dot, json, mermaid, svg};

#[derive(Debug, Args)]
pub(super) struct GraphArguments {
    /// Files and folders; without any, the folder that lazuli runs in
    paths: Vec<PathBuf>,
    /// How to write the graph
    #[arg(long, value_enum, default_value_t)]
    format: GraphFormat,
    /// Write it to a file
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum GraphFormat {
    /// A flowchart that GitHub and many editors draw
    #[default]
    Mermaid,
    /// For Graphviz
    Dot,
    /// For programs
    Json,
    /// A picture
    Svg,
}

/// Runs `lazuli graph`.
pub(super) fn graph(arguments: &GraphArguments, output: &mut Output) -> Result<Verdict, Problem> {
    let here = [PathBuf::from(".")];
    let paths = if arguments.paths.is_empty() { &here } else { arguments.paths.as_slice() };
    let found = files::find(paths, output);
    let mut graph = Graph::default();
    for project in together(found, paths, &mut Linters::default(), output) {
        for problem in project_check::add_to_graph(&project, &mut graph) {
            output.problem(&problem);
        }
    }
    let text = match arguments.format {
        GraphFormat::Mermaid => mermaid(&graph),
        GraphFormat::Dot => dot(&graph),
        GraphFormat::Json => json(&graph),
        GraphFormat::Svg => svg(&graph),
    };
    match &arguments.output {
        Some(file) => mend::replace(file, &text)?,
        None => output.print(&text),
    }
    if graph.nodes.is_empty() && !output.had_problems() {
        note("no file there declares resources");
    }
    Ok(Verdict::Clean)
}
