import type { Diagnostic } from "lazuli";
import { change, replaceText } from "../editor/editor.ts";
import { reportFailure } from "../linting/failure.ts";
import { client } from "../linting/linter.ts";
import { isChecked } from "../linting/report.ts";
import { tell } from "../notices/notices.ts";
import { contentOf, fileAt, sources } from "../project/project.ts";

/** Makes the fix of one finding, unless the text has changed since: then the next report brings a new one. */
export function fixOne(path: string, { fix }: Diagnostic): void {
  const file = fileAt(path);
  if (!file || !fix || !isChecked(path, contentOf(file).document)) return;
  change(
    file,
    fix.edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text })),
  );
}

export async function fixAll(unsafe: boolean): Promise<void> {
  const before = sources();
  try {
    const fixed = await client.peek().fix(before, { unsafe, info: true });
    // A file that was edited meanwhile keeps its edits; its fixes are there for the next press.
    const texts = new Map(before.map(({ path, text }) => [path, text]));
    const current = new Map(sources().map(({ path, text }) => [path, text]));
    const fitting = fixed.filter(({ path }) => texts.get(path) === current.get(path));
    for (const { path, text } of fitting) {
      const file = fileAt(path);
      if (file) replaceText(file, text);
    }
    const count = fitting.reduce((sum, { fixes }) => sum + fixes, 0);
    tell({ kind: "info", topic: "fixed", text: said(count, fitting.length) });
  } catch (error) {
    reportFailure(error);
  }
}

function said(fixes: number, files: number): string {
  if (fixes === 0) return "There was nothing to fix.";
  const places = fixes === 1 ? "One fix made" : `${fixes} fixes made`;
  return files === 1 ? `${places}. Undo works in the editor.` : `${places} in ${files} files. Undo works in each of them.`;
}
