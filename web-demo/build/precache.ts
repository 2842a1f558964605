import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Plugin } from "vite";

/**
 * Tells the service worker what the build consists of, and names the version by the contents: any change to any file
 * makes another service worker, which is how a browser notices that there is a new version.
 */
export function precache(): Plugin {
  let folder = "";
  return {
    name: "precache",
    apply: "build",
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle() {
      const worker = join(folder, "service-worker.js");
      const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
        .filter((path) => path !== "service-worker.js")
        .sort();
      const hash = createHash("sha256");
      for (const path of paths) hash.update(path).update("\0").update(readFileSync(join(folder, path)));
      const text = readFileSync(worker, "utf8");
      const filled = text
        .replace(/(["'`])__VERSION__\1/, () => JSON.stringify(hash.digest("hex").slice(0, 16)))
        .replace(/(["'`])__FILES__\1/, () => JSON.stringify(JSON.stringify(paths)));
      if (filled === text) this.error("the service worker has no places for its version and its files");
      writeFileSync(worker, filled);
    },
  };
}
