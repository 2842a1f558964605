use super::prefixes::{Prefix, inner_subnets, prefixes_of_network, subnet};
use crate::diagnostic::{Diagnostic, OtherFile, RuleCode, Severity};
use crate::document::Definition;
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING};
use crate::text::{Span, join_alternatives, quote_value};

pub(super) static RULE: Rule = Rule {
    code: RuleCode("network/subnet-outside"),
    severity: Severity::Error,
    enabled: true,
    summary: "A subnet has addresses that its virtual network does not have",
    fix: FixAvailability::None,
    explanation: "Every range of a subnet lies inside one of the ranges of its network, `addressSpace`. Looked at are \
        subnets inside their network and those that name it as a dependency, wherever in the project it is declared.",
    source: "Azure's documentation of virtual networks",
    examples: &[
        Example::bad("resources.js", network_with_subnets!("10.1.0.0/24", "10.0.1.0/24")),
        Example::good("resources.js", network_with_subnets!("10.0.0.0/24", "10.0.1.0/24")),
    ],
};

pub(super) const CHECK: Check = Check::Definition(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

/// How many ranges a message lists.
const MOST_LISTED: usize = 5;

fn check(context: &DefinitionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let (project, resource) = (context.project, context.resource);
    match context.known_type() {
        Some(("Network", "VirtualNetwork")) => {
            for subnet in inner_subnets(context.definition) {
                look(context.definition, None, &subnet.prefixes(), found);
            }
        }
        Some(("Network", "Subnet")) if project.counts(resource) => {
            let network = project.targets(resource).find(|(link, _)| link.member.key == "virtualNetwork");
            let Some((_, network)) = network.filter(|(_, network)| !network.definition.is_conditional) else { return };
            let Some(subnet) = subnet(context.definition) else { return };
            let place = |span| project.elsewhere(network.file, span, resource.file);
            look(network.definition, Some(&place), &subnet.prefixes(), found);
        }
        _ => {}
    }
}

/// The file that a span of the network is in, where that is another one.
type PlaceOfNetwork<'p> = &'p dyn Fn(Span) -> Option<OtherFile>;

fn look(
    network: &Definition<'_>,
    place: Option<PlaceOfNetwork<'_>>,
    subnet: &[Prefix<'_, '_>],
    found: &mut Vec<Diagnostic>,
) {
    let (ranges, is_open) = prefixes_of_network(network);
    if is_open || ranges.is_empty() {
        return;
    }
    for prefix in subnet.iter().filter(|prefix| !ranges.iter().any(|range| range.block.contains(prefix.block))) {
        let written = prefix.value.as_str().unwrap_or_default();
        let message = format!("{} lies outside its virtual network", quote_value(written));
        let listed = join_alternatives(ranges.iter().filter_map(|range| range.value.as_str()), MOST_LISTED);
        let span = ranges[0].value.span;
        found.push(
            RULE.diagnostic(prefix.value.span, message)
                .with_pointer(&prefix.pointer)
                .with_related_in(place.and_then(|place| place(span)), "the network's addresses", span)
                .with_help(format!("Take a part of {listed}.")),
        );
    }
}
