// Five mistakes of the kind that costs a deployment.
exports.createResources = () => [
  {
    type: "PrivateEndpointConnection",
    group: "DocumentDB",
    name: "wrong-status",
    properties: () => ({
      properties: {
        privateLinkServiceConnectionState: {
          status: "approved",
          description: "The case counts",
        },
      },
    }),
  },
  {
    type: "PrivateEndpointConnection",
    group: "DocumentDB",
    name: "misspelt-and-read-only",
    properties: () => ({
      id: "/subscriptions/1/anything",
      properties: {
        privateLinkServiceConnectionState: {
          sttaus: "Approved",
        },
      },
    }),
  },
  {
    type: "PrivateEndpointConnection",
    group: "DocumentDB",
    name: "one-level-up",
    properties: () => ({
      properties: {
        status: "Approved",
      },
    }),
  },
  {
    type: "PrivateEndpointConnection",
    group: "DocumentDb",
    name: "wrong-group",
    properties: () => ({}),
  },
];
