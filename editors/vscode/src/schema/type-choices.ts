import type { TypeEntry } from "../server/requests.ts";

/** What can be picked of a type: each of its API versions. */
export function choicesOf({ group, type, armType, versions }: TypeEntry) {
  const name = group ? `${group}::${type}` : armType;
  return versions.map((apiVersion) => ({
    label: name,
    description: group ? `${apiVersion}  ${armType}` : apiVersion,
    question: { type: name, apiVersion },
  }));
}
