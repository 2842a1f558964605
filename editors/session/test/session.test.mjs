// A session of every feature, held against what was seen before: LAZULI_UPDATE=1 writes that anew.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { Editor, capabilities } from "./editor.mjs";
import { Project, atCursor, edited, placeOf } from "./project.mjs";

const NETWORK = `exports.createResources = () => [
  { type: "ResourceGroup", group: "Resources", properties: ({ config }) => ({ name: "rg", location: config.location }) },
  {
    type: "VirtualNetwork",
    group: "Network",
    properties: () => ({
      name: "net",
      properties: { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } },
    }),
    dependencies: () => ({ resourceGroup: "rg" }),
  },
];
`;

const SUBNETS = `// 😀 names in UTF-16 and UTF-8
exports.createResources = () => [
  {
    type: "Subnet",
    group: "Network",
    properties: () => ({
      name: "inner",
      properties: { addressPrefix: "10.0.1.0/24", privateEndpointNetworkPolicies: "enabled" },
    }),
    dependencies: () => ({ resourceGroup: "rg", virtualNetwork: "rg::net" }),
  },
  {
    type: "NetworkInterface",
    group: "Network",
    properties: ({ getId }) => ({
      name: "card",
      properties: {
        provisioningState: "Succeeded",
        ipConfigurations: [
          { name: "a", properties: { subnet: { id: getId({ type: "Subnet", group: "Network", name: "rg::net::inner" }) } } },
        ],
      },
    }),
    dependencies: () => ({ resourceGroup: "rg", subnets: ["rg::net::inner"] }),
  },
];
`;

const project = new Project({ "package.json": "{}", "network.js": NETWORK, "resources.js": SUBNETS });
const network = project.uri("network.js");
const resources = project.uri("resources.js");
const textDocument = { uri: resources };
const editor = new Editor();
const seen = [];

/** Keeps what was seen, with the project's folder left out. */
function see(title, what) {
  const text = JSON.stringify(what, inOrder, 1)
    .replaceAll(project.uri(""), "file:///project")
    // A range in one line.
    .replaceAll(/\{\s+"end": \{\s+"character": (\d+),\s+"line": (\d+)\s+\},\s+"start": \{\s+"character": (\d+),\s+"line": (\d+)\s+\}\s+\}/g, '"$4:$3-$2:$1"')
    .replaceAll(/\{\s+"character": (\d+),\s+"line": (\d+)\s+\}/g, '"$2:$1"');
  
  seen.push(`# ${title}\n${text}\n`);
}

/** The members of objects by the alphabet: their order means nothing. */
function inOrder(_, value) {
  const isObject = value !== null && typeof value === "object" && !Array.isArray(value);
  return isObject ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) : value;
}

/** What can stand at the cursor of a text that is put in the place of the file: labels, and the item of one of them. */
async function completed(title, marked, label) {
  const { text, position } = atCursor(marked);
  editor.change(resources, { text });
  const list = await editor.request("textDocument/completion", { textDocument, position });
  const labels = list.items.map((item) => item.label);
  const shown = labels.length > 12 ? [...labels.slice(0, 12), `and ${labels.length - 12} more`] : labels;
  see(`completion: ${title}`, { shown, item: list.items.find((item) => item.label === label) });
}

before(async () => {
  const result = await editor.initialize([project.folder]);
  result.serverInfo.version = "…";
  see("initialize", result);
});

after(() => project.remove());

test("the whole session is as it was", async () => {
  see("it asks to watch files, and for settings", [
    await editor.wasAsked("client/registerCapability"),
    await editor.wasAsked("workspace/configuration"),
  ]);

  editor.open(resources, SUBNETS);
  see("diagnostics of what was opened", await editor.diagnostics(resources));

  // Incremental: a letter, behind the letter that counts two units in UTF-16.
  const end = placeOf(SUBNETS, "UTF-8", 5);
  const version = editor.change(
    resources,
    { range: { start: end, end }, text: "!" },
    { range: { start: { line: 0, character: 3 }, end: { line: 0, character: 5 } }, text: "ok" },
  );
  await editor.diagnostics(resources, (told) => told.version === version);
  const comment = await editor.request("textDocument/documentSymbol", { textDocument });
  see("symbols of a document", comment);
  editor.change(resources, { text: SUBNETS });

  const at = (words, within) => ({ textDocument, position: placeOf(SUBNETS, words, within) });
  see("hover over a property", await editor.request("textDocument/hover", at("privateEndpointNetworkPolicies", 3)));
  see("hover over a type", await editor.request("textDocument/hover", at('"NetworkInterface"', 3)));
  see("hover over a dependency", await editor.request("textDocument/hover", at("virtualNetwork:", 3)));
  see("hover over nothing", await editor.request("textDocument/hover", at("exports", 3)));

  see("definition from a dependency", await editor.request("textDocument/definition", at('"rg::net"', 3)));
  see("definition from a getId", await editor.request("textDocument/definition", at('"rg::net::inner" })', 3)));
  const context = { includeDeclaration: true };
  see("references", await editor.request("textDocument/references", { ...at('"inner"', 3), context }));
  see("prepare to rename", await editor.request("textDocument/prepareRename", at('"rg::net"', 3)));
  see("rename a network across files", await editor.request("textDocument/rename", { ...at('"rg::net"', 3), newName: "web" }));
  const refused = await editor.request("textDocument/rename", { ...at('"inner"', 3), newName: "a::b" }).catch((error) => error);
  see("a name that is none", { code: refused.code, message: refused.message });

  see("symbols of the workspace", await editor.request("workspace/symbol", { query: "vnet" }));
  see("folding", await editor.request("textDocument/foldingRange", { textDocument }));
  see("document links", await editor.request("textDocument/documentLink", { textDocument }));

  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  see("hints are off", await editor.request("textDocument/inlayHint", { textDocument, range: whole }));
  editor.settings = { inlayHints: { apiVersion: true } };
  editor.notify("workspace/didChangeConfiguration", { settings: null });
  await editor.wasAsked("workspace/inlayHint/refresh");
  see("hints are on", await editor.request("textDocument/inlayHint", { textDocument, range: whole }));

  const wrong = { start: placeOf(SUBNETS, '"enabled"', 2), end: placeOf(SUBNETS, '"enabled"', 2) };
  const actions = await editor.request("textDocument/codeAction", { textDocument, range: wrong, context: { diagnostics: [] } });
  see("code actions", actions);
  const explain = actions.find((action) => action.command);
  await editor.request("workspace/executeCommand", { command: explain.command.command, arguments: explain.command.arguments });
  see("the page of a rule is opened", await editor.wasAsked("window/showDocument"));
  const all = await editor.request("textDocument/codeAction", { textDocument, range: whole, context: { diagnostics: [], only: ["source.fixAll"] } });
  const resolved = await editor.request("codeAction/resolve", all[0]);
  const fixed = edited(SUBNETS, resolved.edit.documentChanges[0].edits);
  see("all that can be fixed unseen", { title: resolved.title, kind: resolved.kind, changed: changedLines(SUBNETS, fixed) });

  await completed("keys of an object", SUBNETS.replace('privateEndpointNetworkPolicies: "enabled"', "|"), "delegations");
  await completed("values", SUBNETS.replace('"enabled"', '"|"'), "Enabled");
  await completed("types of a group", SUBNETS.replace('"Subnet"', '"|"'), "Subnet");
  await completed("groups", SUBNETS.replace('"Network",', '"|",'), "Network");
  await completed("keys of dependencies", SUBNETS.replace('virtualNetwork: "rg::net"', "|"), "virtualNetwork");
  await completed("names of dependencies", SUBNETS.replace('virtualNetwork: "rg::net"', 'virtualNetwork: "|"'), "rg::net");
  await completed("keys of getId", SUBNETS.replace('name: "rg::net::inner" })', "| })"), "name");
  await completed("names of getId", SUBNETS.replace('name: "rg::net::inner" })', 'name: "|" })'), "rg::net::inner");
  await completed("a whole resource", SUBNETS.replace(/\];\n$/, "  |\n];\n"), "PrivateEndpoint");

  // A change in one file, and what it means for another.
  editor.change(resources, { text: SUBNETS.replace('"enabled"', '"Enabled"').replace('        provisioningState: "Succeeded",\n', "") });
  editor.open(network, NETWORK);
  see("all is well", [await editor.diagnostics(resources, ({ diagnostics }) => diagnostics.length === 0), await editor.diagnostics(network)]);
  editor.change(network, { text: NETWORK.replace('name: "net"', 'name: "web"') });
  see("a change in one file is found in another", await editor.diagnostics(resources, ({ diagnostics }) => diagnostics.length > 0));
  editor.change(network, { text: NETWORK });
  await editor.diagnostics(resources, ({ diagnostics }) => diagnostics.length === 0);
  project.write("more.js", NETWORK);
  editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: project.uri("more.js"), type: 1 }] });
  see("a new file on the disk", await editor.diagnostics(network, ({ diagnostics }) => diagnostics.length > 0));
  project.remove("more.js");
  editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: project.uri("more.js"), type: 3 }] });
  await editor.diagnostics(network, ({ diagnostics }) => diagnostics.length === 0);

  // Of a folder that comes or goes, editors tell no more than its own name.
  project.write("folder/more.js", NETWORK);
  editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: project.uri("folder"), type: 1 }] });
  await editor.diagnostics(network, ({ diagnostics }) => diagnostics.length > 0);
  project.remove("folder");
  editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: project.uri("folder"), type: 3 }] });
  await editor.diagnostics(network, ({ diagnostics }) => diagnostics.length === 0);

  // Config and schemas.
  editor.change(resources, { text: SUBNETS });
  await editor.diagnostics(resources, ({ diagnostics }) => diagnostics.some(({ severity }) => severity === 1));
  const config = project.uri("lazuli.toml");
  project.write("lazuli.toml", '[rules]\n"schema/*" = "warning"\n');
  editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: config, type: 1 }] });
  see("a config makes errors warnings", severities(await editor.diagnostics(resources, ({ diagnostics }) => diagnostics.some(({ severity }) => severity === 2))));
  project.write("lazuli.toml", 'rules = { "😀" = "off", "schema/raed-only" = "off" }\n');
  editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: config, type: 2 }] });
  see("a config with mistakes, behind a letter of two units", await editor.diagnostics(config));
  see("what is checked by the last one that was right", severities(editor.told(resources).diagnostics));
  project.write("own.json", OWN_SCHEMA("north"));
  project.write("lazuli.toml", 'schemas = ["own.json"]\n');
  editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: config, type: 2 }, { uri: project.uri("own.json"), type: 1 }] });
  await editor.diagnostics(config, ({ diagnostics }) => diagnostics.length === 0);
  editor.change(resources, { text: OWN });
  await editor.diagnostics(resources, ({ diagnostics }) => diagnostics.some(({ message }) => message.includes("north")));
  project.write("own.json", OWN_SCHEMA("south"));
  editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: project.uri("own.json"), type: 2 }] });
  see("a schema that changed", await editor.diagnostics(resources, ({ diagnostics }) => diagnostics.some(({ message }) => message.includes("south"))));

  see("what is known of a type", (await editor.request("lazuli/schema", { type: "Network::RouteTable" })).text.split("\n").slice(0, 6));
  see("the types that are known", (await editor.request("lazuli/types", {})).slice(0, 2));
  const graph = await editor.request("lazuli/graph", {});
  see("the graph", { mermaid: graph.mermaid.split("\n"), svg: graph.svg.slice(0, 40) });

  editor.close(resources);
  see("a file that is closed has no diagnostics", await editor.diagnostics(resources, ({ diagnostics }) => diagnostics.length === 0));
  assert.equal(await editor.leave(), 0);

  const file = new URL("session.snapshot.txt", import.meta.url);
  const text = seen.join("\n");
  if (process.env.LAZULI_UPDATE) {
    writeFileSync(file, text);
  }
  assert.equal(text, readFileSync(file, "utf8"));
});

test("a client that asks for diagnostics is not told them, and is asked to ask again", async () => {
  const client = {
    ...capabilities,
    textDocument: { ...capabilities.textDocument, diagnostic: { dynamicRegistration: false } },
    workspace: { ...capabilities.workspace, diagnostics: { refreshSupport: true } },
  };
  const pulling = new Editor();
  const { capabilities: server } = await pulling.initialize([project.folder], { client });
  assert.deepEqual(server.diagnosticProvider, { identifier: "lazuli", interFileDependencies: true, workspaceDiagnostics: false });
  project.write("lazuli.toml", "");
  pulling.open(resources, SUBNETS);
  pulling.open(network, NETWORK);
  const pull = (previousResultId) => pulling.request("textDocument/diagnostic", { textDocument, previousResultId });
  const report = await pull();
  assert.equal(report.kind, "full");
  assert.deepEqual(report.items.map(({ code }) => code).sort(), ["schema/open-enum", "schema/read-only"]);
  assert.deepEqual(await pull(report.resultId), { kind: "unchanged", resultId: report.resultId });
  pulling.asked.length = 0;
  pulling.change(network, { text: NETWORK.replace('name: "net"', 'name: "web"') });
  await pulling.wasAsked("workspace/diagnostic/refresh");
  assert.equal((await pull(report.resultId)).items.length > report.items.length, true);
  assert.equal(pulling.told(resources), undefined);

  // A config is asked about while it is open, and told of while it is not.
  const config = project.uri("lazuli.toml");
  project.write("lazuli.toml", "oops");
  pulling.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: config, type: 2 }] });
  const told = await pulling.diagnostics(config, ({ diagnostics }) => diagnostics.length > 0);
  pulling.open(config, "oops", "toml");
  assert.deepEqual(await pulling.diagnostics(config, ({ diagnostics }) => diagnostics.length === 0), []);
  const asked = await pulling.request("textDocument/diagnostic", { textDocument: { uri: config } });
  assert.deepEqual(asked.items, told);
  assert.equal(await pulling.leave(), 0);
  project.remove("lazuli.toml");
});

test("a config is told of once for each version, and one that was deleted does not come back", async () => {
  const editor = new Editor();
  await editor.initialize([project.folder]);
  const config = project.uri("lazuli.toml");
  project.write("lazuli.toml", '[rules]\n"schema/*" = "off"\n');
  editor.open(resources, SUBNETS);
  assert.deepEqual(await editor.diagnostics(resources), []);
  editor.open(config, '[rules]\n"schema/*" = "off"\n', "toml");
  assert.deepEqual(await editor.diagnostics(config), []);
  editor.allTold.length = 0;
  editor.change(config, { text: '[rules]\n"schema/*" = "of"\n' });
  await editor.diagnostics(config, ({ version }) => version === 2);
  editor.change(config, { text: '[rules]\n"schema/*" = "off"\n' });
  await editor.diagnostics(config, ({ version }) => version === 3);
  const told = editor.allTold.filter(({ uri }) => uri === config);
  assert.deepEqual(told.map(({ version, diagnostics }) => [version, diagnostics.length]), [[2, 1], [3, 0]]);

  editor.close(config);
  project.remove("lazuli.toml");
  editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: config, type: 3 }] });
  const without = await editor.diagnostics(resources, ({ diagnostics }) => diagnostics.length > 0);
  project.write("lazuli.toml", '[rules]\n"schema/*" = "of"\n');
  editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: config, type: 1 }] });
  await editor.diagnostics(config, ({ diagnostics }) => diagnostics.length > 0);
  assert.deepEqual(editor.told(resources).diagnostics, without);
  assert.equal(await editor.leave(), 0);
  project.remove("lazuli.toml");
});

test("a file that was never saved is what its language says, and in no project", async () => {
  const editor = new Editor();
  await editor.initialize([project.folder]);
  const unsaved = "untitled:Untitled-1";
  editor.open(unsaved, SUBNETS);
  const found = await editor.diagnostics(unsaved);
  assert.ok(found.length > 0);
  editor.change(unsaved, { text: "" });
  await editor.diagnostics(unsaved, ({ diagnostics }) => diagnostics.length === 0);
  editor.change(unsaved, { text: SUBNETS });
  assert.deepEqual(await editor.diagnostics(unsaved, ({ version }) => version === 3), found);
  const position = { line: 0, character: 0 };
  assert.ok(await editor.request("textDocument/documentSymbol", { textDocument: { uri: unsaved }, position }));
  editor.close(unsaved);
  await editor.diagnostics(unsaved, ({ diagnostics }) => diagnostics.length === 0);
  editor.open(unsaved, SUBNETS, "plaintext");
  assert.deepEqual(await editor.diagnostics(unsaved), []);
  assert.equal(await editor.leave(), 0);
});

test("columns count bytes for a client that would have it so", async () => {
  const client = { ...capabilities, general: { positionEncodings: ["utf-8", "utf-16"] } };
  const bytes = new Editor();
  const { capabilities: server } = await bytes.initialize([project.folder], { client });
  assert.equal(server.positionEncoding, "utf-8");
  const text = SUBNETS.replace("type: \"Subnet\",", "/* 😀é */ type: \"Subnet\",").replace('"enabled"', '"enabled" /* é */');
  bytes.open(resources, text);
  const line = text.split("\n").findIndex((line) => line.includes("😀é"));
  const before = Buffer.byteLength(text.split("\n")[line].split('"Subnet"')[0]);
  const hover = await bytes.request("textDocument/hover", { textDocument, position: { line, character: before + 2 } });
  assert.deepEqual(hover.range, { start: { line, character: before }, end: { line, character: before + 8 } });
  bytes.change(resources, { range: { start: { line, character: 7 }, end: { line, character: 13 } }, text: "ok" });
  const after = await bytes.request("textDocument/hover", { textDocument, position: { line, character: before - 2 } });
  assert.equal(after.range.start.character, before - 4);
  assert.equal(await bytes.leave(), 0);
});

test("a client that can little is served as far as it can", async () => {
  const plain = new Editor();
  await plain.initialize([project.folder], { client: {}, workspaceFolders: null });
  plain.open(resources, SUBNETS);
  const [found] = await plain.diagnostics(resources);
  assert.equal(found.relatedInformation, undefined);
  const definition = await plain.request("textDocument/definition", { textDocument, position: placeOf(SUBNETS, '"rg::net"', 3) });
  assert.equal(definition.uri, network);
  const [symbol] = await plain.request("textDocument/documentSymbol", { textDocument });
  assert.equal(symbol.location.uri, resources);
  const renamed = await plain.request("textDocument/rename", { textDocument, position: placeOf(SUBNETS, '"inner"', 3), newName: "outer" });
  assert.deepEqual(Object.keys(renamed.changes), [resources]);
  const { items } = await plain.request("textDocument/completion", { textDocument, position: placeOf(SUBNETS, "privateEndpointNetworkPolicies", 3) });
  assert.equal(items.every(({ insertTextFormat, textEdit }) => insertTextFormat === undefined && !textEdit.newText.includes("${1}")), true);
  // Nobody watches files for it: it is looked at them when one is saved.
  project.write("lazuli.toml", '[rules]\n"schema/*" = "off"\n');
  plain.notify("textDocument/didSave", { textDocument });
  await plain.diagnostics(resources, ({ diagnostics }) => diagnostics.length === 0);
  // A file that is new, too.
  const elsewhere = SUBNETS.replaceAll("rg::net", "rg::other");
  plain.change(resources, { text: elsewhere });
  await plain.diagnostics(resources, ({ diagnostics }) => diagnostics.length > 0);
  project.write("other.js", `exports.createResources = () => [${NETWORK.slice(NETWORK.indexOf("{", 200), -3).replace('"net"', '"other"')}];`);
  plain.notify("textDocument/didSave", { textDocument });
  await plain.diagnostics(resources, ({ diagnostics }) => diagnostics.length === 0);
  project.remove("other.js");
  assert.equal(await plain.leave(), 0);
});

test("settings that are not given keep their values, and wrong ones are told", async () => {
  const set = new Editor();
  const logged = new Promise((resolve) => set.connection.onNotification("window/logMessage", ({ message }) => resolve(message)));
  set.settings = { other: 1 };
  await set.initialize([project.folder], { initializationOptions: { inlayHints: { apiVersion: true } } });
  set.open(resources, SUBNETS);
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  await set.wasAsked("workspace/configuration");
  await set.diagnostics(resources);
  const hints = () => set.request("textDocument/inlayHint", { textDocument, range });
  assert.equal((await hints()).length, 2);
  set.notify("workspace/didChangeConfiguration", { settings: { lazuli: { inlayHints: { apiVersion: "no" }, folding: false } } });
  assert.equal(await logged, 'the setting lazuli.inlayHints.apiVersion is true or false, and not "no"');
  assert.equal((await hints()).length, 2);
  assert.deepEqual(await set.request("textDocument/foldingRange", { textDocument }), []);
  assert.equal(await set.leave(), 0);
});

test("the command of the npm package serves, too", { skip: !process.env.LAZULI_COMMAND && "LAZULI_COMMAND says where it is" }, async () => {
  project.write("lazuli.toml", "");
  const node = new Editor([process.execPath, process.env.LAZULI_COMMAND]);
  await node.initialize([project.folder]);
  node.open(resources, SUBNETS);
  assert.equal((await node.diagnostics(resources, ({ diagnostics }) => diagnostics.length > 0)).length, 2);
  const { items } = await node.request("textDocument/completion", { textDocument, position: placeOf(SUBNETS, '"enabled"', 2) });
  assert.deepEqual(items.map(({ label }) => label), ["Enabled", "Disabled"]);
  assert.equal(await node.leave(), 0);
});

function severities(diagnostics) {
  return diagnostics.map(({ code, severity }) => `${code} ${severity}`);
}

function changedLines(before, after) {
  const lines = after.split("\n");
  return before.split("\n").filter((line) => !lines.includes(line)).map((line) => line.trim());
}

const OWN = `exports.createResources = () => [
  { type: "Warehouse", group: "Own", properties: () => ({ properties: { side: "nouth" } }) },
];
`;

function OWN_SCHEMA(side) {
  return JSON.stringify({
    swagger: "2.0",
    info: { title: "Own", version: "2026-01-01" },
    paths: {
      "/subscriptions/{subscriptionId}/providers/Microsoft.Own/warehouses/{name}": {
        put: {
          parameters: [
            { name: "name", in: "path", required: true, type: "string" },
            { name: "body", in: "body", required: true, schema: { $ref: "#/definitions/Warehouse" } },
          ],
          responses: { 200: { description: "OK" } },
          "x-grucloud": { group: "Own", type: "Warehouse" },
        },
      },
    },
    definitions: {
      Warehouse: {
        type: "object",
        properties: {
          properties: { type: "object", properties: { side: { type: "string", enum: [side], "x-ms-enum": { name: "Side", modelAsString: false } } } },
        },
      },
    },
  });
}
