// The sources of the extension for tests in Node, as they are, without what needs VS Code.

import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { build } from "esbuild";

export const ROOT = join(import.meta.dirname, "../..");

/** What a file of `src` exports. */
export async function source(path) {
  const folder = await mkdtemp(join(tmpdir(), "lazuli-source-"));
  after(() => rm(folder, { recursive: true }));
  const outfile = join(folder, "source.cjs");
  await build({
    entryPoints: [join(ROOT, "src", path)],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    logLevel: "warning",
  });
  return createRequire(import.meta.url)(outfile);
}
