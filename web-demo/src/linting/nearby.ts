// Short files are checked in the page itself. The worker's answer has to wait until the page has drawn the letter, which
// takes longer than the check: without the way there and back the findings stand in the same frame as the letter.

import { load, type Linter, type Settings, type SourceFile } from "lazuli";
import type { Client } from "lazuli/worker";

/** Longer projects always go to the worker, in characters. */
const LONG = 200_000;

/** Half a frame: where checks take longer on average, typing would stutter, and they go to the worker. In milliseconds. */
const AT_ONCE = 8;

/** How much the newest check counts in the average, and what of it is forgotten while the worker has the checks. */
const NEWEST = 0.3;
const FORGOTTEN = 0.05;

/** The client, with a linter in the page for what is short; it is loaded when the worker has made its first check. */
export function withNearbyLinter(client: Client, settings?: Settings): Client {
  let nearby: Linter | undefined;
  let closed = false;
  let average = 0;
  const imported: Parameters<Client["importSchema"]>[0][] = [];
  let loading: Promise<void> | undefined;
  const comeNearby = async (): Promise<void> => {
    const linter = await load(settings);
    imported.forEach((bytes) => linter.importSchema(bytes));
    if (closed) linter.free();
    else nearby = linter;
  };

  const check: Client["check"] = async (files, options) => {
    if (!nearby || average > AT_ONCE || lengthOf(files) > LONG) {
      average *= 1 - FORGOTTEN;
      const report = await client.check(files, options);
      // Where it cannot be loaded, the worker keeps all the checks.
      loading ??= comeNearby().catch(() => undefined);
      return report;
    }
    const begun = performance.now();
    try {
      return nearby.check(files, options);
    } finally {
      average += NEWEST * (performance.now() - begun - average);
    }
  };
  const importSchema: Client["importSchema"] = async (bytes) => {
    const answer = await client.importSchema(bytes);
    imported.push(bytes);
    nearby?.importSchema(bytes);
    return answer;
  };
  const close = (): void => {
    closed = true;
    nearby?.free();
    client.close();
  };
  return new Proxy(client, {
    get: (target, name) => ({ check, importSchema, close })[name as "check"] ?? Reflect.get(target, name),
  });
}

function lengthOf(files: SourceFile[]): number {
  return files.reduce((length, { text }) => length + text.length, 0);
}
