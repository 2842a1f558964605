import { javascriptLanguage, jsxLanguage, typescriptLanguage } from "@codemirror/lang-javascript";
import { jsonLanguage } from "@codemirror/lang-json";
import type { Language } from "@codemirror/language";

/** A further format is one more entry here. */
const LANGUAGES: readonly { name: string; endings: readonly string[]; language: Language }[] = [
  { name: "JavaScript", endings: ["js", "mjs", "cjs"], language: javascriptLanguage },
  { name: "JSX", endings: ["jsx"], language: jsxLanguage },
  { name: "TypeScript", endings: ["ts", "mts", "cts"], language: typescriptLanguage },
  // Comments in JSON are those of JavaScript, and its objects and lists are, too.
  { name: "JSON", endings: ["json"], language: jsonLanguage },
  { name: "JSON with comments", endings: ["jsonc"], language: javascriptLanguage },
];

/** Colouring a text of more than these characters would hold up every key. */
export const LARGEST_COLOURED = 1_000_000;

export function languageOf(path: string): Language | undefined {
  return entryOf(path)?.language;
}

export function languageName(path: string): string {
  return entryOf(path)?.name ?? "Plain text";
}

function entryOf(path: string) {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return LANGUAGES.find(({ endings }) => endings.includes(ending));
}
