// The one editor, and the states of the files that it shows by turns.

import { type Extension, Compartment, EditorState, Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { signal } from "@preact/signals";
import type { Location } from "lazuli";
import { lazuli, recheck } from "lazuli/codemirror";
import { dark } from "../appearance/appearance.ts";
import { explain } from "../findings/documentation.ts";
import { checkProject } from "../linting/check-project.ts";
import { answered, reportFailure } from "../linting/failure.ts";
import { client } from "../linting/linter.ts";
import { publish } from "../linting/report.ts";
import {
  CONFIG_PATH,
  type ProjectFile,
  activeFile,
  contentOf,
  edited,
  fileAt,
  show,
  sources,
} from "../project/project.ts";
import { showEditor } from "../page/view.ts";
import { type Change, difference } from "./change.ts";
import { LARGEST_COLOURED, languageOf } from "./languages.ts";
import { look } from "./look.ts";
import { setup, structure } from "./setup.ts";

/** The cursor, for what follows it. */
export const cursor = signal({ offset: 0, line: 1, column: 1 });
/** Whether the text in the editor is too large to be coloured. */
export const plain = signal(false);

const checking = new Compartment();
const language = new Compartment();
const appearance = new Compartment();
const label = new Compartment();

let view: EditorView | undefined;
let shown: ProjectFile | undefined;

export function openEditor(root: ShadowRoot): void {
  view = new EditorView({ parent: root, root });
}

export function focusEditor(): void {
  view?.focus();
}

/** Puts the active file into the editor, in the state in which it was left. */
export function showActive(): void {
  const file = activeFile.value;
  if (!view || file === shown) return;
  keepState();
  const renamed = shown !== undefined && file?.id === shown.id;
  shown = file;
  if (!file) {
    view.setState(EditorState.create());
    checkProject();
    return;
  }
  const content = contentOf(file);
  if (!renamed) {
    view.setState(content.state ?? stateOf(file));
    if (content.scroll) view.dispatch({ effects: content.scroll });
  }
  follow(view.state);
}

/** Fits the editor to what may have changed since its state was made: the client, the colours, the file's name. */
export function refresh(): void {
  if (!view || !shown) return;
  view.dispatch({
    effects: [
      checking.reconfigure(checks(shown)),
      language.reconfigure(languageFor(shown, view.state.doc)),
      appearance.reconfigure(look(dark.peek())),
      label.reconfigure(labelFor(shown)),
    ],
  });
  if (shown.path === CONFIG_PATH) checkProject();
}

/** Checks again because another file than the one in the editor has changed. */
export function checkAgain(): void {
  if (view && shown && shown.path !== CONFIG_PATH) recheck(view);
  else checkProject();
}

/** Puts another text in the place of a file's, so that it can be undone and the cursor stays. */
export function replaceText(file: ProjectFile, text: string): void {
  const content = contentOf(file);
  const document = Text.of(text.split(/\r\n?|\n/));
  change(file, difference(content.document, document));
}

export function change(file: ProjectFile, changes: Change | readonly Change[]): void {
  if (file.id === shown?.id && view) {
    view.dispatch({ changes, userEvent: "input.fix" });
    return;
  }
  const content = contentOf(file);
  const state = (content.state ?? stateOf(file)).update({ changes, userEvent: "input.fix" }).state;
  content.state = state;
  edited(file, state.doc);
}

/** Goes to a place in one of the files, and marks it. */
export function goTo(path: string, start: number, end = start): void {
  const file = fileAt(path);
  if (!file) return;
  show(file);
  showEditor();
  if (!view) return;
  const { length } = view.state.doc;
  const anchor = Math.min(start, length);
  const head = Math.min(end, length);
  view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
  view.focus();
}

export function goToLine(path: string, line: number): void {
  const file = fileAt(path);
  if (!file) return;
  const { document } = contentOf(file);
  goTo(path, document.line(Math.min(Math.max(line, 1), document.lines)).from);
}

function stateOf(file: ProjectFile): EditorState {
  const { document } = contentOf(file);
  return EditorState.create({
    doc: document,
    extensions: [
      setup(),
      // Filled when the file is shown.
      [checking, language, appearance, label].map((compartment) => compartment.of([])),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) whenEdited(update.state.doc);
        if (update.docChanged || update.selectionSet) follow(update.state);
      }),
    ],
  });
}

function whenEdited(document: Text): void {
  if (!shown) return;
  edited(shown, document);
  if (document.length > LARGEST_COLOURED !== plain.peek()) queueMicrotask(refresh);
}

function follow(state: EditorState): void {
  const offset = state.selection.main.head;
  const line = state.doc.lineAt(offset);
  cursor.value = { offset, line: line.number, column: offset - line.from + 1 };
}

function keepState(): void {
  if (!view || !shown) return;
  const file = fileAt(shown.path);
  if (file?.id !== shown.id) return;
  const content = contentOf(file);
  content.state = view.state;
  content.scroll = view.scrollSnapshot();
}

function checks(file: ProjectFile): Extension {
  if (file.path === CONFIG_PATH) return [];
  return lazuli(client.peek(), {
    path: file.path,
    files: () => sources(file.path),
    onReport: (report, { since }) => {
      answered();
      publish(report, since);
    },
    onError: reportFailure,
    onOpen: ({ path, range }: Location) => goTo(path, range.start.offset, range.end.offset),
    onExplain: explain,
  });
}

function languageFor(file: ProjectFile, document: Text): Extension {
  plain.value = document.length > LARGEST_COLOURED;
  if (plain.value) return [];
  return [languageOf(file.path) ?? [], structure()];
}

function labelFor(file: ProjectFile): Extension {
  return EditorView.contentAttributes.of({ "aria-label": `Text of ${file.path}`, tabindex: "0" });
}
