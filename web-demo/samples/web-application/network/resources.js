exports.createResources = () => [
  {
    type: "VirtualNetwork",
    group: "Network",
    name: "shop-net",
    properties: ({ config }) => ({
      location: config.location,
      properties: { addressSpace: { addressPrefixes: ["10.40.0.0/16"] } },
    }),
    dependencies: () => ({ resourceGroup: "rg-shop" }),
  },
  {
    type: "NetworkSecurityGroup",
    group: "Network",
    name: "shop-endpoints-wall",
    properties: ({ config }) => ({
      location: config.location,
      properties: {
        securityRules: [
          {
            name: "from-application",
            properties: {
              priority: 100,
              direction: "Inbound",
              access: "Allow",
              protocol: "Tcp",
              sourceAddressPrefix: "10.40.1.0/24",
              sourcePortRange: "*",
              destinationAddressPrefix: "*",
              destinationPortRange: "443",
            },
          },
          {
            name: "from-operations",
            properties: {
              priority: 110,
              direction: "Inbound",
              access: "Allow",
              protocol: "Tcp",
              sourceAddressPrefix: "10.40.9.0/28",
              sourcePortRange: "*",
              destinationAddressPrefix: "*",
              destinationPortRange: "443",
            },
          },
          {
            name: "nothing-else",
            properties: {
              priority: 110, // taken by the rule above
              direction: "Inbound",
              access: "Deny",
              protocol: "Tcp",
              sourceAddressPrefix: "*",
              sourcePortRange: "*",
              destinationAddressPrefix: "*",
              destinationPortRange: "*",
            },
          },
        ],
      },
    }),
    dependencies: () => ({ resourceGroup: "rg-shop" }),
  },
  {
    type: "Subnet",
    group: "Network",
    name: "application",
    properties: () => ({
      properties: {
        addressPrefix: "10.40.1.0/24",
        delegations: [{ name: "web", properties: { serviceName: "Microsoft.Web/serverFarms" } }],
      },
    }),
    dependencies: () => ({ resourceGroup: "rg-shop", virtualNetwork: "rg-shop::shop-net" }),
  },
  {
    type: "Subnet",
    group: "Network",
    name: "endpoints",
    properties: () => ({
      properties: {
        // Outside of the network, which begins with 10.40.
        addressPrefix: "10.41.2.0/24",
        privateEndpointNetworkPolicies: "Disabled",
      },
    }),
    dependencies: () => ({
      resourceGroup: "rg-shop",
      virtualNetwork: "rg-shop::shop-net",
      networkSecurityGroup: "rg-shop::shop-endpoints-wall",
    }),
  },
  {
    type: "PrivateEndpoint",
    group: "Network",
    name: "shop-orders",
    properties: ({ config, getId }) => ({
      location: config.location,
      properties: {
        subnet: { id: getId({ type: "Subnet", group: "Network", name: "rg-shop::shop-net::endpoints" }) },
        manualPrivateLinkServiceConnections: [
          {
            name: "orders",
            properties: {
              privateLinkServiceId: `${config.databaseAccountId}`,
              groupIds: ["Sql"],
              requestMessage: "The shop reads and writes its orders",
            },
          },
        ],
      },
    }),
    dependencies: () => ({ resourceGroup: "rg-shop", subnet: "rg-shop::shop-net::endpoints" }),
  },
  {
    type: "PrivateEndpoint",
    group: "Network",
    name: "shop-secrets",
    properties: ({ config, getId }) => ({
      location: config.location,
      properties: {
        subnet: { id: getId({ type: "Subnet", group: "Network", name: "rg-shop::shop-net::endpoints" }) },
        privateLinkServiceConnections: [
          {
            name: "secrets",
            properties: {
              privateLinkServiceId: `${config.vaultId}`,
              groupIds: ["vault"],
            },
          },
        ],
      },
    }),
    dependencies: () => ({ resourceGroup: "rg-shop", subnet: "rg-shop::shop-net::endpoints" }),
  },
];
