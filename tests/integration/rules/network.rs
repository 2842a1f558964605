use super::{alarms, assert_table, definition};

fn network(prefixes: &str, subnets: &str) -> String {
    let properties =
        format!("properties: {{ addressSpace: {{ addressPrefixes: [{prefixes}] }}, subnets: [{subnets}] }}");
    definition("Network", "VirtualNetwork", "net", &properties, "resourceGroup: \"rg\"")
}

fn subnet(name: &str, prefix: &str) -> String {
    let properties = format!("properties: {{ addressPrefix: {prefix} }}");
    definition("Network", "Subnet", name, &properties, "resourceGroup: \"rg\", virtualNetwork: \"rg::net\"")
}

const SPACE: &str = "\"10.0.0.0/16\"";

#[test]
fn subnets_lie_in_their_network_and_apart() {
    let outside = |place: &'static str| ("network/subnet-outside", place);
    let overlap = |place: &'static str| ("network/overlap", place);
    let inner =
        |name: &str, prefix: &str| format!("{{ name: \"{name}\", properties: {{ addressPrefix: {prefix} }} }},");
    assert_table(&[
        ([network(SPACE, ""), subnet("a", "\"10.0.1.0/24\""), subnet("b", "\"10.0.2.0/24\"")].concat(), &[]),
        ([network(SPACE, ""), subnet("a", "\"10.1.0.0/24\"")].concat(), &[outside("\"10.1.0.0/24\"")]),
        ([network("\"10.0.0.0/16\", \"10.1.0.0/16\"", ""), subnet("a", "\"10.1.0.0/24\"")].concat(), &[]),
        // There may be more ranges.
        ([network("\"10.0.0.0/16\", process.env.MORE", ""), subnet("a", "\"10.1.0.0/24\"")].concat(), &[]),
        ([network("\"10.0.0.0/16\", ...more()", ""), subnet("a", "\"10.1.0.0/24\"")].concat(), &[]),
        ([network(SPACE, ""), subnet("a", "process.env.RANGE")].concat(), &[]),
        (
            [network(SPACE, ""), subnet("a", "\"10.0.1.0/24\""), subnet("b", "\"10.0.1.128/25\"")].concat(),
            &[overlap("\"10.0.1.128/25\"")],
        ),
        // A subnet inside its network and once more on its own is one.
        ([network(SPACE, &inner("a", "\"10.0.1.0/24\"")), subnet("a", "\"10.0.1.0/24\"")].concat(), &[]),
        (
            [network(SPACE, &inner("a", "\"10.0.1.0/24\"")), subnet("b", "\"10.0.1.0/24\"")].concat(),
            &[overlap("\"10.0.1.0/24\"")],
        ),
        (network(SPACE, &inner("a", "\"10.7.0.0/24\"")), &[outside("\"10.7.0.0/24\"")]),
        (network("\"10.0.0.0/16\", \"10.0.0.0/8\"", ""), &[overlap("\"10.0.0.0/8\"")]),
        // The two versions of the protocol have nothing to do with one another.
        (network("\"10.0.0.0/16\", \"fd00::/48\"", ""), &[]),
        // The network is not declared here: still no address is given twice.
        ([subnet("a", "\"10.0.1.0/24\""), subnet("b", "\"10.0.1.0/24\"")].concat(), &[overlap("\"10.0.1.0/24\"")]),
    ]);
}

fn rule(members: &str) -> String {
    let properties = format!(
        "properties: {{ protocol: \"Tcp\", access: \"Allow\", direction: \"Inbound\", priority: 200, sourcePortRange: \"*\", destinationAddressPrefix: \"*\", {members} }}"
    );
    definition(
        "Network",
        "SecurityRule",
        "in",
        &properties,
        "resourceGroup: \"rg\", networkSecurityGroup: \"rg::wall\"",
    )
}

#[test]
fn ports_and_addresses_of_security_rules() {
    let (port, address) = ("network/port", "network/address");
    let table: [(&str, &[(&str, &str)]); 13] = [
        ("sourceAddressPrefix: \"VirtualNetwork\", destinationPortRange: \"443\"", &[]),
        ("sourceAddressPrefix: \"Storage.WestEurope\", destinationPortRange: \"8000-8080\"", &[]),
        ("sourceAddressPrefix: \"10.0.0.4\", destinationPortRange: \"*\"", &[]),
        ("sourceAddressPrefix: \"\", destinationPortRange: \"\"", &[]),
        ("sourceAddressPrefixes: [\"10.0.0.0/8\", \"fd00::/8\"], destinationPortRanges: [\"80\", \"443\"]", &[]),
        ("sourceAddressPrefix: \"10.0.0.4/8\", destinationPortRange: \"443\"", &[(address, "\"10.0.0.4/8\"")]),
        ("sourceAddressPrefix: \"10.0.0\", destinationPortRange: \"443\"", &[(address, "\"10.0.0\"")]),
        ("sourceAddressPrefixes: [\"10.0.0.0/40\"], destinationPortRange: \"443\"", &[(address, "\"10.0.0.0/40\"")]),
        ("sourceAddressPrefix: \"VirtualNetwork\", destinationPortRange: \"https\"", &[(port, "\"https\"")]),
        ("sourceAddressPrefix: \"VirtualNetwork\", destinationPortRange: \"65536\"", &[(port, "\"65536\"")]),
        ("sourceAddressPrefix: \"VirtualNetwork\", destinationPortRange: \"9-8\"", &[(port, "\"9-8\"")]),
        ("sourceAddressPrefix: \"VirtualNetwork\", destinationPortRanges: [\"80,443\"]", &[(port, "\"80,443\"")]),
        ("sourceAddressPrefix: process.env.SOURCE, destinationPortRange: `${process.env.PORT}`", &[]),
    ];
    for (members, expected) in table {
        assert_table(&[(rule(members), expected)]);
    }
}

#[test]
fn one_priority_for_each_rule_of_a_direction() {
    let in_group = |rules: &[(&str, &str, &str)]| {
        let rules: Vec<String> = rules
            .iter()
            .map(|(name, direction, priority)| {
                format!(
                    "{{ name: \"{name}\", properties: {{ protocol: \"Tcp\", access: \"Deny\", direction: \"{direction}\", priority: {priority}, sourcePortRange: \"*\", destinationPortRange: \"443\", sourceAddressPrefix: \"*\", destinationAddressPrefix: \"*\" }} }}"
                )
            })
            .collect();
        let properties = format!("properties: {{ securityRules: [{}] }}", rules.join(", "));
        definition("Network", "NetworkSecurityGroup", "wall", &properties, "resourceGroup: \"rg\"")
    };
    let wrong = |place: &'static str| ("network/priority", place);
    let alone = rule("sourceAddressPrefix: \"VirtualNetwork\", destinationPortRange: \"443\"");
    assert_table(&[
        (in_group(&[("a", "Inbound", "200"), ("b", "Outbound", "200")]), &[]),
        (in_group(&[("a", "Inbound", "200"), ("b", "Inbound", "200")]), &[wrong("200")]),
        (in_group(&[("a", "Inbound", "process.env.A"), ("b", "Inbound", "200")]), &[]),
        (in_group(&[("a", "Inbound", "65000")]), &[wrong("65000")]),
        ([in_group(&[("a", "Inbound", "200")]), alone.clone()].concat(), &[wrong("200")]),
        // The same rule, inside the group and on its own.
        ([in_group(&[("in", "Inbound", "200")]), alone].concat(), &[]),
    ]);
}

#[test]
fn only_doors_for_management_are_told_to_be_open() {
    let open = "security/open-inbound";
    let table = [
        ("sourceAddressPrefix: \"*\", destinationPortRange: \"22\"", Some(open)),
        ("sourceAddressPrefix: \"Internet\", destinationPortRange: \"3000-4000\"", Some(open)),
        (
            "sourceAddressPrefixes: [\"10.0.0.0/8\", \"0.0.0.0/0\"], destinationPortRanges: [\"80\", \"5985\"]",
            Some(open),
        ),
        ("sourceAddressPrefix: \"*\", destinationPortRange: \"*\"", Some(open)),
        ("sourceAddressPrefix: \"*\", destinationPortRange: \"443\"", None),
        ("sourceAddressPrefix: \"10.0.0.0/8\", destinationPortRange: \"22\"", None),
        ("sourceAddressPrefix: \"*\", destinationPortRange: \"22\", access: \"Deny\"", None),
        ("sourceAddressPrefix: \"*\", destinationPortRange: \"22\", direction: \"Outbound\"", None),
        ("sourceAddressPrefix: \"*\", destinationPortRange: \"*\", protocol: \"Icmp\"", None),
        ("sourceAddressPrefix: process.env.SOURCE, destinationPortRange: \"22\"", None),
    ];
    for (members, expected) in table {
        let text =
            super::program(&format!("{}\n", rule("").replace(",  } })", &format!(", ...{{ {members} }} }} }})"))));
        let found: Vec<String> = alarms(&text).into_iter().map(|(rule, _)| rule).collect();
        assert_eq!(found, expected.map(str::to_owned).into_iter().collect::<Vec<_>>(), "{text}");
    }
}
