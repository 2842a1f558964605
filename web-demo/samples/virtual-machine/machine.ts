// The machine that renders, and the disks it writes to.
const empty = (location: string, size: number) => ({
  location,
  sku: { name: "Premium_LRS" },
  properties: {
    creationData: { createOption: "Empty" },
    diskSizeGB: size,
    networkAccessPolicy: "DenyAll",
  },
});

export const createResources = () => [
  {
    type: "Disk",
    group: "Compute",
    name: "render-scratch",
    properties: ({ config }) => empty(config.location, 512),
    dependencies: () => ({ resourceGroup: "rg-render" }),
  },
  {
    type: "Disk",
    group: "Compute",
    name: "render-results",
    properties: ({ config }) => empty(config.location, 1024),
    dependencies: () => ({ resourceGroup: "rg-render" }),
  },
  {
    type: "VirtualMachine",
    group: "Compute",
    name: "renderer",
    properties: ({ config, getId }) => ({
      location: config.location,
      zones: ["1"],
      properties: {
        hardwareProfile: { vmSize: "Standard_F8s_v2" },
        osProfile: {
          computerName: "renderer",
          adminUsername: "ops",
          // A secret in a file; it belongs into the environment.
          adminPassword: "Lapis-Lazuli-2024!",
          linuxConfiguration: { disablePasswordAuthentication: false, provisionVMAgent: true },
        },
        storageProfile: {
          imageReference: {
            publisher: "Canonical",
            offer: "0001-com-ubuntu-server-jammy",
            sku: "22_04-lts-gen2",
            version: "latest",
          },
          osDisk: {
            name: "renderer-system",
            createOption: "FromImage",
            caching: "ReadWrite",
            deleteOption: "Delete",
          },
          dataDisks: [
            {
              lun: 0,
              createOption: "Attach",
              caching: "None",
              managedDisk: { id: getId({ type: "Disk", group: "Compute", name: "rg-render::render-scratch" }) },
            },
            {
              lun: "1",
              createOption: "Attach",
              caching: "Readonly",
              managedDisk: { id: getId({ type: "Disk", group: "Compute", name: "rg-render::render-results" }) },
            },
          ],
        },
        networkProfile: {
          networkInterfaces: [
            { id: getId({ type: "NetworkInterface", group: "Network", name: "rg-render::render-card" }) },
          ],
        },
      },
    }),
    dependencies: () => ({
      resourceGroup: "rg-render",
      networkInterfaces: ["rg-render::render-card"],
      disks: ["rg-render::render-scratch", "rg-render::render-results"],
    }),
  },
];
