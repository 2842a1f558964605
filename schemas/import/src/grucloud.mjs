import { createRequire } from "node:module";

/**
 * A resource type as GruCloud has it.
 *
 * @typedef {{ group: string, type: string, apiVersion: string, path: string | undefined, method: "PUT" | "GET",
 *   facts: object }} ResourceType
 */

/**
 * Every resource type that GruCloud knows, once, sorted: what its schema says, and what its code says over it.
 *
 * @returns {ResourceType[]}
 */
export function resourceTypes() {
  const { fnSpecs } = createRequire(import.meta.url)("@grucloud/provider-azure/AzureSpec.js");
  const types = new Map();
  for (const found of fnSpecs({})) {
    const name = `${found.group}::${found.type}`;
    // Some types are listed at two API versions: the later counts.
    if (!types.has(name) || types.get(name).apiVersion < found.apiVersion) types.set(name, resourceType(found));
  }
  return [...types.keys()].sort().map((name) => types.get(name));
}

/** Lists of properties that GruCloud treats in a way of its own. */
const LISTS = ["environmentVariables", "omitProperties", "pickPropertiesCreate", "propertiesDefaultArray"];

/**
 * Properties that GruCloud's code takes for itself (`consumes`), and those that it fills in (`fills`), as dotted paths:
 * what `configDefault` of these types does.
 */
const BY_CODE = {
  "Authorization::RoleAssignment": {
    consumes: ["properties.principalName", "properties.roleName", "properties.scope"],
    fills: ["properties.principalId", "properties.roleDefinitionId"],
  },
  "Compute::SshPublicKey": { consumes: ["publicKeyFile"], fills: ["properties.publicKey"] },
};

function resourceType(found) {
  const { put, get } = found.methods ?? {};
  const facts = { group: found.group, type: found.type, dependencies: dependencies(found.dependencies) };
  for (const key of LISTS) {
    const list = plain(found[key] ?? []);
    if (list.length > 0) facts[key] = list;
  }
  Object.assign(facts, BY_CODE[`${found.group}::${found.type}`]);
  return {
    group: found.group,
    type: found.type,
    apiVersion: found.apiVersion,
    path: (put ?? get)?.path,
    // The code names only the reading of a resource group.
    method: put || found.type === "ResourceGroup" ? "PUT" : "GET",
    facts,
  };
}

function dependencies(found = {}) {
  const entries = Object.entries(found).map(([key, dependency]) => {
    const { createOnly, list, parent, ...facts } = plain(dependency);
    // The code has a flag as a word once.
    const flags = { createOnly, list, parent };
    for (const [flag, value] of Object.entries(flags)) if (value === true || value === "true") facts[flag] = true;
    return [key, facts];
  });
  return Object.fromEntries(entries);
}

/** The data in a value, without functions. */
const plain = (value) => JSON.parse(JSON.stringify(value));
