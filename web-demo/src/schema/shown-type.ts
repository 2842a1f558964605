// The resource type that the schema panel shows: the one under the cursor, or the one that was picked.

import { computed, effect, signal } from "@preact/signals";
import type { Place, ResourceSchema } from "lazuli";
import { cursor } from "../editor/editor.ts";
import { reportFailure } from "../linting/failure.ts";
import { latest } from "../linting/latest.ts";
import { client } from "../linting/linter.ts";
import { view } from "../page/view.ts";
import { activeFile, revision, sources } from "../project/project.ts";

export interface TypeAndVersion {
  type: string;
  apiVersion?: string;
}

const picked = signal<TypeAndVersion | undefined>(undefined);
const place = signal<Place | undefined>(undefined);

export const schema = signal<ResourceSchema | undefined>(undefined);
export const following = computed(() => picked.value === undefined);

const wanted = computed<TypeAndVersion | undefined>(() => picked.value ?? typeOf(place.value));

/** Where in the shown schema the cursor stands, as a JSON Pointer. */
export const pointer = computed(() => {
  const here = typeOf(place.value);
  return here && here.type === wanted.value?.type ? place.value?.pointer : undefined;
});

export function pick(type: TypeAndVersion): void {
  picked.value = type;
}

export function followCursor(): void {
  picked.value = undefined;
}

/** Asks for the place and its schema, as long as the panel shows them. */
export function followPlace(): void {
  const askPlace = latest(
    ({ path, offset }: { path: string; offset: number }) => client.peek().place(sources(), path, offset),
    (answer) => {
      place.value = answer;
    },
    reportFailure,
  );
  const askSchema = latest(
    ({ type, apiVersion }: TypeAndVersion) => client.peek().schema(type, apiVersion),
    (answer) => {
      schema.value = answer;
    },
    reportFailure,
  );
  effect(() => {
    revision.value;
    client.value;
    const file = activeFile.value;
    const { offset } = cursor.value;
    if (view.value === "schema" && file) askPlace({ path: file.path, offset });
  });
  // The place changes with every move of the cursor, the type seldom.
  const key = computed(() => JSON.stringify(wanted.value));
  effect(() => {
    client.value;
    const type = key.value === undefined ? undefined : (JSON.parse(key.value) as TypeAndVersion);
    if (view.value === "schema" && type) askSchema(type);
  });
}

function typeOf(here: Place | undefined): TypeAndVersion | undefined {
  if (!here?.resource.type) return undefined;
  const { group, type: name, apiVersion } = here.resource;
  const type = group ? `${group}::${name}` : name;
  return apiVersion === undefined ? { type } : { type, apiVersion };
}
