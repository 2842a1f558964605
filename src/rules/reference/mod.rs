//! How resources refer to one another.

crate::rules::area! {
    unknown_dependency, missing_parent, wrong_shape, dangling, wrong_type, get_id, name_case, parent_prefix, duplicate,
    cycle,
}

mod fault;
mod insertion;
mod meant_key;
mod suggestion;

use crate::document::Notation;
use crate::rules::DefinitionContext;

/// Whether what a definition refers to can be told: not in what lies over the project, nor where a program or a
/// template passes objects instead of names.
fn is_followed(context: &DefinitionContext<'_, '_>) -> bool {
    // A type of Azure Resource Manager has no dependencies in GruCloud's sense, whoever declares it.
    let has_names = matches!(context.definition.notation, Notation::Program | Notation::Data);
    has_names && context.project.counts(context.resource) && !context.definition.has_arm_type()
}

/// A file with a network and what hangs on it, for examples: the dependencies of the subnet are given.
macro_rules! subnet {
    ($($dependency:literal),* $(,)?) => {
        concat!(
            "exports.createResources = () => [\n",
            "  { type: \"ResourceGroup\", group: \"Resources\", name: \"rg\", properties: () => ({}) },\n",
            "  {\n    type: \"VirtualNetwork\",\n    group: \"Network\",\n    name: \"net\",\n",
            "    properties: () => ({ properties: { addressSpace: { addressPrefixes: [\"10.0.0.0/16\"] } } }),\n",
            "    dependencies: () => ({ resourceGroup: \"rg\" }),\n  },\n",
            "  {\n    type: \"RouteTable\",\n    group: \"Network\",\n    name: \"routes\",\n    properties: () => ({}),\n",
            "    dependencies: () => ({ resourceGroup: \"rg\" }),\n  },\n",
            "  {\n    type: \"Subnet\",\n    group: \"Network\",\n    name: \"inner\",\n",
            "    properties: () => ({ properties: { addressPrefix: \"10.0.1.0/24\" } }),\n",
            "    dependencies: () => ({",
            $(" ", $dependency, ",",)*
            " }),\n  },\n];\n"
        )
    };
}
use subnet;
