import { effect, untracked } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { dark } from "../appearance/appearance.ts";
import { client } from "../linting/linter.ts";
import { activeFile, files } from "../project/project.ts";
import { openEditor, refresh, showActive } from "./editor.ts";

/**
 * The editor lives in a shadow tree: there CodeMirror's styles are style sheets made by script, which the page's
 * policy allows, and not `style` elements, which it forbids.
 */
export function Editor() {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current) return;
    openEditor(host.current.attachShadow({ mode: "open" }));
    return effect(() => {
      // Whatever of these is another now, the editor shows it and checks again.
      files.value;
      activeFile.value;
      client.value;
      dark.value;
      untracked(() => {
        showActive();
        refresh();
      });
    });
  }, []);
  return <div class="editor" ref={host} />;
}
