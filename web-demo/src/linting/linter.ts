// The one client of the linter. Another config means another client: the texts of the config
// and of imported schemas are kept here, so that a new client knows what the old one knew.

import { signal } from "@preact/signals";
import type { Imported, LazuliError } from "lazuli";
import { type Client, connect } from "lazuli/worker";
import { withNearbyLinter } from "./nearby.ts";
import { dismiss, tell } from "../notices/notices.ts";

export const client = signal<Client>(start());
/** What is wrong with the config, in the linter's words. */
export const configProblem = signal<string | undefined>(undefined);

const schemas: Uint8Array[] = [];
let config: string | undefined;

function start(settings?: { config: string }): Client {
  const started = withNearbyLinter(connect(settings), settings);
  const begun = performance.now();
  // The first answer tells that the module is loaded; no rule has an empty name.
  started.explain("").then(
    () => {
      performance.clearMeasures("lazuli:load");
      performance.measure("lazuli:load", { start: begun });
    },
    () => {
      // The calls that matter report what went wrong.
    },
  );
  return started;
}

/** Holds the files against another config from now on. A config that cannot be meant is told, and none is used. */
export async function configure(text: string | undefined): Promise<void> {
  if (text === config) return;
  config = text;
  const next = start(text === undefined ? undefined : { config: text });
  const problem = await next.explain("").then(
    () => undefined,
    (error: unknown) => error,
  );
  if (config !== text) {
    next.close();
  } else if (problem === undefined) {
    configProblem.value = undefined;
    await takeOver(next);
  } else {
    next.close();
    configProblem.value = messageOf(problem);
    await takeOver(start());
  }
}

async function takeOver(next: Client): Promise<void> {
  for (const bytes of schemas) await next.importSchema(bytes);
  const old = client.peek();
  client.value = next;
  // It answers in order: after this question nobody waits for it any more.
  await old.explain("").catch(() => undefined);
  old.close();
}

/** Adds the types of a swagger file, for as long as the page is open. */
export async function importSchema(bytes: Uint8Array): Promise<Imported> {
  const imported = await client.peek().importSchema(bytes);
  schemas.push(bytes);
  return imported;
}

/** Says on the page that a call failed. The text is not touched by it, and the next call may well succeed. */
export function report(error: unknown): void {
  const crashed = kindOf(error) === "crash";
  tell({
    kind: "error",
    topic: "linter",
    text: crashed
      ? `The linter stopped while it was reading your files. Your text is safe, and the next change is checked afresh. (${messageOf(error)})`
      : `The linter could not answer: ${messageOf(error)}`,
  });
}

export function answered(): void {
  dismiss("linter");
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function kindOf(error: unknown): LazuliError["kind"] | undefined {
  return error instanceof Error && "kind" in error ? (error as LazuliError).kind : undefined;
}
