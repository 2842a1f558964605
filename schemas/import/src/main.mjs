// Writes the swagger files of `schemas/` from the pinned packages.
//
//     node src/main.mjs --overlay FILE --out FOLDER

import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { collect } from "./catalogue.mjs";
import { coverage } from "./coverage.mjs";

const { values } = parseArgs({ options: { overlay: { type: "string" }, out: { type: "string" } } });
if (!values.overlay || !values.out) throw new Error("--overlay says what the wheels know, --out where to write");

const packages = path.join(path.dirname(fileURLToPath(import.meta.url)), "../node_modules");
const { files, types } = collect(packages, JSON.parse(fs.readFileSync(values.overlay, "utf8")));
for (const file of files) {
  const folder = path.join(values.out, file.group);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, `${file.apiVersion}.json`), `${JSON.stringify(file.json(), undefined, 2)}\n`);
}
fs.writeFileSync(path.join(values.out, "README.md"), coverage(types));
