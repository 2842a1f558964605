// The command of the package beside the native one: the same bytes, the same exit codes.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const packed = fileURLToPath(new URL("../../pkg/command.js", import.meta.url));
const native = process.env.LAZULI_NATIVE;
const corpus = join(root, "../shared/corpus");
const examples = join(root, "examples");

const skip = native ? false : "LAZULI_NATIVE does not name the native command";
const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const run = (command, given, options) => {
  const { status, stdout, stderr } = spawnSync(command, given, { encoding: "utf8", maxBuffer: 1 << 28, ...options });
  // The time is the one thing that differs from run to run.
  return { status, stdout: stdout.replace(/"milliseconds":\d+/, '"milliseconds":0'), stderr };
};

/** Runs both, and says what they say. */
function both(given, options = {}) {
  const environment = { ...process.env, NO_COLOR: "1" };
  const [one, other] = [run(native, given, { env: environment, ...options }), run(process.execPath, [packed, ...given], { env: environment, ...options })];
  assert.deepEqual(other, one, given.join(" "));
  return one;
}

test("the reports of the whole corpus", { skip: skip || (existsSync(corpus) ? false : "the corpus is not there") }, () => {
  for (const folder of readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    for (const options of [[], ["--info"], ["--format", "json"], ["--info", "--deny-warnings"]]) {
      both(["check", ...options, folder.name], { cwd: corpus });
    }
  }
  assert.ok(both(["check", "--format", "json", "gc-examples/**/*.js"], { cwd: corpus }).stdout.length > 1000);
  both(["check", "."], { cwd: join(corpus, "gc-examples") });
  both(["check", "../gc-examples/Compute-vm"], { cwd: join(corpus, "gc-examples") });
  both(["check", join(corpus, "gc-examples")], { cwd: root });
  both(["graph", "--format", "json", "gc-examples"], { cwd: corpus });
});

test("flags, problems and exit codes", { skip }, () => {
  const inExamples = { cwd: examples };
  assert.equal(both(["check", "network"], inExamples).status, 0);
  assert.equal(both(["check", "mistakes"], inExamples).status, 1);
  assert.equal(both(["check", "mistakes", "--color", "always"], inExamples).status, 1);
  assert.equal(both(["check", "*/resources.js*"], inExamples).status, 1);
  assert.equal(both(["check", "nowhere.js"], inExamples).status, 2);
  assert.equal(both(["check", "nowhere/*.js"], inExamples).status, 2);
  assert.equal(both(["check", "--no-such-flag"], inExamples).status, 2);
  assert.equal(both(["check", "--diff", "mistakes"], inExamples).status, 1);
  assert.equal(both(["check", "--help"], inExamples).status, 0);
  assert.equal(both([], inExamples).status, 2);
  const input = readFileSync(join(examples, "mistakes/resources.js"));
  assert.equal(both(["check", "--stdin-filename", "resources.js"], { ...inExamples, input }).status, 1);
  for (const given of [["--version"], ["rules"], ["explain", "schema/enum"], ["schema", "show", "Network::Subnet"], ["schema", "list"]]) {
    assert.equal(both(given, inExamples).status, 0);
  }
});

test("fixes, configs and baselines are written and read", { skip }, () => {
  const copies = [native, process.execPath].map(() => {
    const folder = mkdtempSync(join(tmpdir(), "lazuli-"));
    folders.push(folder);
    cpSync(join(examples, "mistakes"), folder, { recursive: true });
    return folder;
  });
  const steps = [
    ["check", "--write-baseline"],
    ["check", "--baseline", "lazuli-baseline.json"],
    ["check", "--fix"],
    ["check", "--baseline", "lazuli-baseline.json", "--prune-baseline"],
    ["init"],
    ["config", "show", "resources.js"],
    ["check", "--fix", "--unsafe-fixes"],
  ];
  for (const step of steps) {
    const one = run(native, step, { cwd: copies[0] });
    const other = run(process.execPath, [packed, ...step], { cwd: copies[1] });
    assert.deepEqual(other, one, step.join(" "));
  }
  const [one, other] = copies.map((folder) => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  assert.deepEqual(other, one);
  assert.ok(one.length >= 3);
});

test("a fix keeps the permissions of a file", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "lazuli-"));
  folders.push(folder);
  const file = join(folder, "resources.js");
  for (const mode of [0o600, 0o755]) {
    cpSync(join(examples, "mistakes/resources.js"), file);
    chmodSync(file, mode);
    assert.equal(run(process.execPath, [packed, "check", "--fix", file], { cwd: folder }).status, 1);
    assert.equal(statSync(file).mode & 0o777, mode);
  }
});

test("a folder that is gone is one clear line and exit code 2", { skip: process.platform === "win32" }, () => {
  const folder = mkdtempSync(join(tmpdir(), "lazuli-"));
  const script = `cd ${JSON.stringify(folder)} && rmdir ${JSON.stringify(folder)} && exec "$0" "$1" check`;
  const { status, stderr } = run("sh", ["-c", script, process.execPath, packed]);
  assert.equal(status, 2);
  assert.match(stderr, /^lazuli: .+\n$/);
});

test("a config above the folder counts", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "lazuli-"));
  folders.push(folder);
  writeFileSync(join(folder, "lazuli.toml"), '[rules]\n"schema/*" = "off"\n"private-link/*" = "off"\n');
  cpSync(join(examples, "mistakes"), join(folder, "infra"), { recursive: true });
  both(["check"], { cwd: join(folder, "infra") });
  both(["check", "infra"], { cwd: folder });
});
