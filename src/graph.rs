//! The resources of projects and what they depend on, as a graph.

use serde::Serialize;

use crate::diagnostic::Severity;
use crate::linter::{FileReport, Linter, ReadFile, Source};
use crate::project::{Resource, SEPARATOR, last_name};
use crate::text::{LineIndex, slashed};

/// Resources, and which of them depend on which.
#[derive(Debug, Default, Serialize)]
pub struct Graph {
    /// The resources, in the order of files and texts.
    pub nodes: Vec<Node>,
    /// What they depend on, as far as it is declared.
    pub edges: Vec<Edge>,
}

/// A resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Node {
    /// The group (`Network`).
    pub group: String,
    /// The type in its group (`Subnet`).
    #[serde(rename = "type")]
    pub resource_type: String,
    /// The whole name, with those of its parents.
    pub name: String,
    /// The file that declares it.
    pub path: String,
    /// The line in the file, from 1.
    pub line: u32,
    /// How many findings there are about it.
    pub findings: usize,
    /// How grave the worst of them is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worst: Option<Severity>,
}

/// A dependency, from the resource that has it to the one that it names; both by their positions among the nodes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Edge {
    /// The resource that depends on the other.
    pub from: usize,
    /// The other.
    pub to: usize,
    /// The key of the dependency (`virtualNetwork`).
    pub key: String,
}

impl Graph {
    /// Adds the resources of files that belong together, and what is found about them.
    pub fn add(&mut self, linter: &Linter, sources: &[Source<'_>]) {
        let files: Vec<ReadFile<'_>> = sources.iter().map(ReadFile::read).collect();
        let whole = linter.project(&files, false);
        let project = &whole.project;
        let mut positions = vec![None; project.resources().len()];
        for (number, file) in files.iter().enumerate() {
            let report = linter.check_file(&whole, file, number);
            if report.passed_over {
                continue;
            }
            let lines = LineIndex::new(report.text);
            for resource in project.resources_in(number) {
                positions[project.number(resource)] = Some(self.nodes.len());
                self.nodes.push(Node::new(resource, &report, &lines));
            }
        }
        for resource in project.resources() {
            let Some(from) = positions[project.number(resource)] else { continue };
            for (link, target) in project.targets(resource) {
                if let Some(to) = positions[project.number(target)] {
                    self.edges.push(Edge { from, to, key: link.member.key.to_string() });
                }
            }
        }
        self.edges.sort();
        self.edges.dedup();
    }

    /// The edges without those that others imply: a subnet is in a network, and with it in the network's group.
    #[must_use]
    pub fn drawn_edges(&self) -> Vec<&Edge> {
        let name = |node: usize| self.nodes[node].name.as_str();
        let is_above = |one: usize, other: usize| {
            name(other).strip_prefix(name(one)).is_some_and(|rest| rest.starts_with(SEPARATOR))
        };
        let mut drawn = Vec::new();
        for edges in self.edges.chunk_by(|one, other| one.from == other.from) {
            let is_implied = |edge: &&Edge| edges.iter().any(|other| is_above(edge.to, other.to));
            let mut kept: Vec<&Edge> = edges.iter().filter(|edge| !is_implied(edge) && edge.from != edge.to).collect();
            kept.dedup_by_key(|edge| edge.to);
            drawn.extend(kept);
        }
        drawn
    }
}

impl Node {
    fn new(resource: &Resource<'_, '_>, report: &FileReport<'_>, lines: &LineIndex<'_>) -> Self {
        let body = resource.definition.body.span;
        let about = || report.diagnostics.iter().filter(|found| body.contains(found.span));
        let (group, resource_type) = resource.type_name().unwrap_or_default();
        Self {
            group: group.to_owned(),
            resource_type: resource_type.to_owned(),
            name: resource.name.shown().into_owned(),
            path: slashed(report.path),
            line: lines.position(resource.definition.handle().start).line,
            findings: about().count(),
            worst: about().map(|found| found.severity).max(),
        }
    }

    /// The last of its names: its own.
    #[must_use]
    pub fn own_name(&self) -> &str {
        last_name(&self.name)
    }
}
