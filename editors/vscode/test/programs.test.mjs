// Programs of this machine: scripts that behave as a good server, a bad one, or none.

import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, before, test } from "node:test";
import { source } from "./support/source.mjs";

const { find, version } = await source("node/programs.ts");
const { startProcess } = await source("node/process.ts");

// Scripts are programs only there.
const skip = process.platform === "win32" ? "the scripts are those of a shell" : false;
const { PATH } = process.env;

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "lazuli-programs-"));
});
after(() => rm(folder, { recursive: true }));

async function script(name, text) {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${text}\n`);
  await chmod(path, 0o755);
  return path;
}

test("a program says its version", { skip }, async () => {
  assert.equal(await version(await script("good", "echo lazuli 1.2.3")), "1.2.3");
});

test("what is no lazuli is not taken for it", { skip }, async () => {
  await assert.rejects(version(await script("other", "echo other 1.0")), /this program is not lazuli/);
  await assert.rejects(version(await script("failing", "exit 3")), /Command failed/);
  await assert.rejects(version(join(folder, "missing")), /there is no such program/);
  await assert.rejects(version(folder), /there is no such program/);
  await assert.rejects(version("lazuli"), /no whole path/);
});

test("a program is looked for in the whole paths of the PATH, and only there", { skip }, async () => {
  const bin = join(folder, "bin");
  await mkdir(bin);
  await script("bin/lazuli", "echo lazuli 0.1.0");
  process.env.PATH = ["", ".", "relative", join(folder, "nowhere"), bin].join(delimiter);
  try {
    assert.equal(await find("lazuli"), join(bin, "lazuli"));
    await chmod(join(bin, "lazuli"), 0o644);
    assert.equal(await find("lazuli"), undefined);
  } finally {
    process.env.PATH = PATH;
  }
});

test("a program that ends says how, and what it said is passed on", { skip }, async () => {
  const said = [];
  const connection = startProcess(await script("ends", "echo out of luck >&2; exit 3"), (line) => said.push(line));
  const closed = new Promise((resolve) => connection.reader.onClose(resolve));
  connection.reader.listen(() => undefined);
  assert.equal(await connection.ended, "exit code 3");
  await closed;
  assert.deepEqual(said, ["out of luck"]);
});

test("a program that does not end is ended", { skip }, async () => {
  const connection = startProcess(await script("stays", "exec cat >/dev/null"), () => undefined);
  connection.end();
  assert.equal(await connection.ended, "signal SIGTERM");
});

test("a program that is not there ends at once", async () => {
  const connection = startProcess(join(folder, "missing"), () => undefined);
  assert.match(await connection.ended, /ENOENT/);
});
