import { computed, effect, signal } from "@preact/signals";

export type Appearance = "system" | "light" | "dark";
const KEY = "lazuli.appearance";

export const appearance = signal<Appearance>(recall());

const preference = matchMedia("(prefers-color-scheme: dark)");
const prefersDark = signal(preference.matches);
preference.addEventListener("change", () => {
  prefersDark.value = preference.matches;
});

export const dark = computed(() => (appearance.value === "system" ? prefersDark.value : appearance.value === "dark"));

export function applyAppearance(): void {
  effect(() => {
    document.documentElement.dataset.appearance = dark.value ? "dark" : "light";
  });
}

export function switchAppearance(): void {
  const wanted: Appearance = dark.peek() ? "light" : "dark";
  // Back to what the system says: then the page follows it again.
  appearance.value = (wanted === "dark") === prefersDark.peek() ? "system" : wanted;
  try {
    localStorage.setItem(KEY, appearance.value);
  } catch {
    // Without storage the choice holds until the page is closed.
  }
}

function recall(): Appearance {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}
