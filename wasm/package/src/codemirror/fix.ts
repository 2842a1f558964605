import type { Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Diagnostic, Edit } from "../index.js";
import type { Session } from "./session.js";

export function fixLabel(title: string, safe: boolean): string {
  return safe ? title : `${title} (review it)`;
}

/** Applies the fix of a finding. Where the text has changed since, the fix is asked for anew. */
export async function applyFix(
  view: EditorView,
  diagnostic: Diagnostic,
  checked: Text,
  session: Session,
): Promise<void> {
  const { fix, range, rule } = diagnostic;
  if (!fix) return;
  if (view.state.doc === checked) {
    applyEdits(view, fix.edits);
    return;
  }
  const actions = await session.ask(view, (files) =>
    session.client.actions(files, session.path, range.start.offset, range.end.offset),
  );
  const same = actions?.find((action) => action.kind === "fix" && action.rule === rule && action.title === fix.title);
  if (same) applyEdits(view, same.edits);
}

export function applyEdits(view: EditorView, edits: readonly Edit[]): void {
  view.dispatch({
    changes: edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text })),
    userEvent: "input.fix",
    scrollIntoView: true,
  });
}
