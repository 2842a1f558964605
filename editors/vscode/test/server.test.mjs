// The built-in server as the extension has it: the worker that was built, over a connection of the protocol.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { NETWORK, SUBNET } from "./support/network.mjs";
import { answersAtOnce, behind, edited, Session } from "./support/session.mjs";
import { ROOT, source } from "./support/source.mjs";

const MISTAKES = await readFile(join(ROOT, "dist/sample.js"), "utf8");
const OUTSIDE = "network/subnet-outside";

const rules = (diagnostics) => diagnostics.map(({ code }) => code);
const none = ({ length }) => length === 0;
const some = ({ length }) => length > 0;

/** A session in a workspace that is on no disk. */
async function inSession(run) {
  const session = new Session("vscode-vfs://github/owner/repository");
  try {
    const { capabilities } = await session.begin();
    await run(session, capabilities);
    assert.equal(await session.end(), "exit code 0");
  } finally {
    session.line.end();
  }
}

/** A session with a subnet that is open, and its network, which is not. */
const withNetwork = (run) =>
  inSession(async (session) => {
    await session.tell({ "package.json": "{}", "network.js": NETWORK, "subnet.js": SUBNET });
    await session.open("subnet.js", SUBNET);
    const found = await session.found("subnet.js", some);
    assert.deepEqual(rules(found), [OUTSIDE]);
    await run(session, found);
  });

test("mistakes are found, and nothing is said of folding, which VS Code does itself", () =>
  inSession(async (session, capabilities) => {
    assert.equal(capabilities.foldingRangeProvider, undefined);
    await session.open("resources.js", MISTAKES);
    const found = await session.found("resources.js", some);
    assert.deepEqual(rules(found), [
      "private-link/status",
      "schema/read-only",
      "schema/unknown-property",
      "schema/unknown-property",
      "schema/unknown-resource-type",
    ]);
  }));

test("hover and completion know the schema", () =>
  inSession(async (session) => {
    await session.open("resources.js", MISTAKES);
    const hover = await session.ask("textDocument/hover", "resources.js", behind(MISTAKES, "descripti"));
    assert.match(hover.contents.value, /description/);
    const { items } = await session.ask("textDocument/completion", "resources.js", behind(MISTAKES, 'status: "'));
    assert.deepEqual(items.map(({ label }) => label).slice(0, 2), ["Approved", "Rejected"]);
  }));

test("a code action mends what it says", () =>
  inSession(async (session) => {
    await session.open("resources.js", MISTAKES);
    const [{ range }] = await session.found("resources.js", some);
    const params = { textDocument: { uri: session.uri("resources.js") }, range, context: { diagnostics: [] } };
    const [fix] = await session.connection.sendRequest("textDocument/codeAction", params);
    const [{ edits }] = fix.edit.documentChanges;
    await session.change("resources.js", 2, edited(MISTAKES, edits));
    const left = await session.found("resources.js", ({ length }) => length === 4);
    assert.ok(!rules(left).includes("private-link/status"));
  }));

test("a rename reaches a file that nobody opened", () =>
  withNetwork(async (session) => {
    const place = behind(SUBNET, 'virtualNetwork: "rg::n');
    const { documentChanges } = await session.ask("textDocument/rename", "subnet.js", place, { newName: "lan" });
    const uris = documentChanges.map(({ textDocument }) => textDocument.uri).sort();
    assert.deepEqual(uris, [session.uri("network.js"), session.uri("subnet.js")]);
  }));

test("a config that is told decides how grave a finding is", () =>
  withNetwork(async (session, [before]) => {
    assert.equal(before.severity, 1);
    await session.tell({ "lazuli.toml": `[rules]\n"${OUTSIDE}" = "warning"\n` });
    const [found] = await session.found("subnet.js", ([first]) => first?.severity === 2);
    assert.equal(found.code, OUTSIDE);
  }));

test("a file that is told to be gone is not known any more", () =>
  withNetwork(async (session) => {
    await session.tell({ "network.js": null });
    await session.found("subnet.js", none);
    await session.tell({ "network.js": NETWORK });
    await session.found("subnet.js", some);
  }));

test("a file that is deleted while it is open is still checked as it is in the editor", () =>
  withNetwork(async (session) => {
    await session.tell({ "subnet.js": null });
    await session.change("subnet.js", 2, SUBNET.replace("10.1.0.0", "10.0.0.0"));
    await session.found("subnet.js", none);
    await session.change("subnet.js", 3, SUBNET);
    await session.found("subnet.js", some);
  }));

test("a request that is called off is not answered, but for that", async () => {
  const textDocument = { uri: "vscode-vfs://github/owner/repository/resources.js" };
  const position = behind(MISTAKES, "descripti");
  const hover = { method: "textDocument/hover", params: { textDocument, position } };
  const answers = await answersAtOnce([
    { id: "begin", method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } },
    { method: "initialized", params: {} },
    {
      method: "textDocument/didOpen",
      params: { textDocument: { ...textDocument, languageId: "javascript", version: 1, text: MISTAKES } },
    },
    { id: "kept", ...hover },
    { id: "called off", ...hover },
    { method: "$/cancelRequest", params: { id: "called off" } },
    { id: "end", method: "shutdown" },
    { method: "exit" },
  ]);
  assert.equal(answers.get("called off").error.code, -32800);
  assert.ok(answers.get("kept").result);
});

test("the types that are known, and the schema of one", () =>
  inSession(async (session) => {
    const types = await session.connection.sendRequest("lazuli/types", {});
    const subnet = types.find(({ group, type }) => group === "Network" && type === "Subnet");
    assert.equal(subnet.armType, "Microsoft.Network/virtualNetworks/subnets");
    const apiVersion = subnet.versions.at(-1);
    const { title, text } = await session.connection.sendRequest("lazuli/schema", {
      type: "Network::Subnet",
      apiVersion,
    });
    assert.equal(title, `Network::Subnet ${apiVersion}`);
    assert.match(text, /addressPrefix/);
    await session.open("subnet.js", SUBNET);
    const here = await session.ask("lazuli/schema", "subnet.js", behind(SUBNET, "addressPr"));
    assert.match(here.title, /^Network::Subnet /);
    assert.equal(await session.connection.sendRequest("lazuli/schema", { type: "Network::Nothing" }), null);
  }));

test("the graph of a project", () =>
  withNetwork(async (session) => {
    const textDocument = { uri: session.uri("subnet.js") };
    const { mermaid, svg } = await session.connection.sendRequest("lazuli/graph", { textDocument });
    assert.match(mermaid, /machines/);
    assert.match(svg, /^<svg .*3 resources/);
    assert.deepEqual(await session.connection.sendRequest("lazuli/graph", {}), { mermaid, svg });
  }));

test("10,000 files are told in portions, and the server answers in between", { timeout: 60_000 }, (context) =>
  inSession(async (session) => {
    const text = "exports.createResources = () => [];\n";
    const begun = performance.now();
    for (let folder = 0; folder < 40; folder += 1) {
      await session.tell(Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`${folder}/${at}.js`, text])));
    }
    await session.open("resources.js", MISTAKES);
    await session.found("resources.js", some);
    context.diagnostic(`first findings after ${(performance.now() - begun).toFixed(0)} ms`);
  }),
);

test("a worker that cannot run says why", async () => {
  const { startThread } = await source("node/thread.ts");
  const { connectThread } = await source("server/thread.ts");
  const line = connectThread(startThread(join(ROOT, "dist/node-worker.js")), new TextEncoder().encode("no module"));
  const closed = new Promise((resolve) => line.reader.onClose(resolve));
  assert.match(await line.ended, /WebAssembly/);
  await closed;
});
