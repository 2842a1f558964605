// What the machine is connected to.
exports.createResources = () => [
  {
    type: "ResourceGroup",
    group: "Resources",
    name: "rg-render",
    properties: ({ config }) => ({ location: config.location }),
  },
  {
    type: "VirtualNetwork",
    group: "Network",
    name: "render-net",
    properties: ({ config }) => ({
      location: config.location,
      properties: { addressSpace: { addressPrefixes: ["10.60.0.0/20"] } },
    }),
    dependencies: () => ({ resourceGroup: "rg-render" }),
  },
  {
    type: "NetworkSecurityGroup",
    group: "Network",
    name: "render-wall",
    properties: ({ config }) => ({
      location: config.location,
      properties: {
        securityRules: [
          {
            name: "ssh",
            properties: {
              priority: 100,
              direction: "Inbound",
              access: "Allow",
              protocol: "Tcp",
              // Open to everybody.
              sourceAddressPrefix: "*",
              sourcePortRange: "*",
              destinationAddressPrefix: "*",
              destinationPortRange: "22",
            },
          },
        ],
      },
    }),
    dependencies: () => ({ resourceGroup: "rg-render" }),
  },
  {
    type: "Subnet",
    group: "Network",
    name: "machines",
    properties: () => ({ properties: { addressPrefix: "10.60.1.0/24" } }),
    dependencies: () => ({
      resourceGroup: "rg-render",
      virtualNetwork: "rg-render::render-net",
      networkSecurityGroup: "rg-render::render-wall",
    }),
  },
  {
    type: "PublicIPAddress",
    group: "Network",
    name: "render-address",
    properties: ({ config }) => ({
      location: config.location,
      sku: { name: "Standard" },
      properties: { publicIPAllocationMethod: "Static", idleTimeoutInMinutes: 4 },
    }),
    dependencies: () => ({ resourceGroup: "rg-render" }),
  },
  {
    type: "NetworkInterface",
    group: "Network",
    name: "render-card",
    properties: ({ config, getId }) => ({
      location: config.location,
      properties: {
        enableAcceleratedNetworking: true,
        ipConfigurations: [
          {
            name: "main",
            properties: {
              privateIPAllocationMethod: "Dynamic",
              subnet: { id: getId({ type: "Subnet", group: "Network", name: "rg-render::render-net::machines" }) },
              publicIPAddress: {
                id: getId({ type: "PublicIPAddress", group: "Network", name: "rg-render::render-address" }),
              },
            },
          },
        ],
      },
    }),
    dependencies: () => ({
      resourceGroup: "rg-render",
      subnets: ["rg-render::render-net::machines"],
      publicIpAddresses: ["rg-render::render-address"],
    }),
  },
];
