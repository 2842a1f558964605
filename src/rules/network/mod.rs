//! Addresses, ports and the rules about them.

/// A file with a network and two subnets of those ranges, for examples.
macro_rules! network_with_subnets {
    ($first:literal, $second:literal) => {
        concat!(
            "exports.createResources = () => [\n  {\n    type: \"VirtualNetwork\",\n    group: \"Network\",\n    name: \"main\",\n",
            "    properties: () => ({ properties: { addressSpace: { addressPrefixes: [\"10.0.0.0/16\"] } } }),\n",
            "    dependencies: () => ({ resourceGroup: \"rg\" }),\n  },\n",
            "  {\n    type: \"Subnet\",\n    group: \"Network\",\n    name: \"one\",\n",
            "    properties: () => ({ properties: { addressPrefix: \"", $first, "\" } }),\n",
            "    dependencies: () => ({ resourceGroup: \"rg\", virtualNetwork: \"rg::main\" }),\n  },\n",
            "  {\n    type: \"Subnet\",\n    group: \"Network\",\n    name: \"two\",\n",
            "    properties: () => ({ properties: { addressPrefix: \"", $second, "\" } }),\n",
            "    dependencies: () => ({ resourceGroup: \"rg\", virtualNetwork: \"rg::main\" }),\n  },\n];\n"
        )
    };
}

crate::rules::area! { address, port, priority, subnet_outside, overlap }

mod block;
mod prefixes;
mod security_rule;

pub(super) use security_rule::security_rules;
