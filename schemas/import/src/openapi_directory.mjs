import fs from "node:fs";
import path from "node:path";

import { samePath } from "./package.mjs";

/** What says nothing of the facts. */
const WORDS = new Set(["description", "summary", "title", "example", "x-ms-examples", "externalDocs"]);

/** A file of a collection that keeps Azure's swagger as OpenAPI 3.0. */
export class OpenApi {
  #paths;
  #components;

  /** @param {string} packages the folder with the unpacked packages @param {string} name the file in it */
  constructor(packages, name) {
    this.name = name;
    const file = JSON.parse(fs.readFileSync(path.join(packages, name), "utf8"));
    this.apiVersion = file.info.version;
    this.#paths = file.paths;
    this.#components = file.components;
    this.definitions = new Map(Object.entries(asSwagger(file.components.schemas, true)));
  }

  /** The request that creates a resource, as swagger has it: where, and with what parameters. */
  find(method, wanted) {
    const found = Object.entries(this.#paths).find(([path]) => samePath(path, wanted));
    const operation = found?.[1][method.toLowerCase()];
    if (!operation) return undefined;
    const parameters = operation.parameters
      .map((parameter) => this.#resolve(parameter))
      .filter((parameter) => parameter.in === "path")
      .map(({ name, schema }) => ({ name, in: "path", required: true, ...asSwagger(schema) }));
    const { schema } = this.#resolve(operation.requestBody).content["application/json"];
    parameters.push({ name: "parameters", in: "body", required: true, schema: asSwagger(schema) });
    return { path: found[0], operationId: operation.operationId, parameters };
  }

  #resolve(found) {
    if (!found.$ref) return found;
    return found.$ref.split("/").slice(2).reduce((place, key) => place[key], this.#components);
  }
}

/** A schema as swagger has it, without descriptions; among definitions and properties every key is a name. */
function asSwagger(value, areNames = false) {
  if (Array.isArray(value)) return value.map((item) => asSwagger(item));
  if (typeof value === "string") return value.replace("#/components/schemas/", "#/definitions/");
  if (!value || typeof value !== "object") return value;
  const facts = Object.entries(value).filter(([key]) => areNames || !WORDS.has(key));
  return Object.fromEntries(facts.map(([key, fact]) => [key, asSwagger(fact, !areNames && key === "properties")]));
}
