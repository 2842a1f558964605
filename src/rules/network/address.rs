use super::block::{Block, BlockError};
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::document::Value;
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, MemberContext, NOTHING};
use crate::text::{quote_value, replacement_of_string};

/// A file with a network of that range, for examples.
macro_rules! network {
    ($prefix:literal) => {
        concat!(
            "exports.createResources = () => [\n  {\n    type: \"VirtualNetwork\",\n    group: \"Network\",\n    name: \"main\",\n",
            "    properties: () => ({\n      properties: { addressSpace: { addressPrefixes: [\"",
            $prefix,
            "\"] } },\n    }),\n    dependencies: () => ({ resourceGroup: \"rg\" }),\n  },\n];\n"
        )
    };
}

pub(super) static RULE: Rule = Rule {
    code: RuleCode("network/address"),
    severity: Severity::Error,
    enabled: true,
    summary: "Not an IP address or a block of them, or a block with more than its network",
    fix: FixAvailability::Safe,
    explanation: "Address ranges are CIDR blocks: `10.0.0.0/16`. Of the address only the bits of the network may be \
        set: `10.0.0.1/24` is refused where `10.0.0.0/24` is meant. `*`, nothing, and service tags such as \
        `VirtualNetwork` are right where Azure takes them: in security rules and routes.",
    source: "Azure's documentation of virtual networks",
    examples: &[
        Example::bad("resources.js", network!("10.0.0.1/16")),
        Example::bad("resources.js", network!("10.0.0/16")),
        Example::good("resources.js", network!("10.0.0.0/16")),
    ],
};

/// Where a range of addresses stands.
const RANGES: [&str; 6] = [
    "addressPrefix", "addressPrefixes", "sourceAddressPrefix", "sourceAddressPrefixes", "destinationAddressPrefix",
    "destinationAddressPrefixes",
];

pub(super) const CHECK: Check = Check::Member(
    &[
        "addressPrefix", "addressPrefixes", "sourceAddressPrefix", "sourceAddressPrefixes", "destinationAddressPrefix",
        "destinationAddressPrefixes", "privateIPAddress", "startIpAddress", "endIpAddress", "gatewayIpAddress",
        "bgpPeeringAddress", "nextHopIpAddress",
    ],
    check,
);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &MemberContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let member = context.member;
    let kind = match context.definition.known_type() {
        Some(("Network", "VirtualNetwork" | "Subnet")) if RANGES.contains(&&*member.key) => Kind::Block,
        _ if RANGES.contains(&&*member.key) => Kind::BlockOrTag,
        _ => Kind::Address,
    };
    context.report_each(|value| mistake(value, kind, context), found);
}

/// What a place takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// One address.
    Address,
    /// A block.
    Block,
    /// A block, an address, or the name of a service.
    BlockOrTag,
}

fn mistake(value: &Value<'_>, kind: Kind, context: &MemberContext<'_, '_>) -> Option<Diagnostic> {
    let text = value.as_str().filter(|text| !text.is_empty() && *text != "*" && !is_placeholder(text))?;
    let is_a_tag = text.starts_with(|first: char| first.is_ascii_alphabetic()) && !text.contains(':');
    if kind == Kind::BlockOrTag && is_a_tag {
        return None;
    }
    let wanted = if kind == Kind::Address { "an IP address" } else { "a block of IP addresses" };
    let diagnostic = |message: String| RULE.diagnostic(value.span, message);
    match Block::parse(text) {
        Err(BlockError::Address) => {
            let example = if kind == Kind::Address { "10.0.0.4" } else { "10.0.0.0/16" };
            let message = format!("{} is not {wanted}", quote_value(text));
            Some(diagnostic(message).with_help(format!("Write it as in `{example}`.")))
        }
        Err(BlockError::Prefix(bits)) => {
            let message = format!("{} is not {wanted}", quote_value(text));
            Some(diagnostic(message).with_help(format!("Behind the slash stands a number from 0 to {bits}.")))
        }
        Ok(_) if kind == Kind::Address && text.contains('/') => {
            Some(diagnostic(format!("{} is a block, and not one IP address", quote_value(text))))
        }
        Ok(_) if kind == Kind::Block && !text.contains('/') => {
            let message = format!("{} is one address, and not a block", quote_value(text));
            Some(diagnostic(message).with_help("Say how many bits are those of the network, as in `10.0.0.0/16`."))
        }
        Ok(block) if kind != Kind::Address && block != block.network() => {
            let network = block.network().to_string();
            let message = format!("{} has bits set behind those of the network", quote_value(text));
            let edit = replacement_of_string(context.definition.text, value.span, &network);
            Some(
                diagnostic(message)
                    .with_help(format!("The network is `{network}`."))
                    .with_fix(Fix::safe(format!("Write `{network}`"), edit)),
            )
        }
        Ok(_) => None,
    }
}

/// What documentation has in the place of a value.
fn is_placeholder(text: &str) -> bool {
    text.starts_with(['{', '<', '[']) || text.bytes().all(|byte| matches!(byte, b'x' | b'X' | b'.' | b'/' | b'*'))
}
