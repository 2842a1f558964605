// A shop: a web application that reaches its database and its secrets through private endpoints alone.
// The other files declare the network, the data and the application itself.
exports.createResources = () => [
  {
    type: "ResourceGroup",
    group: "Resources",
    name: "rg-shop",
    properties: ({ config }) => ({
      location: config.location,
      tags: { product: "shop", stage: config.stage },
    }),
  },
  {
    type: "UserAssignedIdentity",
    group: "ManagedIdentity",
    name: "shop-web",
    properties: ({ config }) => ({ location: config.location }),
    dependencies: () => ({ resourceGroup: "rg-shop" }),
  },
  {
    type: "Workspace",
    group: "OperationalInsights",
    name: "shop-logs",
    properties: ({ config }) => ({
      location: config.location,
      properties: {
        sku: { name: "PerGB2018" },
        retentionInDays: 30,
      },
    }),
    dependencies: () => ({ resourceGroup: "rg-shop" }),
  },
];
