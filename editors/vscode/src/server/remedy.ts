import type { Server, Wish } from "./choice.ts";

/** Crashes longer ago than this do not count, in milliseconds. */
const RECENT = 3 * 60_000;

/** What to do about a server that ended by itself: start it again, let the built-in one take over, or leave it. */
export type Remedy = "again" | "builtin" | "none";

/** `crashes` are the times when servers ended by themselves, the last of them `now`. */
export function remedyFor(server: Server, wish: Wish, crashes: readonly number[], now: number): Remedy {
  if (server.kind === "native" && wish.kind === "auto") {
    return "builtin";
  }
  const recent = crashes.filter((time) => now - time < RECENT);
  return recent.length > 1 ? "none" : "again";
}
