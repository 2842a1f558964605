import path from "node:path";

import { Definitions } from "./definitions.mjs";
import { resourceTypes } from "./grucloud.mjs";
import { OpenApi } from "./openapi_directory.mjs";
import { furtherTypes } from "./further_types.mjs";
import { applyOverlay } from "./overlay.mjs";
import { Package, normalized, samePath } from "./package.mjs";
import { PINS, OPEN_API } from "./pins.mjs";
import { SwaggerFile } from "./swagger.mjs";

/**
 * The API versions at which a resource type was found, by era; `undefined` where no package has it.
 *
 * @typedef {{ type: import("./grucloud.mjs").ResourceType, isFurther?: boolean, target?: string, newest?: string }} Found
 */

/**
 * All swagger files, and where each of GruCloud's types was found.
 *
 * @param {string} packages the folder with the unpacked packages
 * @param {object} overlay what the wheels know besides, as `overlay/overlay.py` writes it
 * @returns {{ files: SwaggerFile[], types: Found[] }}
 */
export function collect(packages, overlay) {
  const loaded = new Map();
  const load = (name, read = () => new Package(path.join(packages, name))) => {
    if (!loaded.has(name)) loaded.set(name, read());
    return loaded.get(name);
  };
  const types = resourceTypes().map((type) => ({ type }));
  types.push(...further(types, load));
  const files = new Files();
  const operations = new Map();
  for (const era of ["target", "newest"]) {
    for (const found of types) {
      const hit = find(found.type, PINS[found.type.group][era].map((name) => load(name)));
      // Of what GruCloud does not know, one version is enough.
      if (!hit || (found.isFurther && found.target)) continue;
      const { operation, source } = hit;
      const version = operation.apiVersion;
      const already = found.target === version;
      found[era] = version;
      // Both eras may have a type at the same version: then it is one.
      if (already) continue;
      const facts = { ...found.type.facts, ...(found.target === version && { target: true }) };
      const definitions = files.definitions(found.type.group, version, source);
      files.get(found.type.group, version).add(operation, facts, definitions, source.find("GET", operation.path));
      operations.set(definitions, [...(operations.get(definitions) ?? []), operation]);
    }
  }
  for (const [definitions, described] of operations) applyOverlay(overlay, described, definitions);
  for (const found of types.filter((found) => !found.target && found.type.path)) {
    for (const name of OPEN_API[found.type.group] ?? []) {
      const file = load(name, () => new OpenApi(packages, name));
      const operation = file.find("PUT", found.type.path);
      if (!operation) continue;
      found.target = found.newest = file.apiVersion;
      files.get(found.type.group, file.apiVersion).addOpenApi(operation, { ...found.type.facts, target: true }, file);
    }
  }
  return { files: files.sorted(), types };
}

/** The types of the packages that GruCloud's schema does not have. */
function further(types, load) {
  const known = new Set(types.flatMap(({ type }) => [normalized(type.path ?? ""), `${type.group}::${type.type}`]));
  const found = [];
  for (const [group, pins] of Object.entries(PINS)) {
    for (const name of new Set([...pins.target, ...pins.newest])) {
      for (const type of furtherTypes(group, load(name), known)) {
        known.add(normalized(type.path)).add(`${group}::${type.type}`);
        found.push({ type, isFurther: true });
      }
    }
  }
  return found;
}

/** The files that are being written. */
class Files {
  #files = new Map();
  #definitions = new Map();

  get(group, apiVersion) {
    const key = `${group}/${apiVersion}`;
    if (!this.#files.has(key)) this.#files.set(key, new SwaggerFile(group, apiVersion));
    return this.#files.get(key);
  }

  /** What the response adds to a body belongs to one version: no two files share definitions. */
  definitions(group, apiVersion, source) {
    const key = `${group}/${apiVersion}/${source.name}`;
    if (!this.#definitions.has(key)) this.#definitions.set(key, new Definitions(source));
    return this.#definitions.get(key);
  }

  sorted() {
    return [...this.#files.keys()].sort().map((key) => this.#files.get(key));
  }
}

/** The operation that creates a resource type (that reads it, where none takes a body), and its package. */
function find(type, candidates) {
  for (const source of candidates) {
    const at = (method) =>
      source.operations.find((found) => found.method === method && samePath(found.path, type.path ?? "") && found.apiVersion);
    const put = type.method === "PUT" ? at("PUT") : undefined;
    const operation = put?.body ? put : put || type.method === "GET" ? at("GET") : undefined;
    if (operation) return { operation, source };
  }
  return undefined;
}
