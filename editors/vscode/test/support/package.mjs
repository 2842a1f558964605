// The package as it is installed.

import { once } from "node:events";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import yauzl from "yauzl";
import { ROOT } from "./source.mjs";

export const PACKAGE = join(ROOT, "lazuli.vsix");

/** What is in the package, by the paths in it. */
export async function packaged() {
  const archive = await promisify(yauzl.open)(PACKAGE, { lazyEntries: true, autoClose: false });
  const read = promisify(archive.openReadStream.bind(archive));
  const files = new Map();
  for await (const entry of entriesOf(archive)) {
    files.set(entry.fileName, await buffer(await read(entry)));
  }
  archive.close();
  return files;
}

async function* entriesOf(archive) {
  for (let read = 0; read < archive.entryCount; read += 1) {
    const entry = once(archive, "entry");
    archive.readEntry();
    yield (await entry)[0];
  }
}
