// One private endpoint connection, as it should be.
exports.createResources = () => [
  {
    type: "PrivateEndpointConnection",
    group: "DocumentDB",
    name: "reports-reader",
    properties: () => ({
      properties: {
        privateLinkServiceConnectionState: {
          status: "Approved",
          description: "The monthly reports read from here",
        },
      },
    }),
  },
];
