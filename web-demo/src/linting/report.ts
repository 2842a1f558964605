// The newest report on the whole project.

import type { Text } from "@codemirror/state";
import { computed, signal } from "@preact/signals";
import type { Diagnostic, Report, Severity } from "lazuli";
import { contentOf, files } from "../project/project.ts";

/** The worst first. */
export const SEVERITIES = ["error", "warning", "info"] as const satisfies readonly Severity[];

export const report = signal<Report | undefined>(undefined);
/** From the edit to its answer, in milliseconds. */
export const duration = signal<number | undefined>(undefined);

/** The documents that the report is about: a fix fits only the text that it was made for. */
let checked = new Map<string, Text>();

export function publish(newest: Report, since: number): void {
  const first = report.peek() === undefined;
  checked = new Map(files.peek().map((file) => [file.path, contentOf(file).document]));
  report.value = newest;
  const measured = measure("lazuli:check", since);
  // The first answer waited for the module, which says nothing about checking.
  if (first) measureFirst();
  else duration.value = measured;
}

export function isChecked(path: string, document: Text): boolean {
  return checked.get(path) === document;
}

export const counts = computed<Record<Severity, number>>(() => {
  const { errors = 0, warnings = 0, infos = 0 } = report.value?.summary ?? {};
  return { error: errors, warning: warnings, info: infos };
});

export const fixes = computed(() => {
  const found = report.value?.files.flatMap((file) => file.diagnostics) ?? [];
  const fixable = found.filter((diagnostic) => diagnostic.fix);
  return { all: fixable.length, safe: fixable.filter((diagnostic) => diagnostic.fix?.safe).length };
});

export function worst(diagnostics: readonly Diagnostic[]): Severity | undefined {
  return SEVERITIES.find((severity) => diagnostics.some((diagnostic) => diagnostic.severity === severity));
}

/** One entry for each name: the list of a long session must not grow with every key. */
function measure(name: string, start: number): number {
  performance.clearMeasures(name);
  return performance.measure(name, { start }).duration;
}

function measureFirst(): void {
  const loaded = performance.getEntriesByName("lazuli:load").at(-1);
  if (loaded) measure("lazuli:first-check", loaded.startTime + loaded.duration);
  measure("lazuli:ready", 0);
}
