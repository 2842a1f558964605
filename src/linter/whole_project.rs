use std::collections::HashMap;

use super::Linter;
use crate::diagnostic::Diagnostic;
use crate::project::Project;
use crate::rules::{DomainRule, ProjectContext};

/// A project, and what is wrong with it as a whole.
pub(crate) struct WholeProject<'p, 's> {
    pub(crate) project: Project<'p, 's>,
    /// What was found of each resource, by its number.
    findings: HashMap<usize, Vec<(&'static DomainRule, Diagnostic)>>,
}

impl<'p, 's> WholeProject<'p, 's> {
    pub(super) fn new(linter: &Linter, project: Project<'p, 's>) -> Self {
        let mut findings: HashMap<usize, Vec<_>> = HashMap::new();
        for (rule, check) in &linter.rules.of_projects {
            let mut found = Vec::new();
            check(&ProjectContext { project: &project }, &mut found);
            for finding in found {
                findings.entry(finding.resource).or_default().push((*rule, finding.diagnostic));
            }
        }
        Self { project, findings }
    }

    /// What was found of the resource of that number.
    pub(super) fn findings(&self, resource: usize) -> &[(&'static DomainRule, Diagnostic)] {
        self.findings.get(&resource).map_or(&[], Vec::as_slice)
    }
}
