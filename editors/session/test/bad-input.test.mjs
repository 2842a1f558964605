// What no client should do, and what becomes of it.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { Editor, capabilities } from "./editor.mjs";
import { Project, placeOf } from "./project.mjs";

const SUBNET = `exports.createResources = () => [
  { type: "ResourceGroup", group: "Resources", properties: () => ({ name: "rg" }) },
  {
    type: "VirtualNetwork",
    group: "Network",
    properties: () => ({ name: "net", properties: { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } } }),
    dependencies: () => ({ resourceGroup: "rg" }),
  },
];
`;
const WRONG = SUBNET.replace('name: "net",', 'name: "net", sku: "x",');

/** A session in a project with files, for one test. */
async function session(t, files, options) {
  const project = new Project({ "package.json": "{}", ...files });
  const editor = new Editor();
  t.after(() => editor.kill());
  t.after(() => project.remove());
  await editor.initialize([project.folder], options);
  return { project, editor, uri: project.uri("resources.js"), textDocument: { uri: project.uri("resources.js") } };
}

async function end({ editor }) {
  assert.equal(await editor.leave(), 0);
}

/** What goes over the line for a message. */
const framed = (text) => `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;

test("what is no message is answered as such, and the session goes on", async (t) => {
  const open = await session(t, {});
  const { editor, uri } = open;
  const raw = rawAnswers(editor);
  for (const text of ["{oops", "", "[]", '{"jsonrpc":"2.0"}', '"text"', '{"id":{},"method":"x"}', '{"id":null,"method":"x"}', "\u0000"]) {
    editor.line.write(framed(text));
  }
  // Whoever refuses a refusal may be refused for ever.
  editor.line.write(framed('{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"?"}}'));
  editor.line.write(`content-length: 2\r\nX-Other: 1\r\n\r\n{}`);
  editor.open(uri, WRONG);
  assert.equal((await editor.diagnostics(uri)).length > 0, true);
  assert.deepEqual(raw(), [-32700, -32700, -32600, -32600, -32600, -32600, -32600, -32700, -32600]);
  await end(open);
});

test("a stream in which nobody can tell where the next message begins ends the session", async (t) => {
  for (const text of ["no header at all\r\n\r\n{}", "Content-Length: many\r\n\r\n{}", "\r\n\r\n"]) {
    // One that is asked nothing, and has said all: it could not answer any more.
    const { editor } = await session(t, {}, { client: {} });
    await editor.request("workspace/symbol", { query: "" });
    editor.line.write(text + framed("{}"));
    assert.equal(await editor.ended, 1, text);
  }
});

test("requests that are wrong are refused, each with its reason", async (t) => {
  const project = new Project({});
  const editor = new Editor();
  t.after(() => editor.kill());
  t.after(() => project.remove());
  const code = (asked) => asked.then(() => "answered").catch((error) => error.code);
  assert.equal(await code(editor.request("textDocument/hover", {})), -32002);
  await editor.initialize([project.folder]);
  assert.equal(await code(editor.request("initialize", { capabilities })), -32600);
  assert.equal(await code(editor.request("textDocument/nothing", {})), -32601);
  assert.equal(await code(editor.request("textDocument/hover", { textDocument: 7 })), -32602);
  assert.equal(await code(editor.request("workspace/executeCommand", { command: "rm" })), -32602);
  const elsewhere = { command: "lazuli.openDocumentation", arguments: ["https://example.com"] };
  assert.equal(await code(editor.request("workspace/executeCommand", elsewhere)), -32602);
  editor.notify("textDocument/didChange", { textDocument: "?" });
  await editor.request("shutdown");
  assert.equal(await code(editor.request("textDocument/hover", {})), -32600);
  await editor.notify("exit");
  assert.equal(await editor.ended, 0);
});

test("who leaves without a word is not said to have left well", async (t) => {
  const { editor } = await session(t, {});
  await editor.notify("exit");
  assert.equal(await editor.ended, 1);
});

test("a file that nobody opened has nothing to be said of it", async (t) => {
  const open = await session(t, { "resources.js": WRONG });
  const { editor, textDocument, project } = open;
  const position = { line: 3, character: 12 };
  const range = { start: position, end: position };
  const context = { diagnostics: [], includeDeclaration: true };
  for (const unknown of [textDocument, { uri: project.uri("nowhere.js") }, { uri: "untitled:Untitled-1" }, { uri: "" }, { uri: "file://" }]) {
    const of = (method, params = {}) => editor.request(`textDocument/${method}`, { textDocument: unknown, position, ...params });
    assert.equal(await of("hover"), null);
    assert.equal(await of("completion"), null);
    assert.equal(await of("definition"), null);
    assert.deepEqual(await of("references", { context }), []);
    assert.deepEqual(await of("codeAction", { range, context }), []);
    assert.equal(await of("rename", { newName: "x" }), null);
    assert.deepEqual((await of("diagnostic")).items, []);
    editor.notify("textDocument/didChange", { textDocument: { ...unknown, version: 2 }, contentChanges: [{ text: "" }] });
    editor.notify("textDocument/didClose", { textDocument: unknown });
  }
  await end(open);
});

test("a file that is no file of a format that is read is left alone", async (t) => {
  const open = await session(t, {});
  const { editor, project } = open;
  editor.open(project.uri("README.md"), "# 1", "markdown");
  editor.open("untitled:Untitled-1", WRONG, "plaintext");
  assert.deepEqual(await editor.diagnostics(project.uri("README.md")), []);
  const other = { textDocument: { uri: project.uri("README.md") }, position: { line: 0, character: 0 } };
  assert.equal(await editor.request("textDocument/hover", other), null);
  await end(open);
});

test("a change outside of the text is made as far as the text goes", async (t) => {
  const open = await session(t, {});
  const { editor, uri, textDocument } = open;
  editor.open(uri, SUBNET.slice(0, 60));
  const far = { line: 4_294_967_295, character: 4_294_967_295 };
  // At the end; between two places in the wrong order; nothing at all.
  editor.change(uri, { range: { start: far, end: far }, text: SUBNET.slice(60) });
  editor.change(uri, { range: { start: { line: 0, character: 999 }, end: { line: 0, character: 33 } }, text: "" });
  editor.change(uri, { range: { start: far, end: { line: 0, character: 33 } }, text: SUBNET.slice(33) });
  editor.change(uri, { range: { start: { line: 9, character: 0 }, end: far }, text: "" });
  assert.deepEqual(await editor.diagnostics(uri, ({ version }) => version === 5), []);
  const symbols = await editor.request("textDocument/documentSymbol", { textDocument });
  assert.deepEqual(symbols.map(({ name, range }) => [name, range.start.line]), [["rg", 1], ["net", 2]]);
  const hover = await editor.request("textDocument/hover", { textDocument, position: far });
  assert.equal(hover, null);
  await end(open);
});

test("a change whose place cannot be understood is passed over, and said", async (t) => {
  const open = await session(t, {});
  const { editor, uri } = open;
  const logged = new Promise((resolve) => editor.connection.onNotification("window/logMessage", resolve));
  editor.open(uri, WRONG);
  const before = await editor.diagnostics(uri);
  editor.change(uri, { range: { start: { line: -1, character: 0 }, end: { line: 1, character: 0 } }, text: "x" });
  assert.match((await logged).message, /^passed over what the client told: invalid value: integer `-1`/);
  const version = editor.change(uri, { range: null, text: `${WRONG}\n` });
  assert.deepEqual(await editor.diagnostics(uri, (told) => told.version === version), before);
  await end(open);
});

test("a file that is open by two addresses is what was opened last", async (t) => {
  const open = await session(t, {});
  const { editor, uri } = open;
  const other = uri.replace("resources.js", "%72esources.js");
  editor.open(uri, WRONG);
  const before = await editor.diagnostics(uri);
  editor.open(other, WRONG);
  assert.deepEqual(await editor.diagnostics(other), before);
  assert.deepEqual(await editor.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 0), []);
  editor.change(uri, { text: "" });
  editor.close(uri);
  const symbols = await editor.request("textDocument/documentSymbol", { textDocument: { uri: other } });
  assert.equal(symbols.length, 2);
  assert.deepEqual(editor.told(other).diagnostics, before);
  editor.close(other);
  assert.deepEqual(await editor.diagnostics(other, ({ diagnostics }) => diagnostics.length === 0), []);
  await end(open);
});

test("a byte-order mark that an editor sends is a letter of its text", async (t) => {
  const open = await session(t, {});
  const { editor, project, uri } = open;
  const text = `\ufeff${WRONG.replaceAll("\n", " ")}`;
  const at = { line: 0, character: text.indexOf("sku") };
  editor.open(uri, text);
  const [found] = await editor.diagnostics(uri);
  assert.deepEqual(found.range.start, at);
  const version = editor.change(uri, { range: { start: at, end: { line: 0, character: at.character + 'sku: "x", '.length } }, text: "" });
  assert.deepEqual(await editor.diagnostics(uri, (told) => told.version === version), []);
  // One that a file has is in no column: an editor leaves it out when it opens the file.
  project.write("other.js", text);
  editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: project.uri("other.js"), type: 1 }] });
  const symbols = await editor.request("workspace/symbol", { query: "net" });
  const place = symbols.find(({ location }) => location.uri === project.uri("other.js")).location.range.start;
  assert.deepEqual(place, { line: 0, character: text.indexOf('"net"') - 1 });
  await end(open);
});

test("a request that is called off is not answered, but for that", async (t) => {
  const open = await session(t, {});
  const { editor, uri, textDocument } = open;
  editor.open(uri, SUBNET.replace("];\n", "  \n];\n"));
  await editor.diagnostics(uri);
  const text = (message) => framed(JSON.stringify({ jsonrpc: "2.0", ...message }));
  const params = { textDocument, position: { line: 8, character: 2 } };
  const raw = rawAnswers(editor);
  editor.line.write(
    text({ id: "slow", method: "textDocument/completion", params }) +
      text({ id: "called off", method: "textDocument/completion", params }) +
      text({ method: "$/cancelRequest", params: { id: "called off" } }) +
      text({ method: "$/cancelRequest", params: { id: "never asked" } }) +
      text({ method: "$/cancelRequest", params: {} }),
  );
  await editor.request("textDocument/documentSymbol", { textDocument });
  assert.deepEqual(raw(), [-32800]);
  await end(open);
});

test("a file that is deleted while it is open is what the editor shows, until it is closed", async (t) => {
  const open = await session(t, { "resources.js": WRONG });
  const { editor, project, uri, textDocument } = open;
  editor.open(uri, WRONG);
  const before = await editor.diagnostics(uri);
  project.remove("resources.js");
  editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 3 }] });
  const version = editor.change(uri, { text: `${WRONG}\n` });
  assert.deepEqual(await editor.diagnostics(uri, (told) => told.version === version), before);
  editor.close(uri);
  assert.deepEqual(await editor.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 0), []);
  assert.equal(await editor.request("textDocument/hover", { textDocument, position: placeOf(WRONG, '"net"') }), null);
  assert.deepEqual(await editor.request("workspace/symbol", { query: "" }), []);
  await end(open);
});

test("two folders are two projects, each with its own config", async (t) => {
  const subnets = (name) =>
    `exports.createResources = () => [\n  { type: "Subnet", group: "Network", properties: () => ({ name: "${name}" }), dependencies: () => ({ resourceGroup: "rg", virtualNetwork: "rg::net" }) },\n];\n`;
  const one = new Project({ "package.json": "{}", "network.js": SUBNET, "resources.js": subnets("a") });
  const other = new Project({ "lazuli.toml": '[rules]\n"reference/dangling" = "error"\n', "resources.js": subnets("b"), "group.js": 'exports.createResources = () => [{ type: "ResourceGroup", group: "Resources", properties: () => ({ name: "rg" }) }, { type: "VirtualNetwork", group: "Network", properties: () => ({ name: "other" }), dependencies: () => ({ resourceGroup: "rg" }) }];' });
  const editor = new Editor();
  t.after(() => editor.kill());
  t.after(() => [one, other].forEach((project) => project.remove()));
  await editor.initialize([one.folder]);
  editor.notify("workspace/didChangeWorkspaceFolders", { event: { added: [{ uri: other.uri(""), name: "other" }], removed: [] } });
  editor.open(one.uri("resources.js"), subnets("a"));
  editor.open(other.uri("resources.js"), subnets("b"));
  assert.deepEqual(await editor.diagnostics(one.uri("resources.js")), []);
  const found = await editor.diagnostics(other.uri("resources.js"));
  assert.deepEqual(found.map(({ code, severity }) => [code, severity]), [["reference/dangling", 1]]);
  const names = async () => (await editor.request("workspace/symbol", { query: "Subnet" })).map(({ name }) => name).sort();
  assert.deepEqual(await names(), ["a", "b"]);
  editor.close(other.uri("resources.js"));
  editor.notify("workspace/didChangeWorkspaceFolders", { event: { added: [], removed: [{ uri: other.uri(""), name: "other" }] } });
  assert.deepEqual(await names(), ["a"]);
  assert.equal(await editor.leave(), 0);
});

test("a folder with 10,000 files is served at once, and kept in bounds", async (t) => {
  const files = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, number) => [`folder${number % 100}/resources-${number}.js`, SUBNET.replaceAll('"rg"', `"rg${number}"`)]),
  );
  const wanted = SUBNET.replaceAll('"rg"', '"mine"').replace('resourceGroup: "mine"', 'resourceGroup: "rg9999"');
  const open = await session(t, { ...files, "resources.js": wanted });
  const { editor, uri, textDocument } = open;
  editor.open(uri, wanted);
  assert.deepEqual(await editor.diagnostics(uri), []);
  // It is known only once all files are read that the group is declared in none.
  const version = editor.change(uri, { text: wanted.replace("rg9999", "rg10000") });
  const found = await editor.diagnostics(uri, (told) => told.version === version && told.diagnostics.length > 0);
  assert.deepEqual(found.map(({ code }) => code), ["reference/dangling"]);
  const hover = await editor.request("textDocument/hover", { textDocument, position: placeOf(wanted, '"VirtualNetwork"', 2) });
  assert.equal(hover.contents.value.includes("Network::VirtualNetwork"), true);
  console.log(`10,000 files: ${memory(editor)}`);
  await end(open);
});

test("a storm of changes ends with what the text is then", async (t) => {
  const open = await session(t, { "resources.js": WRONG });
  const { editor, uri, textDocument } = open;
  editor.open(uri, SUBNET);
  await editor.diagnostics(uri);
  const at = placeOf(SUBNET, 'name: "net"', 'name: "net'.length);
  const range = { start: at, end: { ...at, character: at.character + 1 } };
  let version = 1;
  // A thousand changes in each second, for ten of them.
  await new Promise((resolve) => {
    const started = performance.now();
    const timer = setInterval(() => {
      const due = Math.min(performance.now() - started, 10_000);
      while (version <= due) {
        version = editor.change(uri, { range, text: version % 2 ? "'" : '"' });
      }
      if (due === 10_000) {
        clearInterval(timer);
        resolve();
      }
    }, 1);
  });
  const last = editor.change(uri, { text: WRONG });
  const found = await editor.diagnostics(uri, (told) => told.version === last);
  assert.deepEqual(found.map(({ code }) => code), ["schema/unknown-property"]);
  assert.equal((await editor.request("textDocument/documentSymbol", { textDocument })).length, 2);
  console.log(`${last} changes in 10 s: ${memory(editor)}`);
  await end(open);
});

test("a server whose client is gone goes, too", async (t) => {
  const { editor, uri } = await session(t, { "resources.js": WRONG });
  editor.open(uri, WRONG);
  await editor.diagnostics(uri);
  editor.line.end();
  assert.equal(await editor.ended, 1);
});

/** The codes of errors that answer what this client knows nothing of. */
function rawAnswers(editor) {
  const codes = [];
  const reader = editor.output;
  let rest = Buffer.alloc(0);
  reader.on("data", (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = rest.indexOf("\r\n\r\n");
      const length = head < 0 ? 0 : Number(/content-length: (\d+)/i.exec(rest.subarray(0, head).toString())[1]);
      if (head < 0 || rest.length < head + 4 + length) {
        return;
      }
      const message = JSON.parse(rest.subarray(head + 4, head + 4 + length).toString());
      rest = rest.subarray(head + 4 + length);
      if (message.error && typeof message.id !== "number") {
        codes.push(message.error.code);
      }
    }
  });
  return () => codes;
}

/** The most memory that the server had, where the system tells. */
function memory(editor) {
  const file = `/proc/${editor.pid}/status`;
  return existsSync(file) ? readFileSync(file, "utf8").match(/VmHWM:\s*(.*)/)[1] : "who knows how much memory";
}
