// What a server without a disk is told of the files of a workspace. The workspace is a folder of this machine.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { source } from "./support/source.mjs";

const { Teller } = await source("files/teller.ts");

/** The files of the machine, as the extension sees those of VS Code. */
const tree = {
  entries: async (folder) =>
    (await readdir(folder, { withFileTypes: true })).map((entry) => ({
      name: entry.name,
      place: join(folder, entry.name),
      kind: entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other",
    })),
  look: async (place) => {
    const found = await stat(place).catch(() => undefined);
    return found && { kind: found.isDirectory() ? "folder" : "file", size: found.size };
  },
  read: (file) => readFile(file),
  address: (place) => pathToFileURL(place).href,
};
const always = () => true;

let top;
before(async () => {
  top = await mkdtemp(join(tmpdir(), "lazuli-files-"));
});
after(() => rm(top, { recursive: true }));

/** A folder with files. */
async function folderWith(files) {
  const folder = await mkdtemp(join(top, "workspace-"));
  await Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }),
  );
  return folder;
}

/** A teller, the messages that it sent, and what is known of a folder by them. */
function teller(folder, limits) {
  const sent = [];
  const known = new Map();
  const telling = new Teller(
    tree,
    async (message) => {
      sent.push(message);
      for (const { uri, text } of message.files) {
        const name = decodeURI(uri.slice(tree.address(folder).length + 1));
        text === undefined ? known.delete(name) : known.set(name, text);
      }
    },
    limits,
  );
  return { telling, sent, known, names: () => [...known.keys()].sort() };
}

test("it tells of the files that the server reads, and of none that it passes over", async () => {
  const told = ["a.js", "b.mjs", "c.cjs", "d.ts", "e.mts", "f.cts", "g.json", "h.jsonc", "lazuli.toml", "in/deep/x.JS"];
  const left = [
    "README.md",
    "Cargo.toml",
    "node_modules/a/index.js",
    ".git/x.json",
    ".cache/y.js",
    ".eslintrc.json",
    "z.jsx",
  ];
  const folder = await folderWith(Object.fromEntries([...told, ...left].map((name) => [name, name])));
  await symlink(join(folder, "in"), join(folder, "loop"));
  const { telling, names, sent } = teller(folder);
  await telling.tellFolders([folder], always);
  assert.deepEqual(names(), told.toSorted());
  assert.equal(sent.length, 1);
  assert.equal(sent[0].more, undefined);
});

test("a file that is larger than the server reads is left out, and known again once it is smaller", async () => {
  const folder = await folderWith({ "large.json": "", "small.json": "{}" });
  await truncate(join(folder, "large.json"), 16 * 1024 * 1024 + 1);
  const { telling, names } = teller(folder);
  await telling.tellFolders([folder], always);
  assert.deepEqual(names(), ["small.json"]);
  await truncate(join(folder, "large.json"), 2);
  await telling.tellChanges([join(folder, "large.json")], always);
  assert.deepEqual(names(), ["large.json", "small.json"]);
});

test("10,000 files are told in portions, and the turn goes round in between", async (context) => {
  const names = Array.from({ length: 10_000 }, (_, at) => `${at % 100}/${at}.js`);
  const folder = await folderWith(
    Object.fromEntries(names.map((name) => [name, "exports.createResources = () => [];"])),
  );
  const { telling, known, sent } = teller(folder);
  let longest = 0;
  let last = performance.now();
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  });
  const begun = performance.now();
  await telling.tellFolders([folder], always);
  const took = performance.now() - begun;
  clearInterval(ticking);
  context.diagnostic(
    `${took.toFixed(0)} ms, ${sent.length} messages, never longer than ${longest.toFixed(0)} ms at a stretch`,
  );
  assert.equal(known.size, 10_000);
  assert.ok(sent.every(({ files }) => files.length <= 250));
  assert.deepEqual(
    sent.map(({ more }) => more),
    [...Array(sent.length - 1).fill(true), undefined],
  );
});

test("long files make short portions", async () => {
  const long = "x".repeat(600);
  const folder = await folderWith({ "a.js": long, "b.js": long, "c.js": long });
  const { telling, sent } = teller(folder, { files: 10, letters: 10_000, filesAtOnce: 10, lettersAtOnce: 1000 });
  await telling.tellFolders([folder], always);
  assert.deepEqual(
    sent.map(({ files }) => files.length),
    [1, 1, 1],
  );
});

test("it stops at its limits, and says so", async () => {
  const folder = await folderWith(Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`${at}.js`, "x"])));
  const { telling, known } = teller(folder, { files: 100, letters: 10_000, filesAtOnce: 10, lettersAtOnce: 1000 });
  await telling.tellFolders([folder], always);
  assert.ok(telling.isFull);
  assert.ok(known.size >= 100 && known.size < 200, String(known.size));
});

test("it stops when nobody wants to hear more", async () => {
  const folder = await folderWith(Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`${at}.js`, "x"])));
  const { telling, known, sent } = teller(folder);
  await telling.tellFolders([folder], () => known.size === 0 && sent.length > 0);
  assert.equal(known.size, 0);
});

test("it tells of what changes: files, and folders with all that is in them", async () => {
  const folder = await folderWith({ "a.js": "1", "in/b.js": "1", "in/deep/c.js": "1", "inside.js": "1" });
  const { telling, known, names } = teller(folder);
  await telling.tellFolders([folder], always);
  await writeFile(join(folder, "a.js"), "2");
  await rm(join(folder, "in"), { recursive: true });
  await mkdir(join(folder, "new/deep"), { recursive: true });
  await writeFile(join(folder, "new/deep/d.js"), "1");
  await mkdir(join(folder, "node_modules"));
  await writeFile(join(folder, "node_modules/e.js"), "1");
  const changed = ["a.js", "in", "new", "node_modules", "README.md"].map((name) => join(folder, name));
  await telling.tellChanges(changed, always);
  assert.deepEqual(names(), ["a.js", "inside.js", "new/deep/d.js"]);
  assert.equal(known.get("a.js"), "2");
});

test("a folder that is closed is not known any more", async () => {
  const folder = await folderWith({ "one/a.js": "1", "two/b.js": "1" });
  const { telling, names } = teller(folder);
  await telling.tellFolders([folder], always);
  await telling.tellClosed([join(folder, "one")]);
  assert.deepEqual(names(), ["two/b.js"]);
});

test("a folder that is not there is as one that is empty", async () => {
  const { telling, sent } = teller(top);
  await telling.tellFolders([join(top, "nowhere")], always);
  assert.deepEqual(sent, []);
});
