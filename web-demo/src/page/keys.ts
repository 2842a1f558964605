import { focusEditor } from "../editor/editor.ts";
import { help } from "./HelpDialog.tsx";
import { narrow, showEditor, showView, view } from "./view.ts";

export function followKeys(): void {
  addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return;
    if (event.key === "F6") switchSides();
    else if (event.key === "F1") help();
    else return;
    event.preventDefault();
  });
}

function switchSides(): void {
  const inPanel = document.querySelector(".panel-side, .panel-tabs")?.contains(document.activeElement) ?? false;
  if (inPanel || (narrow.peek() && view.peek() !== "editor")) {
    showEditor();
    focusEditor();
  } else {
    if (view.peek() === "editor") showView("findings");
    document.querySelector<HTMLElement>(".panel-tabs [aria-selected=true]")?.focus();
  }
}
