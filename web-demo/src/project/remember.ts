// Keeps the project in the browser's own storage. Storage may be forbidden or full: then the page says so once, where
// it matters, and works on.

import { effect, signal } from "@preact/signals";
import { type PathAndText, activeId, contentOf, files, revision, snapshot } from "./project.ts";

const KEY = "lazuli.project";
const PAUSE = 400;
/** Browsers keep some five million characters for a page; trying with more only takes time. */
const LARGEST = 4_500_000;

export const remembered = signal<"yes" | "no storage" | "too large">("yes");

interface Kept {
  files: PathAndText[];
  active: number;
}

export function recall(): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return isKept(kept) ? kept : undefined;
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
  const active = files.peek().findIndex((file) => file.id === activeId.peek());
  const length = files.peek().reduce((sum, file) => sum + contentOf(file).document.length, 0);
  if (length > LARGEST) {
    remembered.value = "too large";
    return;
  }
  try {
    localStorage.setItem(KEY, JSON.stringify({ files: snapshot(), active } satisfies Kept));
    remembered.value = "yes";
  } catch (error) {
    remembered.value = error instanceof DOMException && error.name === "QuotaExceededError" ? "too large" : "no storage";
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) return false;
  const { files, active } = value as Partial<Kept>;
  return (
    typeof active === "number" &&
    Array.isArray(files) &&
    files.every((file) => typeof file?.path === "string" && typeof file.text === "string")
  );
}
