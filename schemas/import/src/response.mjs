import { readOnlySchema } from "./definitions.mjs";

/**
 * Adds to a body what only the response has: only the service sets it.
 *
 * @param {Map<string, object>} definitions
 */
export function addWhatOnlyTheResponseHas(body, response, definitions, seen = new Set()) {
  const target = resolve(body, definitions);
  const source = resolve(response, definitions);
  const pair = `${body?.$ref} ${response?.$ref}`;
  if (!target || !source || target === source || (body.$ref && seen.has(pair))) return;
  seen.add(pair);
  if (target.items && source.items) {
    addWhatOnlyTheResponseHas(target.items, source.items, definitions, seen);
  }
  // An object that may have any members has nothing that is only the service's.
  if (!source.properties || !target.properties) return;
  for (const [name, value] of Object.entries(source.properties)) {
    if (name in target.properties) {
      addWhatOnlyTheResponseHas(target.properties[name], value, definitions, seen);
    } else {
      target.properties[name] = readOnlySchema(value);
    }
  }
}

function resolve(schema, definitions) {
  return schema?.$ref ? definitions.get(schema.$ref.slice("#/definitions/".length)) : schema;
}
