import { computed, effect, signal } from "@preact/signals";

export const PANELS = ["findings", "schema", "graph"] as const;
export type Panel = (typeof PANELS)[number];
export type View = "editor" | Panel;

const media = matchMedia("(max-width: 760px)");

/** On a narrow screen the editor and the panels take turns. */
export const narrow = signal(media.matches);
media.addEventListener("change", () => {
  narrow.value = media.matches;
});

const chosen = signal<View>(media.matches ? "editor" : "findings");

export const view = computed<View>(() => (!narrow.value && chosen.value === "editor" ? "findings" : chosen.value));

/** At once, and not when the page is next drawn: what is shown can then be given the focus. */
export function applyView(): void {
  effect(() => {
    document.documentElement.dataset.view = view.value;
  });
}

export function showView(next: View): void {
  chosen.value = next;
}

export function showEditor(): void {
  if (narrow.peek()) chosen.value = "editor";
}
