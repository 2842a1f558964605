import { normalized } from "./package.mjs";

/**
 * Lays the facts of the azure-mgmt wheels over the definitions of an npm package: which members must be given,
 * which can be set at creation only or never be read, and which numbers are whole.
 *
 * Both describe the same resources with classes of their own, so they are walked side by side from the bodies of
 * their requests. Where a definition meets several classes, only what all of them say holds.
 *
 * @param {object} overlay what `overlay/overlay.py` writes
 * @param {import("./package.mjs").Operation[]} operations whose bodies have these definitions
 * @param {import("./definitions.mjs").Definitions} definitions which are changed in place
 */
export function applyOverlay(overlay, operations, definitions) {
  const walk = new Walk(definitions.made);
  for (const operation of operations) {
    const request = operation.body && requestOf(overlay, operation);
    if (request) walk.visit(definitions.body(operation.body), overlay.packages[request.package], request.class);
  }
  walk.apply();
}

/** What one calls a constant parameter, `{name}`, the other writes out, `default`. */
function requestOf(overlay, { path, parameters }) {
  const constants = parameters.filter((parameter) => parameter.isConstant);
  const spelledOut = constants.reduce((spelled, { serializedName, defaultValue }) => spelled.replace(`{${serializedName}}`, defaultValue), path);
  return overlay.requests[normalized(path)] ?? overlay.requests[normalized(spelledOut)];
}

class Walk {
  #definitions;
  /** The classes of the package, as opposed to what was flattened into them. */
  #named;
  #heirs = new Map();
  /** The classes that an object was met with. */
  #seen = new Map();
  /** From an object to its members' facts, one for every class that has the member. */
  #facts = new Map();

  constructor(definitions) {
    this.#definitions = definitions;
    this.#named = new Set(definitions.values());
    for (const definition of definitions.values()) {
      for (const parent of (definition.allOf ?? []).map((part) => this.#resolve(part))) {
        this.#heirs.set(parent, [...(this.#heirs.get(parent) ?? []), definition]);
      }
    }
  }

  visit(schema, source, className) {
    const object = this.#object(schema);
    const met = object && (this.#seen.get(object) ?? new Set());
    if (!object || met.has(className) || !source.classes[className]) return;
    this.#seen.set(object, met.add(className));
    const { members, variants = {} } = source.classes[className];
    for (const owner of this.#lineage(object)) {
      for (const [name, property] of Object.entries(owner.properties ?? {})) {
        const fact = members[name];
        if (!fact) continue;
        this.#note(owner, name, { ...fact, values: source.enumerations[fact.enumeration] });
        if (fact.class) this.visit(property, source, fact.class);
      }
    }
    for (const heir of this.#heirs.get(object) ?? []) {
      const variant = variants[heir["x-ms-discriminator-value"]];
      if (variant) this.visit(heir, source, variant);
    }
  }

  #note(owner, name, fact) {
    if (!this.#facts.has(owner)) this.#facts.set(owner, new Map());
    const members = this.#facts.get(owner);
    members.set(name, [...(members.get(name) ?? []), fact]);
  }

  apply() {
    const merged = this.#mergedEnumerations();
    for (const [owner, members] of this.#facts) {
      for (const [name, facts] of members) {
        this.#applyTo(owner, name, facts);
        separate(owner.properties[name], facts, merged);
      }
    }
  }

  /**
   * The enumerations that were several before a package threw those of one name together: their members
   * have enumerations here which share no value.
   */
  #mergedEnumerations() {
    const valuesOf = new Map();
    const merged = new Set();
    for (const [owner, members] of this.#facts) {
      for (const [name, facts] of members) {
        const enumeration = element(owner.properties[name])["x-ms-enum"]?.name;
        for (const { values } of enumeration ? facts.filter((fact) => fact.values) : []) {
          const others = valuesOf.get(enumeration) ?? [];
          if (others.some((other) => !other.some((value) => values.includes(value)))) merged.add(enumeration);
          valuesOf.set(enumeration, [...others, values]);
        }
      }
    }
    return merged;
  }

  #applyTo(owner, name, facts) {
    const property = owner.properties[name];
    if (facts.every(({ integer }) => integer)) makeInteger(property);
    if (property.readOnly) return;
    if (facts.every(({ required }) => required) && this.#mayRequire(owner, name)) {
      owner.required = [...new Set([...(owner.required ?? []), name])].sort();
    }
    const [{ mutability }] = facts;
    const agreed = facts.every((fact) => String(fact.mutability) === String(mutability));
    // What newer versions only show, an older one may have taken.
    if (mutability && agreed && String(mutability) !== "read") property["x-ms-mutability"] = mutability;
  }

  /**
   * Whether the package can have lost that a member is required: it lost that where it flattened, and of a
   * class's own members its word counts more than a newer version's.
   */
  #mayRequire(owner, name) {
    const isFlattened = !this.#named.has(owner);
    const isWrapper = Boolean(owner.properties[name].properties);
    // A resource inside another may be given by its id alone, whatever it needs where it stands by itself.
    const isById = isWrapper && owner.properties.id && !owner.properties.id.readOnly;
    return isFlattened || (isWrapper && !isById);
  }

  /** The object that a schema leads to through lists and maps. */
  #object(schema) {
    let found = this.#resolve(schema);
    while (found && !found.properties && !found.allOf) {
      const inner = found.items ?? found.additionalProperties;
      if (!inner || typeof inner !== "object") return undefined;
      found = this.#resolve(inner);
    }
    return found;
  }

  /** An object and everything that it builds upon. */
  #lineage(object) {
    const parents = (object.allOf ?? []).map((part) => this.#resolve(part)).filter(Boolean);
    return [object, ...parents.flatMap((parent) => this.#lineage(parent))];
  }

  #resolve(schema) {
    const name = schema?.$ref?.replace("#/definitions/", "");
    return name === undefined ? schema : this.#definitions.get(name);
  }
}

/** The schema of the innermost elements of lists and maps. */
function element(schema) {
  let found = schema;
  while (found.items ?? found.additionalProperties?.type) found = found.items ?? found.additionalProperties;
  return found;
}

/** The mappers know numbers only. */
function makeInteger(schema) {
  const number = element(schema);
  if (number.type === "number" && (number.enum ?? []).every(Number.isInteger)) number.type = "integer";
}

/** Leaves a member of a merged enumeration the values that are its own. */
function separate(property, facts, merged) {
  const enumeration = element(property);
  if (!merged.has(enumeration["x-ms-enum"]?.name)) return;
  const own = enumeration.enum.filter((value) => facts.some(({ values }) => values?.includes(value)));
  if (own.length > 0) enumeration.enum = own;
}
