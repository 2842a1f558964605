import type { TypeEntry } from "lazuli";

/** The name by which a type is picked and shown: GruCloud's, where it has one. */
export function typeName({ group, type, armType }: Pick<TypeEntry, "group" | "type" | "armType">): string {
  return group ? `${group}::${type}` : armType;
}
