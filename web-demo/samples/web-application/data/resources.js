const container = (id, partition) => ({
  properties: {
    resource: {
      id,
      partitionKey: { paths: [partition], kind: "Hash", version: 2 },
      indexingPolicy: { indexingMode: "consistent", automatic: true },
      defaultTtl: -1,
    },
  },
});

exports.createResources = () => [
  {
    type: "DatabaseAccount",
    group: "DocumentDB",
    name: "shop-orders",
    properties: ({ config }) => ({
      location: config.location,
      kind: "GlobalDocumentDB",
      identity: { type: "SystemAssigned" },
      properties: {
        databaseAccountOfferType: "Standard",
        locations: [
          { locationName: "westeurope", failoverPriority: 0, isZoneRedundant: true },
          { locationName: "northeurope", failoverPriority: 1, isZoneRedundant: false },
        ],
        consistencyPolicy: { defaultConsistencyLevel: "session" },
        enableAutomaticFailover: true,
        disableLocalAuth: true,
        publicNetworkAccess: "Disabled",
        backupPolicy: {
          type: "Periodic",
          periodicModeProperties: {
            backupIntervalInMinutes: 240,
            backupRetentionIntervalInHours: 720,
            backupStorageRedundancy: "Geo",
          },
        },
      },
    }),
    dependencies: () => ({ resourceGroup: "rg-shop" }),
  },
  {
    type: "SqlResourceSqlDatabase",
    group: "DocumentDB",
    name: "shop",
    properties: () => ({
      properties: {
        resource: { id: "shop" },
        options: { autoscaleSettings: { maxThroughput: 4000 } },
      },
    }),
    dependencies: () => ({ resourceGroup: "rg-shop", account: "rg-shop::shop-orders" }),
  },
  {
    type: "SqlResourceSqlContainer",
    group: "DocumentDB",
    name: "orders",
    properties: () => container("orders", "/customer"),
    dependencies: () => ({
      resourceGroup: "rg-shop",
      account: "rg-shop::shop-orders",
      database: "rg-shop::shop-orders::shop",
    }),
  },
  {
    type: "SqlResourceSqlContainer",
    group: "DocumentDB",
    name: "baskets",
    properties: () => container("baskets", "/session"),
    dependencies: () => ({
      resourceGroup: "rg-shop",
      account: "rg-shop::shop-orders",
      database: "rg-shop::shop-orders::shop",
    }),
  },
  {
    type: "PrivateEndpointConnection",
    group: "DocumentDB",
    name: "shop-orders-from-web",
    properties: () => ({
      properties: {
        privateLinkServiceConnectionState: {
          status: "Aproved",
          description: "The shop reads and writes its orders",
        },
      },
    }),
    dependencies: () => ({
      resourceGroup: "rg-shop",
      account: "rg-shop::shop-orders",
      privateEndpoint: "rg-shop::shop-orders",
    }),
  },
  {
    type: "Vault",
    group: "KeyVault",
    name: "shop-secrets",
    properties: ({ config }) => ({
      location: config.location,
      properties: {
        tenantId: config.tenantId,
        sku: { family: "A", name: "standard" },
        enableRbacAuthorization: true,
        enableSoftDelete: true,
        softDeleteRetentionInDays: 90,
        enablePurgeProtection: true,
        publicNetworkAccess: "Disabled",
        networkAcls: { defaultAction: "Deny", bypass: "AzureServices" },
      },
    }),
    dependencies: () => ({ resourceGroup: "rg-shop" }),
  },
];
