// Two files that belong together: a network, and a subnet in it that has addresses which the network does not have.

export const NETWORK = `exports.createResources = () => [
  {
    type: "ResourceGroup",
    group: "Resources",
    name: "rg",
    properties: ({ config }) => ({ location: config.location }),
  },
  {
    type: "VirtualNetwork",
    group: "Network",
    name: "rg::net",
    properties: () => ({ properties: { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } } }),
    dependencies: () => ({ resourceGroup: "rg" }),
  },
];
`;

export const SUBNET = `exports.createResources = () => [
  {
    type: "Subnet",
    group: "Network",
    name: "rg::net::machines",
    properties: () => ({ properties: { addressPrefix: "10.1.0.0/24" } }),
    dependencies: () => ({ resourceGroup: "rg", virtualNetwork: "rg::net" }),
  },
];
`;
