import assert from "node:assert/strict";
import { stat } from "node:fs/promises";
import { test } from "node:test";
import { PACKAGE, packaged } from "./support/package.mjs";

const EXPECTED = [
  "[Content_Types].xml",
  "extension.vsixmanifest",
  "extension/LICENSE.txt",
  "extension/changelog.md",
  "extension/dist/THIRD-PARTY.txt",
  "extension/dist/node-worker.js",
  "extension/dist/node.js",
  "extension/dist/sample.js",
  "extension/dist/server.wasm",
  "extension/dist/web-worker.js",
  "extension/dist/web.js",
  "extension/icon.png",
  "extension/package.json",
  "extension/readme.md",
  "extension/walkthrough/configure.md",
  "extension/walkthrough/fix.md",
  "extension/walkthrough/open.md",
  "extension/walkthrough/see.md",
];

test("the package holds what it should, and nothing else", async (context) => {
  const files = await packaged();
  assert.deepEqual([...files.keys()].sort(), EXPECTED);
  const { size } = await stat(PACKAGE);
  context.diagnostic(`${(size / 1024 / 1024).toFixed(2)} MiB packed`);
  for (const [name, content] of files) {
    if (content.length > 100_000) {
      context.diagnostic(`${name}: ${(content.length / 1024).toFixed(0)} KiB`);
    }
  }
});

test("the licences of what others wrote are in it, of packages and of crates", async () => {
  const licences = (await packaged()).get("extension/dist/THIRD-PARTY.txt").toString();
  assert.match(licences, /^vscode-languageclient\//m);
  assert.match(licences, /^oxc_parser [\d.]+  MIT  https:/m);
});

test("its package.json names files that are there, and commands that are declared", async () => {
  const files = await packaged();
  const { main, browser, icon, contributes } = JSON.parse(files.get("extension/package.json"));
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  const named = [main, browser, icon, ...steps.map(({ media }) => media.markdown)];
  for (const name of named) {
    assert.ok(files.has(`extension/${name.replace(/^\.\//, "")}`), name);
  }
  const declared = contributes.commands.map(({ command }) => command);
  const bundle = files.get("extension/dist/node.js").toString();
  declared.forEach((command) => assert.ok(bundle.includes(`"${command}"`), command));
  const called = steps.flatMap(({ description }) => description.match(/(?<=command:)lazuli\.\w+/g) ?? []);
  called.forEach((command) => assert.ok(declared.includes(command), command));
});

test("nothing of Node is in what runs in a browser", async () => {
  const files = await packaged();
  for (const name of ["web.js", "web-worker.js"]) {
    const required =
      files
        .get(`extension/dist/${name}`)
        .toString()
        .match(/\brequire\("[^"]*"\)/g) ?? [];
    assert.deepEqual([...new Set(required)], name === "web.js" ? ['require("vscode")'] : []);
  }
});
