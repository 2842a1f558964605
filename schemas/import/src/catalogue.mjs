import path from "node:path";

import { Definitions } from "./definitions.mjs";
import { resourceTypes } from "./grucloud.mjs";
import { Package, samePath } from "./package.mjs";
import { PINS } from "./pins.mjs";
import { SwaggerFile } from "./swagger.mjs";

/**
 * Where a resource type was found, by era; `undefined` where no package has it.
 *
 * @typedef {{ type: import("./grucloud.mjs").ResourceType, target?: string, newest?: string }} Found
 */

/**
 * All swagger files, and where each of GruCloud's types was found.
 *
 * @param {string} packages the folder with the unpacked packages
 * @returns {{ files: SwaggerFile[], types: Found[] }}
 */
export function collect(packages) {
  const loaded = new Map();
  const load = (name) => {
    if (!loaded.has(name)) loaded.set(name, new Package(path.join(packages, name)));
    return loaded.get(name);
  };
  const files = new Map();
  const types = resourceTypes().map((type) => ({ type }));
  for (const era of ["target", "newest"]) {
    for (const found of types) {
      const hit = find(found.type, PINS[found.type.group][era].map(load));
      if (!hit) continue;
      const { operation, facts } = hit;
      const key = `${found.type.group}/${operation.apiVersion}`;
      // Both eras may have a type at the same version: then it is one.
      const already = found.target === key;
      found[era] = key;
      if (already) continue;
      if (!files.has(key)) files.set(key, { file: new SwaggerFile(found.type.group, operation.apiVersion), definitions: new Map() });
      const { file, definitions } = files.get(key);
      // What the response adds to a body belongs to one version: no two files share definitions.
      if (!definitions.has(facts.name)) definitions.set(facts.name, new Definitions(facts));
      const isTarget = era === "target" || !found.target;
      const read = facts.find("GET", operation.path);
      file.add(operation, { ...found.type.facts, ...(isTarget && { target: true }) }, definitions.get(facts.name), read);
    }
  }
  const sorted = [...files.keys()].sort().map((key) => files.get(key).file);
  return { files: sorted, types };
}

/** The operation that creates a resource type (that reads it, where none creates it), and its package. */
function find(type, candidates) {
  for (const facts of candidates) {
    const operation = facts.operations.find(
      (found) => found.method === type.method && samePath(found.path, type.path) && (found.body || type.method === "GET"),
    );
    if (operation?.apiVersion) return { operation, facts };
  }
  return undefined;
}
