import { useEffect, useRef } from "preact/hooks";
import { signal } from "@preact/signals";
import type { Severity } from "lazuli";
import { focusEditor } from "../editor/editor.ts";
import { report, worst } from "../linting/report.ts";
import { Icon } from "../page/Icon.tsx";
import { moveFocus } from "../page/move-focus.ts";
import { tell } from "../notices/notices.ts";
import {
  type ProjectFile,
  activeFile,
  addFiles,
  close,
  fileAt,
  fileText,
  files,
  freePath,
  rename,
  show,
} from "../project/project.ts";

const renaming = signal<number | undefined>(undefined);

export function FileTabs() {
  return (
    <div class="file-tabs">
      <div class="file-list" role="tablist" aria-label="Files" onKeyDown={moveFocus}>
        {files.value.map((file) => (
          <FileTab key={file.id} file={file} />
        ))}
      </div>
      <RenameButton />
      <button
        type="button"
        class="icon-button"
        aria-label="Add a file"
        title="Add a file"
        onClick={() => {
          addFiles([{ path: freePath("resources.js"), text: "" }]);
          renaming.value = activeFile.value?.id;
        }}
      >
        <Icon name="add" />
      </button>
    </div>
  );
}

function RenameButton() {
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

function FileTab({ file }: { file: ProjectFile }) {
  const active = activeFile.value?.id === file.id;
  const found = report.value?.files.find(({ path }) => path === file.path)?.diagnostics ?? [];
  if (renaming.value === file.id) return <PathField file={file} />;
  return (
    <div class="file-tab" role="presentation" data-active={active}>
      <button
        type="button"
        role="tab"
        aria-selected={active}
        aria-controls="editor"
        tabIndex={active ? 0 : -1}
        onClick={() => show(file)}
        onDblClick={() => (renaming.value = file.id)}
        onKeyDown={(event) => {
          if (event.key === "F2") renaming.value = file.id;
          else if (event.key === "Delete") closeFile(file);
        }}
      >
        <Mark severity={worst(found)} count={found.length} />
        <bdi>{file.path}</bdi>
      </button>
      <button type="button" class="icon-button" tabIndex={-1} aria-hidden="true" title={`Close ${file.path}`} onClick={() => closeFile(file)}>
        <Icon name="close" />
      </button>
    </div>
  );
}

function Mark({ severity, count }: { severity: Severity | undefined; count: number }) {
  if (!severity) return null;
  return (
    <span class={`mark mark-${severity}`} title={`${count} found, the worst is of the kind ${severity}`}>
      <span class="visually-hidden">{`${count} found in `}</span>
    </span>
  );
}

function PathField({ file }: { file: ProjectFile }) {
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
  else if (other.id !== file.id) tell({ kind: "error", topic: "files", text: `There is a file ${path} already.` });
}

function closeFile(file: ProjectFile): void {
  const kept = { path: file.path, text: fileText(file) };
  close(file);
  tell({
    kind: "info",
    topic: "files",
    text: `${kept.path} is closed.`,
    action: { label: "Bring back", run: () => addFiles([{ ...kept, path: freePath(kept.path) }]) },
  });
}
