import { tell } from "../notices/notices.ts";

export async function copyPath(path: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(path);
    tell({ kind: "info", topic: "copied", text: `Copied: ${path}` });
  } catch {
    tell({ kind: "error", topic: "copied", text: `The browser does not let the page copy. The path is ${path}` });
  }
}
