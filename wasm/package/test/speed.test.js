// How long answers take in the module, without a browser around it. Generous limits: machines are noisy, and what
// is promised of the page is measured in the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../pkg/index.js";

const median = (times) => times.toSorted((one, other) => one - other)[times.length >> 1];

/** A file of a thousand lines: seventy resources of one network. */
const definition = (at) => `  {
    type: "Subnet",
    group: "Network",
    name: "subnet-${at}",
    properties: () => ({
      properties: {
        addressPrefix: "10.${at >> 8}.${at & 255}.0/24",
        privateEndpointNetworkPolicies: "Enabled",
        serviceEndpoints: [{ service: "Microsoft.Storage" }],
      },
    }),
    dependencies: () => ({ resourceGroup: "rg", virtualNetwork: "rg::net" }),
  },
`;
const long = `exports.createResources = () => [\n${Array.from({ length: 77 }, (_, at) => definition(at)).join("")}];\n`;

test("load, first check, and a keystroke in a file of a thousand lines", async () => {
  assert.ok(long.split("\n").length > 1000);
  const started = performance.now();
  const linter = await load();
  const loaded = performance.now();
  linter.check([{ path: "resources.js", text: long.slice(0, 400) + "  },\n];" }]);
  const first = performance.now();
  const keystrokes = [];
  for (let at = 0; at < 200; at++) {
    const text = long.replace("subnet-7\"", `subnet-7${"x".repeat(at)}"`);
    const before = performance.now();
    const { summary } = linter.check([{ path: "resources.js", text }]);
    keystrokes.push(performance.now() - before);
    assert.equal(summary.resources, 77);
  }
  const milliseconds = { load: loaded - started, "first check": first - loaded, keystroke: median(keystrokes) };
  console.table(milliseconds);
  assert.ok(milliseconds["first check"] < 200 && milliseconds.keystroke < 20);
});
