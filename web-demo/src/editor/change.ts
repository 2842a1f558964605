import type { Text } from "@codemirror/state";

export interface Change {
  from: number;
  to: number;
  insert: string | Text;
}

/** The one stretch in which two texts differ. */
export function difference(before: Text, after: Text): Change {
  const old = before.toString();
  const now = after.toString();
  const shorter = Math.min(old.length, now.length);
  let from = 0;
  while (from < shorter && old.charCodeAt(from) === now.charCodeAt(from)) from += 1;
  let tail = 0;
  while (tail < shorter - from && old.charCodeAt(old.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail)) tail += 1;
  return { from, to: old.length - tail, insert: after.slice(from, now.length - tail) };
}
