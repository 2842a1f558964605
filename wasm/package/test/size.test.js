// How much a page has to load.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** The most that the module may take, as a server sends it, with all that is known of resource types. */
const LARGEST = 700_000;

const sizes = (name) => {
  const bytes = readFileSync(new URL(`../../pkg/${name}`, import.meta.url));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes, { params }).length };
};

test("the module with all that is known is small enough for a page", () => {
  const table = { "lazuli_bg.wasm": sizes("lazuli_bg.wasm"), "bindings/lazuli.js": sizes("bindings/lazuli.js") };
  console.table(table);
  assert.ok(table["lazuli_bg.wasm"].brotli < LARGEST, `${table["lazuli_bg.wasm"].brotli} bytes`);
});
