/** Members that come in the order of their meaning; what is not named here comes behind, by name. */
const ORDER = ["swagger", "info", "title", "version", "name", "in", "paths", "operationId", "parameters", "type", "format"];

/** The value with the members of all objects in one order, so that equal facts are equal texts. */
export function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort(byPlace).map((key) => [key, sorted(value[key])]));
}

function byPlace(one, other) {
  const place = (key) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  return place(one) - place(other) || (one < other ? -1 : 1);
}
