import { Range, Uri, window, workspace, WorkspaceEdit } from "vscode";

const NAME = "lazuli-sample.js";

/** Opens a file with mistakes to try things on. It is nowhere until it is saved. */
export async function openSample(dist: Uri): Promise<void> {
  const document = await workspace.openTextDocument(sampleUri());
  if (document.getText() === "") {
    const bytes = await workspace.fs.readFile(Uri.joinPath(dist, "sample.js"));
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(0, 0, 0, 0), new TextDecoder().decode(bytes));
    await workspace.applyEdit(edit);
  }
  await window.showTextDocument(document);
}

/** A name with an ending, by which the server knows what it is, in the folder where it would be saved. */
function sampleUri(): Uri {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const path = folder?.scheme === "file" ? Uri.joinPath(folder, NAME).path : `/${NAME}`;
  return Uri.from({ scheme: "untitled", path });
}
