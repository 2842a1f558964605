import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./support/source.mjs";

const { graphPage } = await source("graph/graph-page.ts");
const { choicesOf } = await source("schema/type-choices.ts");

test("the page of a graph runs nothing and fetches nothing", () => {
  const page = graphPage("<svg><title>a</title></svg>");
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page);
  assert.equal(policy, "default-src 'none'; style-src 'unsafe-inline'");
  assert.ok(!page.includes("<script"));
  assert.ok(page.includes("<svg><title>a</title></svg>"));
  assert.match(page, /background: var\(--vscode-editor-background\)/);
});

test("each API version of a type can be picked; a type without a group goes by its ARM type", () => {
  const subnet = { group: "Network", type: "Subnet", armType: "Microsoft.Network/virtualNetworks/subnets" };
  assert.deepEqual(choicesOf({ ...subnet, versions: ["2024-01-01", "2025-05-01"] }), [
    {
      label: "Network::Subnet",
      description: "2024-01-01  Microsoft.Network/virtualNetworks/subnets",
      question: { type: "Network::Subnet", apiVersion: "2024-01-01" },
    },
    {
      label: "Network::Subnet",
      description: "2025-05-01  Microsoft.Network/virtualNetworks/subnets",
      question: { type: "Network::Subnet", apiVersion: "2025-05-01" },
    },
  ]);
  const [{ label }] = choicesOf({
    group: "",
    type: "profiles",
    armType: "Microsoft.Cdn/profiles",
    versions: ["2024-02-01"],
  });
  assert.equal(label, "Microsoft.Cdn/profiles");
});
