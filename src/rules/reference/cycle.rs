use super::is_followed;
use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::project::{Cycle, Project};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING};
use crate::text::escape_controls;

/// A file with a firewall in a hub that has these dependencies besides, for examples.
macro_rules! hub {
    ($dependencies:literal) => {
        concat!(
            "exports.createResources = () => [\n  {\n    type: \"VirtualHub\",\n    group: \"Network\",\n    name: \"hub\",\n    properties: () => ({}),\n",
            "    dependencies: () => ({ resourceGroup: \"rg\"",
            $dependencies,
            " }),\n  },\n",
            "  {\n    type: \"AzureFirewall\",\n    group: \"Network\",\n    name: \"wall\",\n    properties: () => ({}),\n",
            "    dependencies: () => ({ resourceGroup: \"rg\", virtualHub: \"rg::hub\" }),\n  },\n];\n"
        )
    };
}

pub(super) static RULE: Rule = Rule {
    code: RuleCode("reference/cycle"),
    severity: Severity::Error,
    enabled: true,
    summary: "Resources depend on one another in a circle",
    fix: FixAvailability::None,
    explanation: "A resource is created when those it depends on are there. In a circle none can be the first, and \
        the deployment waits for ever or fails.",
    source: "the files of the project",
    examples: &[
        Example::bad("resources.js", hub!(", azureFirewall: \"rg::wall\"")),
        Example::good("resources.js", hub!("")),
    ],
};

pub(super) const CHECK: Check = Check::Definition(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &DefinitionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    if !is_followed(context) {
        return;
    }
    let (project, resource) = (context.project, context.resource);
    let number = project.number(resource);
    for cycle in project.cycles().iter().filter(|cycle| teller(project, cycle) == Some(number)) {
        let at = cycle.members.iter().position(|member| *member == number).unwrap_or_default();
        let next = cycle.members.get(at + 1).or_else(|| cycle.members.first());
        let link = project.targets(resource).find(|(_, target)| next == Some(&project.number(target)));
        let span = link.map_or(context.definition.handle(), |(link, _)| link.value.span);
        found.push(
            RULE.diagnostic(span, format!("these resources wait for one another: {}", way(project, cycle)))
                .with_help("Take one of the dependencies away."),
        );
    }
}

/// The member of a circle at which it is told: the first in a file that is asked about.
fn teller(project: &Project<'_, '_>, cycle: &Cycle) -> Option<usize> {
    let is_reported = |member: &&usize| project.files[project.resources()[**member].file].is_reported;
    cycle.members.iter().filter(is_reported).min().copied()
}

/// `a -> b -> a`
fn way(project: &Project<'_, '_>, cycle: &Cycle) -> String {
    let name = |member: &usize| escape_controls(&project.resources()[*member].name.shown()).into_owned();
    let mut names: Vec<String> = cycle.members.iter().map(name).collect();
    if cycle.length > cycle.members.len() {
        names.push(format!("{} more", cycle.length - cycle.members.len()));
    }
    names.extend(cycle.members.first().map(name));
    names.join(" -> ")
}
