exports.createResources = () => [
  {
    type: "AppServicePlan",
    group: "Web",
    name: "shop-plan",
    properties: ({ config }) => ({
      location: config.location,
      kind: "linux",
      sku: { name: "P1v3", tier: "PremiumV3", capacity: 2 },
      properties: { reserved: true, zoneRedundant: false },
    }),
    dependencies: () => ({ resourceGroup: "rg-shop" }),
  },
  {
    type: "WebApp",
    group: "Web",
    name: "contoso-shop",
    properties: ({ config, getId }) => ({
      location: config.location,
      kind: "app,linux",
      properties: {
        serverFarmId: getId({ type: "AppServicePlan", group: "Web", name: "rg-shop::shop-plan" }),
        virtualNetworkSubnetId: getId({ type: "Subnet", group: "Network", name: "rg-shop::shop-net::application" }),
        httpsOnly: true,
        clientAffinityEnabled: false,
        siteConfig: {
          linuxFxVersion: "NODE|20-lts",
          minTlsVersion: "1.2",
          ftpsState: "Disabled",
          http20Enabled: "true",
          alwaysOn: true,
          healthCheckPath: "/health",
        },
      },
    }),
    dependencies: () => ({
      resourceGroup: "rg-shop",
      appServicePlan: "rg-shop::shop-plan",
      subnet: "rg-shop::shop-net::aplication",
      managedIdentities: ["rg-shop::shop-web"],
    }),
  },
];
