// A machine in a network of its own, reached through a gateway for what it sends.
exports.createResources = () => [
  {
    type: "ResourceGroup",
    group: "Resources",
    properties: ({ config }) => ({ name: "rg-reports", location: config.location }),
  },
  {
    type: "VirtualNetwork",
    group: "Network",
    properties: ({ config }) => ({
      name: "net",
      location: config.location,
      properties: { addressSpace: { addressPrefixes: ["10.20.0.0/16"] } },
    }),
    dependencies: () => ({ resourceGroup: "rg-reports" }),
  },
  {
    type: "NetworkSecurityGroup",
    group: "Network",
    properties: () => ({
      name: "wall",
      properties: {
        securityRules: [
          {
            name: "web",
            properties: {
              protocol: "Tcp",
              sourcePortRange: "*",
              destinationPortRange: "443",
              sourceAddressPrefix: "Internet",
              destinationAddressPrefix: "*",
              access: "Allow",
              direction: "Inbound",
              priority: 100,
            },
          },
        ],
      },
    }),
    dependencies: () => ({ resourceGroup: "rg-reports" }),
  },
  {
    type: "PublicIPAddress",
    group: "Network",
    properties: () => ({
      name: "exit",
      sku: { name: "Standard" },
      properties: { publicIPAllocationMethod: "Static" },
    }),
    dependencies: () => ({ resourceGroup: "rg-reports" }),
  },
  {
    type: "NatGateway",
    group: "Network",
    properties: ({ getId }) => ({
      name: "gateway",
      sku: { name: "Standard" },
      properties: {
        publicIpAddresses: [
          { id: getId({ type: "PublicIPAddress", group: "Network", name: "rg-reports::exit" }) },
        ],
      },
    }),
    dependencies: () => ({ resourceGroup: "rg-reports", publicIpAddresses: ["rg-reports::exit"] }),
  },
  {
    type: "Subnet",
    group: "Network",
    properties: () => ({ name: "machines", properties: { addressPrefix: "10.20.1.0/24" } }),
    dependencies: () => ({
      resourceGroup: "rg-reports",
      virtualNetwork: "rg-reports::net",
      networkSecurityGroup: "rg-reports::wall",
      natGateway: "rg-reports::gateway",
    }),
  },
  {
    type: "NetworkInterface",
    group: "Network",
    properties: ({ config, getId }) => ({
      name: "card",
      location: config.location,
      properties: {
        ipConfigurations: [
          {
            name: "main",
            properties: {
              subnet: { id: getId({ type: "Subnet", group: "Network", name: "rg-reports::net::machines" }) },
            },
          },
        ],
      },
    }),
    dependencies: () => ({ resourceGroup: "rg-reports", subnets: ["rg-reports::net::machines"] }),
  },
  {
    type: "VirtualMachine",
    group: "Compute",
    properties: ({ config, getId }) => ({
      name: "reporter",
      location: config.location,
      properties: {
        hardwareProfile: { vmSize: "Standard_B1ls" },
        osProfile: {
          computerName: "reporter",
          adminUsername: "ops",
          adminPassword: process.env.RG_REPORTS_REPORTER_ADMIN_PASSWORD,
        },
        networkProfile: {
          networkInterfaces: [
            { id: getId({ type: "NetworkInterface", group: "Network", name: "rg-reports::card" }) },
          ],
        },
      },
    }),
    dependencies: () => ({ resourceGroup: "rg-reports", networkInterfaces: ["rg-reports::card"] }),
  },
];
