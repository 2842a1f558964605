// The one client of the linter. Another config means another client: the texts of the config
// and of imported schemas are kept here, so that a new client knows what the old one knew.

import { signal } from "@preact/signals";
import type { Imported } from "lazuli";
import type { Client } from "lazuli/worker";
import { messageOf } from "./failure.ts";
import { connectNearby } from "./nearby.ts";

export const client = signal<Client>(connectNearby());
/** What is wrong with the config, in the linter's words. */
export const configProblem = signal<string | undefined>(undefined);

const schemas: Uint8Array[] = [];
let config: string | undefined;

/** Holds the files against another config from now on. A config that cannot be meant is told, and none is used. */
export async function configure(text: string | undefined): Promise<void> {
  if (text === config) return;
  config = text;
  const next = connectNearby(text === undefined ? undefined : { config: text });
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
    await takeOver(connectNearby());
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
