// Makes `dist`: the extension and its worker, for Node and for browsers, and what they need beside them.

import { copyFile, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";

process.chdir(import.meta.dirname);

const NODE = { platform: "node", format: "cjs", target: "node20" };
const BROWSER = { platform: "browser", target: "es2022" };

const BUNDLES = [
  { entryPoints: ["src/node/main.ts"], outfile: "dist/node.js", ...NODE },
  { entryPoints: ["src/worker/node.ts"], outfile: "dist/node-worker.js", ...NODE },
  { entryPoints: ["src/web/main.ts"], outfile: "dist/web.js", ...BROWSER, format: "cjs" },
  { entryPoints: ["src/worker/web.ts"], outfile: "dist/web-worker.js", ...BROWSER, format: "iife" },
];

const COPIES = {
  "bindings/lazuli_language_server_bg.wasm": "dist/server.wasm",
  "../../examples/mistakes/resources.js": "dist/sample.js",
};

await rm("dist", { recursive: true, force: true });
const built = await Promise.all(
  BUNDLES.map((bundle) => build({ ...bundle, bundle: true, minify: true, metafile: true, external: ["vscode"] })),
);
await Promise.all(Object.entries(COPIES).map(([from, to]) => copyFile(from, to)));
const ofPackages = await licencesOf(built.flatMap(({ metafile }) => Object.keys(metafile.inputs)));
const ofCrates = await readFile("bindings/THIRD-PARTY.txt", "utf8");
await writeFile("dist/THIRD-PARTY.txt", `${ofPackages}\n\n${ofCrates}`);
await writeFile("LICENSE.txt", await joined(["../../LICENSE-MIT", "../../LICENSE-APACHE"]));

/** The licences of the packages that files belong to. */
async function licencesOf(files) {
  const folders = new Set(files.flatMap((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []));
  const licences = [...folders].sort().map(async (folder) => {
    const names = await readdir(folder);
    return names.filter((name) => /^licen[cs]e\b/i.test(name)).map((name) => `${folder}/${name}`);
  });
  return joined((await Promise.all(licences)).flat());
}

/** Texts below one another, each under what it is. */
async function joined(paths) {
  const texts = paths.map(async (path) => {
    const title = path.replace(/^(?:node_modules|\.\.\/\.\.)\//, "");
    return `${title}\n\n${(await readFile(path, "utf8")).trim()}\n`;
  });
  return (await Promise.all(texts)).join("\n\n");
}
