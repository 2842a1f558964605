import { normalized } from "./package.mjs";

/** What the name of an operation begins with; the properties of a service are the service. */
const VERB = /^(CreateOrUpdate|CreateUpdate|CreateIfNotExist|Create|Update|Put|Set|Get|List)(ServiceProperties$)?/;

/**
 * Types that GruCloud's documentation may name, though its schema does not: the other requests of a package
 * that put a resource into a resource group. GruCloud names a type after its operation: the group of
 * operations, and what follows the verb, both in the singular (`SqlResources_CreateUpdateSqlTrigger` is
 * `SqlResourceSqlTrigger`). What such a type depends on is not known.
 *
 * @param {string} group
 * @param {import("./package.mjs").Package} source
 * @param {Set<string>} known the normalized paths, and the names (`Group::Type`), of types that are known
 * @returns {import("./grucloud.mjs").ResourceType[]}
 */
export function furtherTypes(group, source, known) {
  // What this group has besides resource groups are deployments, which are no resources.
  if (group === "Resources") return [];
  const namespace = `/subscriptions/{}/resourcegroups/{}/providers/microsoft.${group.toLowerCase()}/`;
  const found = [];
  for (const operation of source.operations) {
    const path = normalized(operation.path);
    if (operation.method !== "PUT" || !operation.body || !operation.apiVersion || !path.startsWith(namespace)) continue;
    const type = typeName((source.find("GET", operation.path) ?? operation).name);
    if (known.has(path) || known.has(`${group}::${type}`)) continue;
    found.push({ group, type, apiVersion: operation.apiVersion, path: operation.path, method: "PUT", facts: { group, type } });
  }
  return found;
}

/** @param {string} operation the one that reads the type, as in `SqlResources_GetSqlTrigger` */
export function typeName(operation) {
  const [operations, name] = operation.split("_");
  const group = singular(operations.replace(/Operations$/, ""));
  const rest = singular(name.replace(VERB, ""));
  return rest.startsWith(group) ? rest : group + rest;
}

function singular(name) {
  if (/(ss|us|is)$/.test(name)) return name;
  return name.replace(/ies$/, "y").replace(/(sses|ches|xes)$/, (plural) => plural.slice(0, -1)).replace(/s$/, "").replace(/(ss|ch|x)e$/, "$1");
}
