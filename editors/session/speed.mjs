// How fast the server is, as an editor sees it: `npm run speed`, with a release build in LAZULI_NATIVE.
// A file of a thousand lines in a project of two hundred files.
import { existsSync, readFileSync } from "node:fs";
import { Editor } from "./test/editor.mjs";
import { Project } from "./test/project.mjs";

const FILES = 200;
const KEYS = 300;
const LINES = 1_000;

const group = (name) => `  { type: "ResourceGroup", group: "Resources", properties: ({ config }) => ({ name: "${name}", location: config.location }) },\n`;

const network = (name, parent, prefix) => `  {
    type: "VirtualNetwork",
    group: "Network",
    properties: ({ config }) => ({
      name: "${name}",
      location: config.location,
      properties: { addressSpace: { addressPrefixes: ["${prefix}"] } },
    }),
    dependencies: () => ({ resourceGroup: "${parent}" }),
  },
`;

const subnet = (name, parent, prefix) => `  {
    type: "Subnet",
    group: "Network",
    properties: () => ({
      name: "${name}",
      properties: {
        addressPrefix: "${prefix}",
        privateEndpointNetworkPolicies: "Enabled",
        serviceEndpoints: [{ service: "Microsoft.Storage" }],
      },
    }),
    dependencies: () => ({ resourceGroup: "${parent.split("::")[0]}", virtualNetwork: "${parent}" }),
  },
`;

/** A file with a network of its own and subnets up to that many lines. */
function file(number, lines) {
  const [parent, name] = [`rg-${number}`, `net-${number}`];
  const own = `10.${number % 250}.0.0/16`;
  let text = `exports.createResources = () => [\n${group(parent)}${network(name, parent, own)}`;
  for (let at = 0; text.split("\n").length + 14 < lines; at += 1) {
    text += subnet(`inner-${at}`, `${parent}::${name}`, `10.${number % 250}.${at % 250}.0/24`);
  }
  return `${text}];\n`;
}

const files = Object.fromEntries(Array.from({ length: FILES - 1 }, (_, number) => [`resources-${number}.js`, file(number + 1, 100)]));
const large = file(0, LINES);
const project = new Project({ "package.json": "{}", "resources.js": large, ...files });
const uri = project.uri("resources.js");
const textDocument = { uri };

const started = performance.now();
const editor = new Editor();
await editor.initialize([project.folder]);
editor.open(uri, large);
const first = await editor.diagnostics(uri);
const toFirst = performance.now() - started;

const line = large.split("\n").findIndex((text) => text.includes("inner-30"));
const within = { line: line + 2, character: '        addressPrefix: "'.length };

/** The times of `KEYS` goes, in milliseconds. */
async function timed(go) {
  const times = [];
  for (let at = 0; at < KEYS; at += 1) {
    const before = performance.now();
    await go(at);
    times.push(performance.now() - before);
  }
  return times.sort((one, other) => one - other);
}

const keystroke = await timed(async (at) => {
  const end = { ...within, character: within.character + 1 };
  const change = at % 2 ? { range: { start: within, end }, text: "" } : { range: { start: within, end: within }, text: "x" };
  const version = editor.change(uri, change);
  await editor.diagnostics(uri, (told) => told.version === version);
});
const keys = { line: line + 5, character: 6 };
const place = (position) => ({ textDocument, position });
const ways = {
  "diagnostics of a keystroke": keystroke,
  "completion of a key": await timed(() => editor.request("textDocument/completion", place(keys))),
  "completion of a value": await timed(() => editor.request("textDocument/completion", place({ line: line + 3, character: 44 }))),
  "completion of a resource": await timed(() => editor.request("textDocument/completion", place({ line: large.split("\n").length - 2, character: 0 }))),
  hover: await timed(() => editor.request("textDocument/hover", place({ line: line + 3, character: 12 }))),
  "code actions": await timed(() => editor.request("textDocument/codeAction", { textDocument, range: { start: within, end: within }, context: { diagnostics: [] } })),
  definition: await timed(() => editor.request("textDocument/definition", place({ line: line + 7, character: 60 }))),
};
const status = `/proc/${editor.pid}/status`;
const memory = existsSync(status) ? readFileSync(status, "utf8").match(/VmHWM:\s*(\d+)/)[1] / 1024 : NaN;

console.log(`${FILES} files, ${large.split("\n").length - 1} lines in the open one, ${first.length} findings at first, ${KEYS} goes each\n`);
console.log("| what | median | p95 | most |\n|---|---:|---:|---:|");
for (const [name, times] of Object.entries(ways)) {
  const at = (part) => `${times[Math.floor(part * (times.length - 1))].toFixed(1)} ms`;
  console.log(`| ${name} | ${at(0.5)} | ${at(0.95)} | ${at(1)} |`);
}
console.log(`\nfrom start to first diagnostics: ${toFirst.toFixed(0)} ms; most memory: ${memory.toFixed(0)} MB`);
await editor.leave();
project.remove();
