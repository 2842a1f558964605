// A project as it is remembered, shared and brought back.

import { type PathAndText, activeId, files, snapshot } from "./project.ts";

export interface SavedProject {
  files: PathAndText[];
  /** Which of the files is in the editor. */
  active: number;
}

export function savedProject(): SavedProject {
  return { files: snapshot(), active: files.peek().findIndex((file) => file.id === activeId.peek()) };
}

/** What comes from a link or from the browser's storage may be anything. */
export function isSavedProject(value: unknown): value is SavedProject {
  if (typeof value !== "object" || value === null) return false;
  const { files, active } = value as Partial<SavedProject>;
  return (
    typeof active === "number" &&
    Array.isArray(files) &&
    files.every((file) => typeof file?.path === "string" && typeof file.text === "string")
  );
}
