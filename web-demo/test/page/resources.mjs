// Texts for the tests.

export const connection = (state, name = "reports-reader") => `exports.createResources = () => [
  {
    type: "PrivateEndpointConnection",
    group: "DocumentDB",
    name: ${JSON.stringify(name)},
    properties: () => ({
      properties: {
        privateLinkServiceConnectionState: {
          ${state}
        },
      },
    }),
  },
];
`;

export const good = connection('status: "Approved",');
export const wrongStatus = connection('status: "approved",');

const connectionOfMany = (number) => `  {
    type: "PrivateEndpointConnection",
    group: "DocumentDB",
    name: "reader-${number}",
    properties: () => ({
      properties: {
        privateLinkServiceConnectionState: {
          status: "Approved",
          description: "Reader number ${number}",
        },
      },
    }),
  },
`;

/** A file of the given number of lines, and a comment at its beginning to type into. */
export function longFile(lines) {
  const count = Math.floor((lines - 4) / 12);
  const resources = Array.from({ length: count }, (_, index) => connectionOfMany(index)).join("");
  return `// Type here:\nexports.createResources = () => [\n${resources}];\n`;
}
