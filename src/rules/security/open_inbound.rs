use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::document::{Object, Value};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::network::security_rules;
use crate::rules::{Check, DefinitionContext, NOTHING};

/// A file with a security rule that lets that source in to that port, for examples.
macro_rules! wall {
    ($source:literal, $port:literal) => {
        concat!(
            "exports.createResources = () => [\n  {\n    type: \"NetworkSecurityGroup\",\n    group: \"Network\",\n    name: \"wall\",\n",
            "    properties: () => ({\n      properties: {\n        securityRules: [\n          {\n            name: \"in\",\n            properties: {\n",
            "              protocol: \"Tcp\",\n              sourcePortRange: \"*\",\n              destinationPortRange: \"", $port, "\",\n",
            "              sourceAddressPrefix: \"", $source, "\",\n              destinationAddressPrefix: \"*\",\n",
            "              access: \"Allow\",\n              direction: \"Inbound\",\n              priority: 200,\n",
            "            },\n          },\n        ],\n      },\n    }),\n    dependencies: () => ({ resourceGroup: \"rg\" }),\n  },\n];\n"
        )
    };
}

pub(super) static RULE: Rule = Rule {
    code: RuleCode("security/open-inbound"),
    severity: Severity::Warning,
    enabled: true,
    summary: "A security rule lets anybody in to a port for management, or to every port",
    fix: FixAvailability::None,
    explanation: "Ports 22 (SSH), 3389 (RDP), 5985 and 5986 (WinRM) are tried by strangers all day. Reported are rules \
        that allow inbound traffic from anywhere (`*`, `0.0.0.0/0`, `::/0`, `Internet`) to one of them, or to all \
        ports. A protocol without ports, such as ICMP, is left alone.",
    source: "Azure's security baseline for network security groups",
    examples: &[
        Example::bad("resources.js", wall!("*", "22")),
        Example::bad("resources.js", wall!("Internet", "*")),
        Example::good("resources.js", wall!("*", "443")),
        Example::good("resources.js", wall!("10.0.0.0/8", "22")),
    ],
};

pub(super) const CHECK: Check = Check::Definition(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

/// The ports by which machines are managed.
const MANAGEMENT: [u16; 4] = [22, 3389, 5985, 5986];

fn check(context: &DefinitionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let Some(type_name) = context.known_type() else { return };
    for rule in security_rules(context.definition, type_name) {
        if !lets_in(rule.properties) || !is_from_anywhere(rule.properties) {
            continue;
        }
        let ports = values(rule.properties, ["destinationPortRange", "destinationPortRanges"]);
        if let Some((port, key)) = ports.into_iter().find_map(|(value, key)| Some((open_port(value)?, (value, key)))) {
            let (value, key) = key;
            let message = format!("anybody can reach {port}");
            let diagnostic = RULE.diagnostic(value.span, message).with_pointer(rule.pointer(key));
            found.push(diagnostic.with_help("Say from which addresses it may be reached."));
        }
    }
}


fn lets_in(properties: &Object<'_>) -> bool {
    let is = |key: &str, wanted: &str| properties.get_str(key).is_some_and(|text| text.eq_ignore_ascii_case(wanted));
    let has_ports = properties
        .get_str("protocol")
        .is_none_or(|protocol| !["icmp", "esp", "ah"].iter().any(|other| protocol.eq_ignore_ascii_case(other)));
    is("access", "Allow") && is("direction", "Inbound") && has_ports
}

fn is_from_anywhere(properties: &Object<'_>) -> bool {
    let is_anywhere = |text: &str| matches!(text, "*" | "0.0.0.0/0" | "::/0") || text.eq_ignore_ascii_case("Internet");
    values(properties, ["sourceAddressPrefix", "sourceAddressPrefixes"]).iter().any(|(value, _)| value.as_str().is_some_and(is_anywhere))
}

/// What stands under the first key, and in the list under the second.
fn values<'v, 's>(properties: &'v Object<'s>, [key, several]: [&str; 2]) -> Vec<(&'v Value<'s>, &'v str)> {
    let one = properties.get(key).into_iter().map(|member| (&member.value, &*member.key));
    let list = properties.get(several).into_iter().flat_map(|member| {
        let items = member.value.as_array().into_iter().flat_map(|array| &array.items);
        items.map(|item| (item, &*member.key))
    });
    one.chain(list).collect()
}

/// What of a range of ports should not be open, in words.
fn open_port(value: &Value<'_>) -> Option<String> {
    let text = value.as_str()?;
    let (first, last) = match text.split_once('-') {
        _ if text == "*" => (0, u16::MAX),
        Some((first, last)) => (first.parse().ok()?, last.parse().ok()?),
        None => (text.parse().ok()?, text.parse().ok()?),
    };
    if first <= 1 && last == u16::MAX {
        return Some("every port".to_owned());
    }
    let port = MANAGEMENT.into_iter().find(|port| (first..=last).contains(port))?;
    Some(format!("port {port}, by which machines are managed"))
}
