import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./support/source.mjs";

const { chooseServer, wishOf } = await source("server/choice.ts");
const { remedyFor } = await source("server/remedy.ts");
const { kindsIn } = await source("server/selector.ts");

const BUILTIN = { kind: "builtin" };
const NATIVE = { kind: "native", path: "/usr/bin/lazuli", version: "0.1.0" };

/** A machine with these programs; `onPath` is the one that is found by its name. */
const machine = (versions, onPath) => ({
  find: async () => onPath,
  version: async (path) => {
    if (versions[path] === undefined) {
      throw new Error("there is no such program");
    }
    return versions[path];
  },
});
const installed = machine({ "/usr/bin/lazuli": "0.1.0" }, "/usr/bin/lazuli");
const bare = machine({}, undefined);

test("without settings it is the program on the PATH, else the built-in server", async () => {
  const wish = { kind: "auto", path: "" };
  assert.deepEqual(await chooseServer(wish, installed, true), { server: NATIVE });
  assert.deepEqual(await chooseServer(wish, bare, true), { server: BUILTIN });
});

test("a program that is named comes before the one on the PATH", async () => {
  const both = machine({ "/usr/bin/lazuli": "0.1.0", "/opt/lazuli": "0.2.0" }, "/usr/bin/lazuli");
  const { server } = await chooseServer({ kind: "auto", path: "/opt/lazuli" }, both, true);
  assert.deepEqual(server, { kind: "native", path: "/opt/lazuli", version: "0.2.0" });
});

test("a program that is named and missing is told of, and the built-in server taken", async () => {
  assert.deepEqual(await chooseServer({ kind: "auto", path: "/opt/lazuli" }, installed, true), {
    server: BUILTIN,
    problem: "/opt/lazuli: there is no such program",
  });
});

test("who wants a program of the machine gets that or none", async () => {
  assert.deepEqual(await chooseServer({ kind: "native", path: "" }, installed, true), { server: NATIVE });
  assert.deepEqual(await chooseServer({ kind: "native", path: "" }, bare, true), {
    problem: "There is no program `lazuli` on the PATH.",
  });
  assert.deepEqual(await chooseServer({ kind: "native", path: "/opt/lazuli" }, installed, true), {
    problem: "/opt/lazuli: there is no such program",
  });
});

test("who wants the built-in server gets it", async () => {
  assert.deepEqual(await chooseServer({ kind: "builtin", path: "/usr/bin/lazuli" }, installed, true), {
    server: BUILTIN,
  });
});

test("in a browser, and for files that are on no disk, it is the built-in server", async () => {
  assert.deepEqual(await chooseServer({ kind: "native", path: "/usr/bin/lazuli" }, undefined, true), {
    server: BUILTIN,
  });
  assert.deepEqual(await chooseServer({ kind: "auto", path: "" }, installed, false), { server: BUILTIN });
  assert.deepEqual(await chooseServer({ kind: "native", path: "" }, installed, false), { server: NATIVE });
});

test("a workspace that nobody trusts has no say in which program is started", () => {
  const settings = {
    "server.kind": { defaultValue: "auto", workspaceValue: "native" },
    "server.path": { defaultValue: "", globalValue: "/usr/bin/lazuli", workspaceValue: "/workspace/evil" },
  };
  const inspect = (name) => settings[name];
  assert.deepEqual(wishOf(inspect, false), { kind: "auto", path: "/usr/bin/lazuli" });
  assert.deepEqual(wishOf(inspect, true), { kind: "native", path: "/workspace/evil" });
});

test("settings that are no settings are as none", () => {
  const settings = { "server.kind": { globalValue: "fast" }, "server.path": { globalValue: 7 } };
  assert.deepEqual(
    wishOf((name) => settings[name], true),
    { kind: "auto", path: "" },
  );
  assert.deepEqual(
    wishOf(() => undefined, true),
    { kind: "auto", path: "" },
  );
});

test("the built-in server takes over from a program that crashed, if nobody insists on that program", () => {
  assert.equal(remedyFor(NATIVE, { kind: "auto", path: "" }, [0], 0), "builtin");
  assert.equal(remedyFor(NATIVE, { kind: "native", path: "" }, [0], 0), "again");
});

test("a server that crashes is started again once, and again only after a while", () => {
  const wish = { kind: "builtin", path: "" };
  assert.equal(remedyFor(BUILTIN, wish, [0], 0), "again");
  assert.equal(remedyFor(BUILTIN, wish, [0, 1000], 1000), "none");
  assert.equal(remedyFor(BUILTIN, wish, [0, 1_000_000], 1_000_000), "again");
});

test("documents are checked in the schemes of the workspace, on the disk, and where they are not saved yet", () => {
  const kinds = kindsIn(["vscode-vfs", "file"]);
  assert.deepEqual([...new Set(kinds.map(({ scheme }) => scheme))], ["file", "untitled", "vscode-vfs"]);
  assert.ok(kinds.some(({ scheme, pattern }) => scheme === "vscode-vfs" && pattern === "**/lazuli.toml"));
  assert.ok(!kinds.some(({ scheme }) => scheme === "git"));
});
