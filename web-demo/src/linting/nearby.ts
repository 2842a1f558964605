// Short files are checked in the page itself. The worker's answer has to wait until the page has drawn the letter, which
// takes longer than the check: without the way there and back the findings stand in the same frame as the letter.

import { load, type Linter, type Settings, type SourceFile } from "lazuli";
import { type Client, connect } from "lazuli/worker";

/** Longer projects always go to the worker, in characters. */
const LONG = 200_000;

/** Half a frame: where checks take longer on average, typing would stutter, and they go to the worker. In milliseconds. */
const AT_ONCE = 8;

/** How much the newest check counts in the average, and what of it is forgotten while the worker has the checks. */
const NEWEST = 0.3;
const FORGOTTEN = 0.05;

/** A linter in the page for checks of what is short, and one in a worker for everything else. */
export function connectNearby(settings?: Settings): Client {
  let worker: Client | undefined;
  let nearby: Linter | undefined;
  let closed = false;
  let average: number | undefined;
  const imported: Parameters<Client["importSchema"]>[0][] = [];

  // Not before the first check: two modules that load at once hold each other up.
  const far = (): Client => (worker ??= connect(settings));
  const begun = performance.now();
  const loading = load(settings).then(
    (linter) => {
      performance.clearMeasures("lazuli:load");
      performance.measure("lazuli:load", { start: begun });
      imported.forEach((bytes) => linter.importSchema(bytes));
      if (closed) linter.free();
      else nearby = linter;
    },
    () => {
      // Then the worker has all the checks, and says what is wrong.
    },
  );

  const check: Client["check"] = async (files, options) => {
    await loading;
    if (!nearby || (average ?? 0) > AT_ONCE || lengthOf(files) > LONG) {
      average = average && average * (1 - FORGOTTEN);
      return far().check(files, options);
    }
    const begun = performance.now();
    try {
      return nearby.check(files, options);
    } finally {
      // The first check takes longer than any other: what it runs is compiled by the way.
      average = average === undefined ? 0 : average + NEWEST * (performance.now() - begun - average);
      setTimeout(() => closed || far());
    }
  };
  const importSchema: Client["importSchema"] = async (bytes) => {
    const answer = await far().importSchema(bytes);
    imported.push(bytes);
    nearby?.importSchema(bytes);
    return answer;
  };
  const close = (): void => {
    closed = true;
    nearby?.free();
    worker?.close();
  };
  const own: Partial<Client> = { check, importSchema, close };
  return new Proxy({} as Client, {
    get: (_, name: keyof Client) => own[name] ?? Reflect.get(far(), name),
  });
}

function lengthOf(files: SourceFile[]): number {
  return files.reduce((length, { text }) => length + text.length, 0);
}
