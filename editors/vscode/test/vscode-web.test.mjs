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

/** Runs a script; where it fails, all is shown that VS Code told. */
async function run(context, ...given) {
  const { code, told } = await runInCode(...given);
  told.filter((line) => line.startsWith("done: ")).forEach((line) => context.diagnostic(line));
  assert.equal(code, 0, told.join("\n"));
}

test("the packaged extension works in VS Code for the Web", options, (context) =>
  run(context, "extension.js", WORKSPACE),
);

test("a server that ends by itself is started again once, and left after that", options, (context) =>
  // Twice at the start, and twice when somebody asks for another.
  run(context, "crash.js", WORKSPACE, 4),
);
