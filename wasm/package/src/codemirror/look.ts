import { EditorView } from "@codemirror/view";

/** A plain look, which a theme of the page can go over. */
export const look = EditorView.baseTheme({
  ".cm-lazuli-diagnostic, .cm-lazuli-hover, .cm-lazuli-documentation": {
    maxWidth: "60ch",
    overflowWrap: "anywhere",
    // Text of unknown direction must not turn the text around it.
    unicodeBidi: "isolate",
  },
  ".cm-lazuli-hover": { padding: "6px 9px" },
  ".cm-lazuli-diagnostic code, .cm-lazuli-hover code, .cm-lazuli-documentation code, .cm-lazuli-menu code": {
    fontFamily: "monospace",
    unicodeBidi: "isolate",
  },
  ".cm-lazuli-message, .cm-lazuli-help, .cm-lazuli-description": { whiteSpace: "pre-wrap" },
  ".cm-lazuli-help, .cm-lazuli-rule, .cm-lazuli-kind, .cm-lazuli-origin": { opacity: "0.8" },
  ".cm-lazuli-rule": { fontSize: "0.9em" },
  ".cm-lazuli-title": { display: "flex", gap: "1ch", alignItems: "baseline", fontWeight: "600" },
  ".cm-lazuli-kind": { fontWeight: "normal" },
  ".cm-lazuli-facts": { margin: "2px 0", paddingLeft: "1.2em" },
  ".cm-lazuli-menu": { display: "flex", flexDirection: "column", padding: "4px", maxWidth: "60ch" },
  ".cm-lazuli-menu button": {
    padding: "3px 8px",
    border: "0",
    background: "none",
    color: "inherit",
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
  },
  ".cm-lazuli-menu button:focus, .cm-lazuli-menu button:hover": { background: "#26619c33", outline: "none" },
});
