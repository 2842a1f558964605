import { createRequire } from "node:module";

/**
 * A resource type as GruCloud has it.
 *
 * @typedef {{ group: string, type: string, apiVersion: string, path: string, method: "PUT" | "GET",
 *   facts: object }} ResourceType
 */

/** What GruCloud writes in its code, and not in its schema. */
const IN_THE_CODE = [
  {
    group: "Resources",
    type: "ResourceGroup",
    apiVersion: "2021-04-01",
    methods: { put: { path: "/subscriptions/{subscriptionId}/resourcegroups/{resourceGroupName}" } },
    dependencies: {},
  },
];

/** @returns {ResourceType[]} every resource type that GruCloud knows, once, sorted */
export function resourceTypes() {
  const schema = createRequire(import.meta.url)("@grucloud/provider-azure/schema/AzureSchema.json");
  const types = new Map();
  for (const found of [...schema, ...IN_THE_CODE]) {
    const name = `${found.group}::${found.type}`;
    // Some types are listed at two API versions: the later counts.
    if (!types.has(name) || types.get(name).apiVersion < found.apiVersion) types.set(name, resourceType(found));
  }
  return [...types.keys()].sort().map((name) => types.get(name));
}

function resourceType(found) {
  const { put, get } = found.methods;
  const facts = { group: found.group, type: found.type, dependencies: found.dependencies };
  // Lists of properties that GruCloud treats in a way of its own; only those that have something to say.
  for (const key of ["environmentVariables", "omitProperties", "pickPropertiesCreate", "propertiesDefaultArray"]) {
    if (found[key]?.length > 0) facts[key] = found[key];
  }
  return {
    group: found.group,
    type: found.type,
    apiVersion: found.apiVersion,
    path: (put ?? get).path,
    method: put ? "PUT" : "GET",
    facts,
  };
}
