// What the package answers in Node, on texts of our own: each question once, with offsets as JavaScript counts them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LazuliError, load } from "../../pkg/index.js";

const NETWORK = `exports.createResources = () => [
  { type: "ResourceGroup", group: "Resources", name: "rg", properties: () => ({ location: "westeurope" }) },
  {
    type: "VirtualNetwork",
    group: "Network",
    name: "net",
    properties: () => ({ properties: { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } } }),
    dependencies: () => ({ resourceGroup: "rg" }),
  },
];
`;

/** A file with a mistake behind letters that take one, two and four bytes, and one and two units of UTF-16. */
const SUBNET = `// é € 😀
exports.createResources = () => [
  {
    type: "Subnet",
    group: "Network",
    name: "inner",
    properties: () => ({ properties: { /* 😀 */ addressPrefx: "10.0.1.0/24", provisioningState: "Succeeded" } }),
    dependencies: () => ({ resourceGroup: "rg", virtualNetwork: "rg::net" }),
  },
];
`;

const files = [
  { path: "resources.js", text: SUBNET },
  { path: "network.js", text: NETWORK },
];
const at = (word) => SUBNET.indexOf(word);
const linter = await load();

test("check: offsets, lines and columns are those of JavaScript", () => {
  const { files: reports, summary } = linter.check(files);
  assert.deepEqual(reports.map(({ path }) => path), ["resources.js", "network.js"]);
  const [finding] = reports[0].diagnostics;
  const { start, end } = finding.range;
  assert.equal(SUBNET.slice(start.offset, end.offset), "addressPrefx");
  const line = SUBNET.split("\n")[start.line - 1];
  assert.equal(line.slice(start.column - 1, end.column - 1), "addressPrefx");
  assert.equal(finding.rule, "schema/unknown-property");
  assert.equal(finding.severity, "error");
  assert.equal(finding.resource.type, "Subnet");
  assert.equal(summary.errors, 2);
  assert.equal(summary.resources, 3);
});

test("check: what is not asked about is only referred to", () => {
  const report = linter.check(files, { only: ["network.js"] });
  assert.deepEqual(report.files, [{ path: "network.js", diagnostics: [] }]);
});

test("check: a place in another file has the name and range of that file", () => {
  const twice = linter.check([{ path: "a.js", text: NETWORK }, { path: "b.js", text: `// 😀\n${NETWORK}` }]);
  const [related] = twice.files[1].diagnostics.flatMap((found) => found.related);
  assert.equal(related.path, "a.js");
  assert.match(NETWORK.slice(related.range.start.offset, related.range.end.offset), /^"(rg|net)"$/);
});

test("fix: only what can be mended unseen, unless all is asked for", () => {
  const safe = linter.fix(files);
  assert.deepEqual(safe.map(({ path, fixes }) => [path, fixes]), [["resources.js", 2]]);
  assert.equal(safe[0].text, SUBNET.replace("addressPrefx", "addressPrefix").replace(', provisioningState: "Succeeded"', ""));
  assert.deepEqual(linter.fix([{ path: "resources.js", text: safe[0].text }, files[1]]), []);
});

test("the edits of a fix are made by JavaScript's own slices", () => {
  const { edits } = linter.check(files).files[0].diagnostics[0].fix;
  const text = edits.reduceRight((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), SUBNET);
  assert.equal(text, SUBNET.replace("addressPrefx", "addressPrefix"));
});

test("hover, completion, definition, place, symbols, actions", () => {
  const hover = linter.hover(files, "resources.js", at("provisioningState") + 3);
  assert.equal(hover.title, "provisioningState");
  assert.equal(SUBNET.slice(hover.range.start.offset, hover.range.end.offset), "provisioningState");
  assert.ok(hover.facts.includes("read-only"));
  assert.equal(linter.hover(files, "resources.js", 0), undefined);

  const completions = linter.complete(files, "resources.js", at("addressPrefx") + 5);
  assert.equal(SUBNET.slice(completions.range.start.offset, completions.range.end.offset), "addressPrefx");
  assert.ok(completions.items.some(({ label, kind }) => label === "addressPrefix" && kind === "property"));

  const { path, range } = linter.definition(files, "resources.js", at("rg::net") + 2);
  assert.equal(path, "network.js");
  assert.equal(NETWORK.slice(range.start.offset, range.end.offset), '"net"');

  const place = linter.place(files, "resources.js", at("addressPrefx") + 1);
  assert.equal(place.pointer, "/properties/addressPrefx");
  assert.equal(place.resource.type, "Subnet");

  const symbols = linter.symbols(files[1]);
  assert.deepEqual(symbols.map(({ name, type }) => [name, type]), [["rg", "ResourceGroup"], ["net", "VirtualNetwork"]]);

  const actions = linter.actions(files, "resources.js", at("addressPrefx"), at("addressPrefx"));
  assert.deepEqual(actions.map(({ kind }) => kind), ["fix", "fixAll", "suppress", "explain"]);
});

test("graph: boxes that do not overlap, and the edges between them", () => {
  const { nodes, edges, width, height } = linter.graph(files);
  assert.deepEqual(nodes.map(({ ownName }) => ownName), ["inner", "rg", "net"]);
  assert.deepEqual(edges.map(({ from, to, key }) => [nodes[from].ownName, nodes[to].ownName, key]), [
    ["inner", "net", "virtualNetwork"],
    ["net", "rg", "resourceGroup"],
  ]);
  for (const node of nodes) {
    assert.ok(node.x - node.width / 2 >= 0 && node.x + node.width / 2 <= width && node.y + node.height / 2 <= height);
  }
  assert.equal(nodes[0].worst, "error");
});

test("schema, catalogue and explain say what is known", () => {
  const schema = linter.schema("Network::Subnet");
  assert.equal(schema.armType, "Microsoft.Network/virtualNetworks/subnets");
  assert.deepEqual(linter.schema("Microsoft.Network/virtualNetworks/subnets"), schema);
  const other = schema.versions.find((version) => version !== schema.apiVersion);
  assert.equal(linter.schema("Network::Subnet", other).apiVersion, other);
  const properties = schema.members.find(({ name }) => name === "properties");
  assert.ok(properties.members.find(({ name }) => name === "provisioningState").readOnly);
  assert.ok(schema.dependencies.some(({ key, parent }) => key === "virtualNetwork" && parent));
  assert.equal(linter.schema("Network::Sbnet"), undefined);
  assert.ok(linter.catalogue().some(({ group, type }) => group === "Network" && type === "Subnet"));
  assert.equal(linter.explain("schema/read-only").severity, "error");
  assert.ok(linter.explain("schema/read-only").examples.some(({ reported }) => reported));
  assert.equal(linter.explain("schema/none"), undefined);
});

const SWAGGER = {
  swagger: "2.0",
  info: { title: "Test", version: "2020-01-01" },
  paths: {
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Test/things/{thingName}": {
      put: {
        operationId: "Things_Create",
        parameters: [{ name: "parameters", in: "body", schema: { $ref: "#/definitions/Thing" } }],
        responses: { 200: { description: "", schema: { $ref: "#/definitions/Thing" } } },
      },
    },
  },
  definitions: { Thing: { type: "object", properties: { size: { type: "integer", maximum: 3 } } } },
};

test("importSchema: the types of a swagger file are known from then on", async () => {
  const linter = await load();
  const { types, problems } = linter.importSchema(new TextEncoder().encode(JSON.stringify(SWAGGER)));
  assert.deepEqual(problems, []);
  assert.deepEqual(types.map(({ armType }) => armType), ["Microsoft.Test/things"]);
  const text = `[{ "type": "${types[0].type}", "group": "${types[0].group}", "properties": { "size": 4 } }]`;
  const [finding] = linter.check([{ path: "resources.json", text }]).files[0].diagnostics;
  assert.equal(finding.rule, "schema/range");
});

test("a config is gone by, and what is wrong with one is said with its place", async () => {
  const quiet = await load({ config: '[rules]\n"schema/*" = "off"\n' });
  assert.deepEqual(quiet.check(files).files[0].diagnostics, []);
  await assert.rejects(load({ config: '\nscheams = []' }), (error) => {
    assert.ok(error instanceof LazuliError);
    assert.equal(error.kind, "config");
    assert.equal(error.message, "2:1: unknown key `scheams`: did you mean `schemas`?");
    return true;
  });
  const schemas = [{ path: "test.json", text: JSON.stringify(SWAGGER) }];
  const known = await load({ config: 'schemas = ["test.json"]', schemas });
  assert.ok(known.schema("Microsoft.Test/things"));
});
