// Keeps the project in the browser's own storage. Storage may be forbidden or full: then the page says so once, where
// it matters, and works on.

import { effect, signal } from "@preact/signals";
import { activeId, contentOf, files, revision } from "./project.ts";
import { type SavedProject, isSavedProject, savedProject } from "./saved-project.ts";

const KEY = "lazuli.project";
const PAUSE = 400;
/** Browsers keep some five million characters for a page; trying with more only takes time. */
const LARGEST = 4_500_000;

export const remembered = signal<"yes" | "no storage" | "too large">("yes");

export function recall(): SavedProject | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return isSavedProject(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function keepRemembering(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept = revision.peek();
  const save = () => {
    clearTimeout(timer);
    kept = revision.peek();
    remember();
  };
  effect(() => {
    revision.value;
    activeId.value;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  addEventListener("pagehide", () => {
    if (kept !== revision.peek()) save();
  });
}

function remember(): void {
  const length = files.peek().reduce((sum, file) => sum + contentOf(file).document.length, 0);
  if (length > LARGEST) {
    remembered.value = "too large";
    return;
  }
  try {
    localStorage.setItem(KEY, JSON.stringify(savedProject()));
    remembered.value = "yes";
  } catch (error) {
    remembered.value = error instanceof DOMException && error.name === "QuotaExceededError" ? "too large" : "no storage";
  }
}
