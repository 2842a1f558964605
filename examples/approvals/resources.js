// Who may reach the accounts of the data team, stage by stage.
const team = "data";

const approvedBy = (person) => `Approved by ${person}@contoso.example`;

exports.createResources = () => [
  {
    type: "ResourceGroup",
    group: "Resources",
    name: `rg-${team}`,
    properties: ({ config }) => ({
      location: config.location,
      tags: { team, stage: config.stage },
    }),
  },
  {
    type: "PrivateEndpointConnection",
    group: "DocumentDB",
    name: "orders-reader",
    properties: () => ({
      properties: {
        privateLinkServiceConnectionState: {
          status: "Approved",
          description: approvedBy("ada"),
        },
      },
    }),
    dependencies: () => ({
      resourceGroup: `rg-${team}`,
      privateEndpoint: "orders-reader-endpoint",
      account: "orders",
    }),
  },
  {
    type: "PrivateEndpointConnection",
    group: "DocumentDB",
    name: "scratch-reader",
    properties: ({ config }) => ({
      properties: {
        privateLinkServiceConnectionState: {
          status: config.stage === "dev" ? "Approved" : "Rejected",
          description: "Scratch data stays in development",
        },
      },
    }),
    dependencies: () => ({
      resourceGroup: `rg-${team}`,
      privateEndpoint: "scratch-reader-endpoint",
      account: "scratch",
    }),
  },
];
