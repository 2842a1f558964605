import { Definitions, reachable } from "./definitions.mjs";
import { addWhatOnlyTheResponseHas } from "./response.mjs";
import { sorted } from "./sorted.mjs";

/**
 * One swagger file: the resource types of a group at one API version.
 */
export class SwaggerFile {
  #paths = {};
  #schemas = [];
  #definitions = new Map();

  /** @param {string} group @param {string} apiVersion */
  constructor(group, apiVersion) {
    this.group = group;
    this.apiVersion = apiVersion;
  }

  /**
   * Adds a resource type.
   *
   * @param {import("./package.mjs").Operation} operation the request that creates it, or reads it
   * @param {object} facts what GruCloud adds
   * @param {Definitions} definitions of the operation's package
   */
  add(operation, facts, definitions, read) {
    const known = this.#paths[operation.path];
    if (known) {
      // GruCloud has two names for some resource types.
      const method = Object.keys(known)[0];
      known[method]["x-grucloud"] = [known[method]["x-grucloud"], facts].flat();
      return;
    }
    const parameters = operation.parameters.map((mapper) => pathParameter(mapper, definitions));
    const item = { operationId: operation.name, parameters, "x-grucloud": facts };
    if (operation.method === "PUT") {
      const body = definitions.body(operation.body);
      for (const response of [operation.response, read?.response].filter((name) => name)) {
        addWhatOnlyTheResponseHas(body, definitions.reference(response), definitions.made);
      }
      parameters.push({ name: operation.bodyName, in: "body", required: true, schema: withoutFlags(body) });
      this.#schemas.push(body);
      this.#paths[operation.path] = { put: item };
    } else {
      const schema = definitions.reference(operation.response);
      this.#schemas.push(schema);
      this.#paths[operation.path] = { get: { ...item, responses: { 200: { description: "", schema } } } };
    }
    for (const [name, definition] of definitions.made) this.#definitions.set(name, definition);
  }

  /** Adds a resource type that is nearly swagger already. @param {import("./openapi_directory.mjs").OpenApi} file */
  addOpenApi(operation, facts, file) {
    const { path, ...item } = operation;
    this.#paths[path] = { put: { ...item, "x-grucloud": facts } };
    this.#schemas.push(...item.parameters.map((parameter) => parameter.schema).filter((schema) => schema));
    for (const [name, definition] of file.definitions) this.#definitions.set(name, definition);
  }

  /** The file, whole. */
  json() {
    return sorted({
      swagger: "2.0",
      info: { title: this.group, version: this.apiVersion },
      paths: this.#paths,
      definitions: reachable(this.#definitions, this.#schemas),
    });
  }
}

function pathParameter(mapper, definitions) {
  const schema = definitions.body(mapper);
  if (mapper.isConstant) schema.enum = [mapper.defaultValue];
  return { name: mapper.serializedName, in: "path", required: true, ...schema };
}

/** A body is there or not: whether it may be `null` says nothing of the resource. */
function withoutFlags({ "x-nullable": _nullable, ...schema }) {
  return schema;
}
