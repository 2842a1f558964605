use std::collections::{BTreeMap, HashSet};

use super::{
    block::Block,
    prefixes::{Prefix, inner_subnets, prefixes_of_network, subnet},
};
use crate::diagnostic::{RuleCode, Severity};
use crate::project::Project;
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, NOTHING, ProjectContext, ProjectFinding};
use crate::text::{Span, quote_value};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("network/overlap"),
    severity: Severity::Error,
    enabled: true,
    summary: "Subnets of one network, or its own ranges, have addresses in common",
    fix: FixAvailability::None,
    explanation: "An address belongs to one subnet. Compared are the subnets of one virtual network, those inside it \
        and those that name it, in all files of the project, and the ranges of the network itself. Resources that \
        only some condition brings are not compared.",
    source: "Azure's documentation of virtual networks",
    examples: &[
        Example::bad("resources.js", network_with_subnets!("10.0.0.0/23", "10.0.1.0/24")),
        Example::good("resources.js", network_with_subnets!("10.0.0.0/24", "10.0.1.0/24")),
    ],
};

pub(super) const CHECK: Check = Check::Project(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

/// A range of addresses that something has for itself.
struct Taken<'v> {
    block: Block,
    written: &'v str,
    span: Span,
    /// Where it stands in the properties of the resource.
    pointer: String,
    /// The number of the resource that says so.
    resource: usize,
}

/// The subnets of a network.
#[derive(Default)]
struct Subnets<'v> {
    ranges: Vec<Taken<'v>>,
    /// The names of those that stand inside it: one that is declared on its own, too, is the same.
    inner: HashSet<&'v str>,
}

fn check(context: &ProjectContext<'_, '_, '_>, found: &mut Vec<ProjectFinding>) {
    let project = context.project;
    let mut of_networks = BTreeMap::new();
    for network in project.resources_of("Network", "VirtualNetwork") {
        if network.definition.is_conditional {
            continue;
        }
        let number = project.number(network);
        let ranges = prefixes_of_network(network.definition).0;
        report(project, ranges.into_iter().map(|prefix| taken(prefix, number)).collect(), found);
        let subnets: &mut Subnets<'_> = of_networks.entry(network.name.shown()).or_default();
        for subnet in inner_subnets(network.definition) {
            subnets.inner.extend(subnet.name);
            subnets.ranges.extend(subnet.prefixes().into_iter().map(|prefix| taken(prefix, number)));
        }
    }
    for resource in project.resources_of("Network", "Subnet") {
        let network = resource.links.iter().find(|link| link.member.key == "virtualNetwork");
        let (Some(network), Some(subnet)) = (network, subnet(resource.definition)) else { continue };
        if resource.definition.is_conditional || !network.name.is_settled() {
            continue;
        }
        let number = project.number(resource);
        let subnets = of_networks.entry(network.name.shown()).or_default();
        if subnet.name.is_none_or(|name| !subnets.inner.contains(name)) {
            subnets.ranges.extend(subnet.prefixes().into_iter().map(|prefix| taken(prefix, number)));
        }
    }
    for subnets in of_networks.into_values() {
        report(project, subnets.ranges, found);
    }
}

fn taken<'v>(prefix: Prefix<'v, '_>, resource: usize) -> Taken<'v> {
    let Prefix { block, value, pointer } = prefix;
    Taken { block, written: value.as_str().unwrap_or_default(), span: value.span, pointer, resource }
}

/// Reports each range that begins inside one before it.
fn report(project: &Project<'_, '_>, mut ranges: Vec<Taken<'_>>, found: &mut Vec<ProjectFinding>) {
    ranges.sort_by_key(|range| (range.block.is_v6(), range.block.bounds().0));
    let mut widest: Option<&Taken<'_>> = None;
    for range in &ranges {
        let before = widest.filter(|before| before.block.is_v6() == range.block.is_v6());
        if let Some(before) = before.filter(|before| before.block.bounds().1 >= range.block.bounds().0) {
            found.push(overlap(project, before, range));
        }
        if before.is_none_or(|before| before.block.bounds().1 < range.block.bounds().1) {
            widest = Some(range);
        }
    }
}

fn overlap(project: &Project<'_, '_>, one: &Taken<'_>, other: &Taken<'_>) -> ProjectFinding {
    // The one that was written later is told.
    let resource = |taken: &Taken<'_>| &project.resources()[taken.resource];
    let is_first = if one.resource == other.resource {
        one.span < other.span
    } else {
        project.comes_before(resource(one), resource(other))
    };
    let (first, second) = if is_first { (one, other) } else { (other, one) };
    let place = project.elsewhere(resource(first).file, first.span, resource(second).file);
    let message = format!("{} has addresses in common with {}", quote_value(second.written), quote_value(first.written));
    let diagnostic = RULE
        .diagnostic(second.span, message)
        .with_pointer(&second.pointer)
        .with_related_in(place, "taken here", first.span)
        .with_help("Give each its own range.");
    ProjectFinding { resource: second.resource, diagnostic }
}
