import { tell } from "../notices/notices.ts";
import { replaceFiles } from "../project/project.ts";
import { savedProject } from "../project/saved-project.ts";

/** Says what happened to the files, and offers those from before: nothing that was typed is lost by a press. */
export function offerBefore(happened: string, change: () => void): void {
  const before = savedProject();
  change();
  if (before.files.length === 0) return;
  tell({
    kind: "info",
    topic: "files",
    text: happened,
    action: {
      label: "Bring back",
      // What was done to the other files meanwhile is not lost by it, either.
      run: () => offerBefore("Your files are as they were before.", () => replaceFiles(before.files, before.active)),
    },
  });
}
