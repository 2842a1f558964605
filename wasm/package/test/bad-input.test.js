// Whatever is given: a finding or a clear error, and the module lives on.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { load } from "../../pkg/index.js";

const linter = await load();
const GOOD = 'exports.createResources = () => [{ type: "ResourceGroup", group: "Resources", name: "rg", properties: () => ({}) }];';

/** That the module is as it was. */
function lives(linter) {
  const { summary } = linter.check([{ path: "resources.js", text: GOOD }]);
  assert.equal(summary.resources, 1);
  assert.equal(summary.errors, 0);
}

const MEBIBYTE = 1024 * 1024;
const texts = {
  "200,000 brackets": ["[".repeat(200_000), /nests more than \d+ levels/],
  "200,000 braces": ["{".repeat(200_000), /nests more than \d+ levels/],
  "templates in templates": ["`${".repeat(100_000), /nests more than \d+ levels/],
  "operators without end": [`${"-".repeat(300_000)}1`, /nests more than \d+ levels/],
  "a text of 17 MiB": ["a".repeat(17 * MEBIBYTE), /larger than 16 MiB/],
  "half a character": ["exports.x = '\ud800';", undefined],
  "zeros": ["\0".repeat(1000), /./],
  "nothing": ["", /./],
};

for (const [name, [text, said]] of Object.entries(texts)) {
  for (const path of ["resources.js", "resources.json", "resources.ts"]) {
    test(`${name}, as ${path}`, () => {
      const messages = linter.check([{ path, text }]).files.flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message));
      if (said && path !== "resources.ts") {
        assert.ok(path.endsWith("json") || messages.some((message) => said.test(message)), messages.join("\n").slice(0, 500));
      }
      const files = [{ path, text }];
      // What is refused for its size is refused whatever is asked.
      for (const offset of text.length > 16 * MEBIBYTE ? [] : [0, text.length >> 1, text.length, 4_294_967_295]) {
        linter.hover(files, path, offset);
        linter.complete(files, path, offset);
        linter.definition(files, path, offset);
      }
      linter.fix(files);
      lives(linter);
    });
  }
}

test("as deep as is read, each way of nesting", () => {
  for (const [open, close] of [["[", "]"], ["{a:", "}"], ["(", ")"], ["f(", ")"], ["!", ""], ["x=>", ""], ["`${", "}`"], ["a?b:", ""]]) {
    for (const depth of [250, 500, 511]) {
      const text = `exports.createResources = () => ${open.repeat(depth)}1${close.repeat(depth)};`;
      linter.check([{ path: "resources.js", text }]);
      linter.check([{ path: "resources.ts", text }]);
    }
  }
  linter.check([{ path: "resources.json", text: `${"[".repeat(250)}${"]".repeat(250)}` }]);
  lives(linter);
});

test("what is not of the shape that is declared is an error that says so", () => {
  const wrong = [
    () => linter.check(),
    () => linter.check(null),
    () => linter.check("resources.js"),
    () => linter.check([{ path: 1, text: "" }]),
    () => linter.check([{ path: "resources.js" }]),
    () => linter.fix([{ path: "resources.js", text: "" }], { unsafe: "yes" }),
    () => linter.hover([], "resources.js", 0),
    () => linter.symbols(null),
  ];
  for (const ask of wrong) {
    assert.throws(ask, { name: "LazuliError", kind: "input" });
  }
  lives(linter);
});

test("a swagger file that is none changes nothing", () => {
  const before = linter.catalogue().length;
  for (const text of ["", "{", "{}", "[]x", '{"swagger":"3.0"}', '{"swagger":"2.0"}', "\u{feff}"]) {
    assert.throws(() => linter.importSchema(new TextEncoder().encode(text)), { name: "LazuliError", kind: "schema" }, text);
  }
  assert.throws(() => linter.importSchema(new Uint8Array([0xff, 0xfe, 0x00])), { kind: "schema", message: "the file is not UTF-8" });
  assert.equal(linter.catalogue().length, before);
  lives(linter);
});

test("a trap is an error, and the next question gets a fresh instance that knows what this one was told", () => {
  // With so small a stack, deep nesting overflows it: in earnest, and not by a mistake made for the test.
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--stack-size=90", fileURLToPath(new URL("crash.js", import.meta.url))],
    { encoding: "utf8" },
  );
  assert.equal(status, 0, stderr);
  assert.deepEqual(stdout.trim().split("\n"), ["crash", "known", "quiet", "1"]);
});
