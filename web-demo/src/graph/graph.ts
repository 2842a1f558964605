import { effect, signal } from "@preact/signals";
import type { Graph } from "lazuli";
import { reportFailure } from "../linting/failure.ts";
import { latest } from "../linting/latest.ts";
import { client } from "../linting/linter.ts";
import { report } from "../linting/report.ts";
import { view } from "../page/view.ts";
import { sources } from "../project/project.ts";

export const graph = signal<Graph | undefined>(undefined);

/** Draws anew after each check, as long as the panel is to be seen. */
export function followReport(): void {
  const ask = latest(
    () => client.peek().graph(sources()),
    (answer) => {
      graph.value = answer;
    },
    reportFailure,
  );
  effect(() => {
    if (report.value && view.value === "graph") ask(undefined);
  });
}
