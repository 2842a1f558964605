import fs from "node:fs";
import path from "node:path";

import { Declarations } from "./declarations.mjs";
import { Evaluator } from "./evaluate.mjs";

/** Where the generations of the packages keep their modules, the newest first. */
const MODULES = ["dist/esm", "dist-esm/src", "esm"];

/** Where they keep what they declare. */
const DECLARATIONS = ["dist/esm/models/index.d.ts", "types/index.d.ts", "esm/models/index.d.ts", "dist-esm/src/models/index.d.ts"];

/**
 * An operation as a package has it.
 *
 * @typedef {{ path: string, method: string, name: string, apiVersion: string | undefined, body: object | undefined,
 *   bodyName: string, response: string | undefined, parameters: object[] }} Operation
 */

/** The facts of one `@azure/arm-*` package. */
export class Package {
  /** @param {string} folder the unpacked package */
  constructor(folder) {
    this.name = path.basename(folder);
    const modules = MODULES.map((name) => path.join(folder, name)).find((name) =>
      fs.existsSync(path.join(name, "models/mappers.js")),
    );
    if (!modules) throw new Error(`${folder} has no mappers`);
    const evaluator = new Evaluator();
    this.mappers = evaluator.load(path.join(modules, "models/mappers.js"));
    const declarations = [...DECLARATIONS.map((name) => path.join(folder, name)), ...declaredAtTheTop(folder)];
    this.declarations = Declarations.read(declarations.find((name) => fs.existsSync(name)));
    /** @type {Operation[]} */
    this.operations = fs
      .readdirSync(path.join(modules, "operations"))
      .filter((name) => name.endsWith(".js"))
      .sort()
      .flatMap((name) => operations(evaluator, path.join(modules, "operations", name)));
  }

  /** The operation with that method at a path; the names of parameters do not count. */
  find(method, wanted) {
    return this.operations.find((found) => found.method === method && samePath(found.path, wanted));
  }
}

/** `types/arm-compute.d.ts`: declarations that a package keeps in one file of its own name. */
function declaredAtTheTop(folder) {
  const types = path.join(folder, "types");
  if (!fs.existsSync(types)) return [];
  return fs.readdirSync(types).filter((name) => name.startsWith("arm-")).map((name) => path.join(types, name));
}

/** Whether two paths are the same but for case and the names of their parameters. */
export function samePath(one, other) {
  return normalized(one) === normalized(other);
}

/** A path without the names of its parameters, in lower case. */
export function normalized(path) {
  return path.toLowerCase().replace(/\{[^}]*\}/g, "{}").replace(/\/$/, "");
}

function operations(evaluator, file) {
  // The specifications are constants of the module, and not exported.
  const amend = (source) => {
    const names = [...source.matchAll(/^(?:const|var) (\w+)OperationSpec = /gm)].map((found) => found[1]);
    return `${source}\nexport const specifications = { ${names.map((name) => `${name}: ${name}OperationSpec`).join(", ")} };\n`;
  };
  const { specifications } = evaluator.load(file, amend);
  const group = path.basename(file, ".js");
  return Object.entries(specifications)
    .filter(([, found]) => found.path)
    .map(([name, found]) => operation(group, name, found));
}

function operation(group, name, found) {
  const parameters = (found.urlParameters ?? []).map((parameter) => parameter.mapper).filter((mapper) => mapper);
  const version = (found.queryParameters ?? []).find((query) => query.mapper?.serializedName === "api-version");
  const response = found.responses?.[200]?.bodyMapper ?? found.responses?.[201]?.bodyMapper;
  return {
    path: found.path.startsWith("/") ? found.path : `/${found.path}`,
    method: found.httpMethod,
    name: `${capital(group)}_${capital(name)}`,
    apiVersion: version?.mapper.defaultValue,
    body: found.requestBody?.mapper,
    bodyName: found.requestBody?.mapper?.serializedName ?? "parameters",
    response: response?.type?.className,
    parameters: parameters.filter((mapper) => mapper.serializedName !== "$host"),
  };
}

const capital = (name) => name[0].toUpperCase() + name.slice(1);
