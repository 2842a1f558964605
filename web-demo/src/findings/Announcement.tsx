import { effect, signal } from "@preact/signals";
import { SEVERITIES, counts, report } from "../linting/report.ts";
import { counted } from "./words.ts";

/** Said when typing rests: a screen reader must not count at every key. */
const PAUSE = 800;

const announced = signal("");

export function announceFindings(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    if (!report.value) return;
    const parts = SEVERITIES.filter((severity) => counts.value[severity] > 0).map((severity) =>
      counted(counts.value[severity], severity),
    );
    clearTimeout(timer);
    timer = setTimeout(() => {
      announced.value = parts.length > 0 ? parts.join(", ") : "Nothing found";
    }, PAUSE);
  });
}

export function Announcement() {
  return (
    <p class="visually-hidden" role="status" aria-label="Findings">
      {announced.value}
    </p>
  );
}
