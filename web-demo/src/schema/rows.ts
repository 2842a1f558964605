import type { SchemaNode } from "lazuli";

export interface Row {
  node: SchemaNode;
  /** The names from the top, with dots between them. */
  path: string;
  level: number;
  open: boolean;
  matches: boolean;
}

/** More rows than these say nothing to a reader, and would be slow to draw. */
export const MOST_ROWS = 2_000;

/** The rows of the tree that are to be seen: what is expanded, or what a search finds and what that stands in. */
export function rowsOf(members: readonly SchemaNode[], expanded: ReadonlySet<string>, search: string): Row[] {
  const rows: Row[] = [];
  const wanted = search.toLowerCase();

  const add = (nodes: readonly SchemaNode[], parent: string | undefined, level: number): boolean => {
    let found = false;
    for (const node of nodes) {
      if (rows.length >= MOST_ROWS) break;
      const path = pathOf(node, parent);
      const matches = wanted !== "" && node.name.toLowerCase().includes(wanted);
      const row: Row = { node, path, level, open: false, matches };
      const index = rows.push(row) - 1;
      if (wanted === "") {
        row.open = expanded.has(path);
        if (row.open) add(node.members, path, level + 1);
        continue;
      }
      row.open = add(node.members, path, level + 1);
      if (row.open || matches) found = true;
      else rows.splice(index);
    }
    return found;
  };

  add(members, undefined, 1);
  return rows;
}

/** The path of the node at a JSON Pointer. The numbers of a list's items stand for no member of their own. */
export function pathAt(members: readonly SchemaNode[], pointer: string): string | undefined {
  const names: string[] = [];
  let among = members;
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    const node = among.find((member) => member.name === name);
    if (node) {
      names.push(node.name);
      among = node.members;
    } else if (!/^\d+$/.test(name)) {
      break;
    }
  }
  return names.length > 0 ? names.join(".") : undefined;
}

/** A node's path and those of all that it stands in. */
export function withAncestors(path: string): string[] {
  const names = path.split(".");
  return names.map((_, index) => names.slice(0, index + 1).join("."));
}

/** The paths of all nodes that have members. */
export function expandable(members: readonly SchemaNode[], parent?: string): string[] {
  return members
    .filter((node) => node.members.length > 0)
    .flatMap((node) => {
      const path = pathOf(node, parent);
      return [path, ...expandable(node.members, path)];
    });
}

function pathOf({ name }: SchemaNode, parent: string | undefined): string {
  return parent === undefined ? name : `${parent}.${name}`;
}
