use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::document::Value;
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, MemberContext, NOTHING};
use crate::text::quote_value;

/// A file with a security rule for that port, for examples.
macro_rules! security_rule {
    ($port:literal) => {
        concat!(
            "exports.createResources = () => [\n  {\n    type: \"SecurityRule\",\n    group: \"Network\",\n    name: \"web\",\n",
            "    properties: () => ({\n      properties: {\n        protocol: \"Tcp\",\n        sourcePortRange: \"*\",\n        destinationPortRange: \"",
            $port,
            "\",\n        sourceAddressPrefix: \"VirtualNetwork\",\n        destinationAddressPrefix: \"*\",\n        access: \"Allow\",\n",
            "        direction: \"Inbound\",\n        priority: 200,\n      },\n    }),\n",
            "    dependencies: () => ({ resourceGroup: \"rg\", networkSecurityGroup: \"rg::wall\" }),\n  },\n];\n"
        )
    };
}

pub(super) static RULE: Rule = Rule {
    code: RuleCode("network/port"),
    severity: Severity::Error,
    enabled: true,
    summary: "Not a port, a range of ports, or `*`",
    fix: FixAvailability::None,
    explanation: "A security rule takes `22`, `8000-8080` or `*`, each as a string. Several go into \
        `destinationPortRanges`, and not behind commas.",
    source: "Azure's documentation of security rules",
    examples: &[
        Example::bad("resources.js", security_rule!("443,8443")),
        Example::bad("resources.js", security_rule!("8080-8000")),
        Example::good("resources.js", security_rule!("8000-8080")),
    ],
};

pub(super) const CHECK: Check = Check::Member(
    &["sourcePortRange", "sourcePortRanges", "destinationPortRange", "destinationPortRanges"],
    check,
);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &MemberContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    context.report_each(mistake, found);
}

fn mistake(value: &Value<'_>) -> Option<Diagnostic> {
    let text = value.as_str().filter(|text| !text.is_empty() && !text.starts_with(['{', '<']))?;
    if is_port_range(text) {
        return None;
    }
    let message = format!("{} is no port, no range of ports and not `*`", quote_value(text));
    let help = if text.contains([',', ';', ' ']) {
        "Several go into the list beside it, which has an `s` at its end."
    } else {
        "Ports are numbers from 0 to 65535: write `22`, `8000-8080` or `*`."
    };
    Some(RULE.diagnostic(value.span, message).with_help(help))
}

fn is_port_range(text: &str) -> bool {
    let port = |text: &str| text.parse::<u16>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    text == "*"
        || match text.split_once('-') {
            Some((first, last)) => port(first).zip(port(last)).is_some_and(|(first, last)| first <= last),
            None => port(text).is_some(),
        }
}
