import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { withoutChromium } from "./support/chromium.mjs";
import { NETWORK, SUBNET } from "./support/network.mjs";
import { ROOT } from "./support/source.mjs";
import { runInCode } from "./support/vscode-web.mjs";

const WORKSPACE = {
  "/workspace/package.json": "{}",
  // A project of its own.
  "/workspace/mistakes/package.json": "{}",
  "/workspace/mistakes/resources.js": await readFile(join(ROOT, "dist/sample.js"), "utf8"),
  "/workspace/network/network.js": NETWORK,
  "/workspace/subnets/subnet.js": SUBNET,
};

const options = { skip: withoutChromium, timeout: 120_000 };

test("the packaged extension works in VS Code for the Web", options, async (context) => {
  const { code, told } = await runInCode("extension.js", WORKSPACE);
  told.forEach((line) => context.diagnostic(line));
  assert.equal(code, 0, "a step failed");
});

test("a server that ends by itself is started again once, and left after that", options, async (context) => {
  // Twice at the start, and twice when somebody asks for another.
  const { code, told } = await runInCode("crash.js", WORKSPACE, 4);
  told.forEach((line) => context.diagnostic(line));
  assert.equal(code, 0, "a step failed");
});
