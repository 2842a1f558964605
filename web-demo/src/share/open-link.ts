import { offerBefore } from "../files/bring-back.ts";
import { tell } from "../notices/notices.ts";
import { replaceFiles } from "../project/project.ts";
import { fromFragment, hasProject } from "./link.ts";

/** Opens the project that the page's address carries. The remembered files stay until the reader decides. */
export async function openLink(): Promise<void> {
  const fragment = location.hash;
  if (!hasProject(fragment)) return;
  // Loading the page again must not undo what was edited since.
  history.replaceState(null, "", location.pathname + location.search);
  const project = await fromFragment(fragment);
  if (project) {
    offerBefore("These files came with the link.", () => replaceFiles(project.files, project.active));
  } else {
    tell({
      kind: "error",
      topic: "link",
      text: "The link is broken: it may have been cut off on its way. Ask for it once more; your own files are as they were.",
    });
  }
}

export function followLinks(): void {
  addEventListener("hashchange", () => void openLink());
}
