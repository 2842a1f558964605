// Private endpoint connections of a database account, wrong in five ways.
exports.createResources = () => [
  {
    type: "PrivateEndpointConnection",
    group: "DocumentDB",
    name: "reports-reader",
    properties: () => ({
      properties: {
        privateLinkServiceConnectionState: {
          status: "approved",
          description: "The monthly reports read from here",
        },
      },
    }),
  },
  {
    type: "PrivateEndpointConnection",
    group: "DocumentDB",
    name: "billing-reader",
    properties: () => ({
      properties: {
        groupId: "Sql",
        privateLinkServiceConnectionState: {
          sttaus: "Approved",
          actionsRequired: "None",
        },
      },
    }),
  },
  {
    type: "PrivateEndpointConnection",
    group: "DocumentDB",
    name: "audit-reader",
    properties: () => ({
      properties: {
        status: "Rejected",
      },
    }),
  },
  {
    type: "PrivateEndpointConnection",
    group: "DocumentDb",
    name: "archive-reader",
    properties: () => ({}),
  },
];
