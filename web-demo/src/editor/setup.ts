import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentOnInput,
  indentUnit,
} from "@codemirror/language";
import { lintGutter, lintKeymap, previousDiagnostic } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  dropCursor,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";

/** What the editor can do with any text. */
export function setup(): Extension {
  return [
    lintGutter(),
    lineNumbers(),
    highlightActiveLineGutter(),
    // Shows characters that would turn or hide the text around them.
    highlightSpecialChars(),
    history(),
    drawSelection(),
    dropCursor(),
    highlightActiveLine(),
    search({ top: true }),
    autocompletion({ icons: false, activateOnTypingDelay: 10 }),
    EditorState.tabSize.of(2),
    indentUnit.of("  "),
    keymap.of([
      ...closeBracketsKeymap,
      { key: "Tab", run: acceptCompletion },
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...lintKeymap,
      { key: "Shift-F8", run: previousDiagnostic },
      indentWithTab,
    ]),
  ];
}

/** What needs to know the language, and is left out where the text is too large for it. */
export function structure(): Extension {
  return [foldGutter(), codeFolding(), indentOnInput(), bracketMatching(), closeBrackets(), highlightSelectionMatches()];
}
