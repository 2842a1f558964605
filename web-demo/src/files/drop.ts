import { signal } from "@preact/signals";
import { openFiles } from "./open-files.ts";

/** Whether files are held over the page. */
export const held = signal(false);

export function takeDroppedFiles(): void {
  const withFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  addEventListener("dragover", (event) => {
    if (!withFiles(event)) return;
    event.preventDefault();
    held.value = true;
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) held.value = false;
  });
  // Before the editor sees it: the editor would take the files' text into its own.
  addEventListener(
    "drop",
    (event) => {
      if (!withFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      held.value = false;
      void openFiles(event.dataTransfer?.files ?? []);
    },
    { capture: true },
  );
}
