import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { focusEditor } from "../editor/editor.ts";
import { tell } from "../notices/notices.ts";
import { Icon } from "../page/Icon.tsx";
import { type ProjectFile, activeFile, fileAt, rename } from "../project/project.ts";

/** The file whose path is a field at the moment. */
export const renaming = signal<number | undefined>(undefined);

export function RenameButton() {
  const file = activeFile.value;
  if (!file) return null;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={`Rename ${file.path}`}
      title="Rename (F2)"
      onClick={() => (renaming.value = file.id)}
    >
      <Icon name="rename" />
    </button>
  );
}

export function PathField({ file }: { file: ProjectFile }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(0, /(\.[^./]*)?$/.exec(file.path)?.index ?? file.path.length);
  }, []);
  const done = (path: string | undefined) => {
    if (renaming.value !== file.id) return;
    renaming.value = undefined;
    if (path) renameTo(file, path);
  };
  return (
    <input
      ref={field}
      class="path-field"
      aria-label="Path of the file"
      value={file.path}
      spellcheck={false}
      onBlur={(event) => done(event.currentTarget.value.trim())}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== "Enter" && event.key !== "Escape") return;
        done(event.key === "Enter" ? event.currentTarget.value.trim() : undefined);
        focusEditor();
      }}
    />
  );
}

function renameTo(file: ProjectFile, path: string): void {
  const other = fileAt(path);
  if (!other) rename(file, path);
  else if (other.id !== file.id) tell({ kind: "error", topic: "files", text: `Not renamed: there is a file ${path} already.` });
}
