import type { Severity } from "lazuli";
import { report, worst } from "../linting/report.ts";
import { Icon } from "../page/Icon.tsx";
import { moveFocus } from "../page/move-focus.ts";
import { tell } from "../notices/notices.ts";
import { type ProjectFile, activeFile, addFiles, close, fileText, files, freePath, show } from "../project/project.ts";
import { PathField, RenameButton, renaming } from "./renaming.tsx";

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
    <span class={`mark mark-${severity}`} title={`${count} found, the worst: ${severity}`}>
      <span class="visually-hidden">{`${count} found in `}</span>
    </span>
  );
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
