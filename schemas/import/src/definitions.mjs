import { sorted } from "./sorted.mjs";

/** What swagger calls the constraints of a mapper. */
const CONSTRAINTS = {
  ExclusiveMaximum: (limit) => ({ maximum: limit, exclusiveMaximum: true }),
  ExclusiveMinimum: (limit) => ({ minimum: limit, exclusiveMinimum: true }),
  InclusiveMaximum: (limit) => ({ maximum: limit }),
  InclusiveMinimum: (limit) => ({ minimum: limit }),
  MaxItems: (limit) => ({ maxItems: limit }),
  MaxLength: (limit) => ({ maxLength: limit }),
  MinItems: (limit) => ({ minItems: limit }),
  MinLength: (limit) => ({ minLength: limit }),
  MultipleOf: (factor) => ({ multipleOf: factor }),
  Pattern: (pattern) => ({ pattern: pattern.source ?? pattern }),
  UniqueItems: (unique) => ({ uniqueItems: unique }),
};

/** What swagger calls the kinds of values that have no members. */
const KINDS = {
  Base64Url: { type: "string", format: "base64url" },
  Boolean: { type: "boolean" },
  ByteArray: { type: "string", format: "byte" },
  Date: { type: "string", format: "date" },
  DateTime: { type: "string", format: "date-time" },
  DateTimeRfc1123: { type: "string", format: "date-time-rfc1123" },
  Number: { type: "number" },
  Object: {},
  Stream: { type: "string" },
  String: { type: "string" },
  TimeSpan: { type: "string", format: "duration" },
  UnixTime: { type: "integer", format: "unixtime" },
  Uuid: { type: "string", format: "uuid" },
  any: {},
};

/** Turns the mappers of one package into definitions of swagger. */
export class Definitions {
  #package;
  /** @type {Map<string, object>} the definitions made so far, by name */
  made = new Map();

  /** @param {import("./package.mjs").Package} facts */
  constructor(facts) {
    this.#package = facts;
  }

  /** The schema of a body: a reference, where it is a class. */
  body(mapper) {
    return this.#value(mapper, undefined, "");
  }

  /** A reference to a class, whose definition is made on the way. */
  reference(className) {
    this.#define(className);
    return { $ref: `#/definitions/${className}` };
  }

  #define(className, type) {
    if (this.made.has(className)) return;
    const definition = {};
    // Classes refer to themselves.
    this.made.set(className, definition);
    const mapper = this.#package.mappers[className];
    Object.assign(definition, this.#object(className, mapper?.type ?? type ?? {}));
    this.#polymorphism(className, mapper, definition);
  }

  #object(className, type) {
    const schema = { type: "object" };
    if (type.additionalProperties) {
      schema.additionalProperties = this.#value({ type: type.additionalProperties.type ?? type.additionalProperties }, undefined, "");
    }
    for (const [name, mapper] of Object.entries(type.modelProperties ?? {})) {
      const path = mapper.serializedName.split(/(?<!\\)\./).map((part) => part.replaceAll("\\.", "."));
      this.#addProperty(schema, path, mapper, className, name);
    }
    return schema;
  }

  /** Adds a property, inside the objects that the package has flattened away. */
  #addProperty(schema, path, mapper, className, name) {
    const declared = this.#package.declarations.property(className, name);
    const value = this.#value(mapper, declared, name);
    // Mappers forget both for properties that are objects; what is declared never does.
    const readOnly = mapper.readOnly || declared?.readOnly;
    const required = (mapper.required || (declared ? !declared.optional : mapper.isConstant)) && !readOnly;
    let holder = schema;
    for (const wrapper of path.slice(0, -1)) {
      holder.properties ??= {};
      if (required) require(holder, wrapper);
      const inner = (holder.properties[wrapper] ??= { type: "object" });
      if (inner.$ref) return;
      holder = inner;
    }
    const last = path.at(-1);
    holder.properties ??= {};
    holder.properties[last] = readOnly ? readOnlySchema(value) : value;
    if (required) require(holder, last);
  }

  #value(mapper, declared, name) {
    const schema = this.#kind(mapper, declared, name);
    for (const [constraint, limit] of Object.entries(mapper.constraints ?? {})) {
      Object.assign(schema, CONSTRAINTS[constraint]?.(limit));
    }
    if (mapper.isConstant && mapper.defaultValue !== undefined) schema.enum = [mapper.defaultValue];
    if (mapper.nullable) schema["x-nullable"] = true;
    return schema;
  }

  #kind(mapper, declared, name) {
    const { type } = mapper;
    switch (type.name) {
      case "Composite":
        this.#define(type.className, type);
        return { $ref: `#/definitions/${type.className}` };
      case "Sequence":
        return { type: "array", items: this.#value(type.element, declared, name) };
      case "Dictionary":
        return { type: "object", additionalProperties: this.#value(type.value, declared, name) };
      case "Enum":
        return closedEnum(type.allowedValues);
      case "String": {
        const open = declared && this.#package.declarations.openEnum(declared.type);
        if (!open) return { type: "string" };
        return { type: "string", enum: open.values, "x-ms-enum": { name: open.name, modelAsString: true } };
      }
      default:
        if (!KINDS[type.name]) throw new Error(`${this.#package.name}: unknown kind ${type.name} of ${name}`);
        return { ...KINDS[type.name] };
    }
  }

  /** A class that others extend names them; one that extends another says which, and by what value. */
  #polymorphism(className, mapper, definition) {
    const type = mapper?.type;
    if (!type?.polymorphicDiscriminator) return;
    const base = type.uberParent ?? className;
    const tag = mapper.serializedName;
    if (base !== className) {
      this.#define(base);
      definition.allOf = [{ $ref: `#/definitions/${base}` }];
    } else {
      definition.discriminator = type.polymorphicDiscriminator.serializedName;
    }
    // A variant may have variants of its own.
    const own = `${className}.`;
    for (const [key, variant] of Object.entries(this.#package.mappers.discriminators ?? {})) {
      if (key.startsWith(own)) this.#define(variant.type.className, variant.type);
    }
    if (tag && tag !== base) definition["x-ms-discriminator-value"] = tag;
  }
}

function require(holder, name) {
  holder.required = [...new Set([...(holder.required ?? []), name])].sort();
}

/** What only the service sets. The flag stands beside a reference, where Azure's own swagger has it too. */
export function readOnlySchema(schema) {
  return { ...schema, readOnly: true };
}

function closedEnum(values) {
  const type = values.every((value) => typeof value === "number") ? "number" : "string";
  return { type, enum: values, "x-ms-enum": { modelAsString: false } };
}

/** The definitions that `schemas` lead to, sorted. */
export function reachable(definitions, schemas) {
  const found = new Map();
  const waiting = [...schemas];
  const children = new Map();
  for (const [name, definition] of definitions) {
    for (const { $ref } of definition.allOf ?? []) {
      children.set($ref, [...(children.get($ref) ?? []), name]);
    }
  }
  while (waiting.length > 0) {
    for (const reference of references(waiting.pop())) {
      const name = reference.slice("#/definitions/".length);
      if (found.has(name)) continue;
      const definition = definitions.get(name);
      found.set(name, definition);
      waiting.push(definition, ...(children.get(reference) ?? []).map((child) => ({ $ref: `#/definitions/${child}` })));
    }
  }
  return sorted(Object.fromEntries(found));
}

function* references(value) {
  if (Array.isArray(value)) {
    for (const item of value) yield* references(item);
  } else if (value && typeof value === "object") {
    if (typeof value.$ref === "string") yield value.$ref;
    for (const member of Object.values(value)) yield* references(member);
  }
}
