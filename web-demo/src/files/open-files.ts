import { dismiss, tell } from "../notices/notices.ts";
import { type PathAndText, addFiles, fileAt, replaceFiles, snapshot } from "../project/project.ts";
import { isSample } from "../samples/samples.ts";
import { offerBefore } from "./bring-back.ts";
import { offerImport } from "./import-types.ts";
import { readFile } from "./read-file.ts";

/** Takes the files in: texts into the project, swagger after a question, and says what could not be taken. */
export async function openFiles(given: Iterable<File>): Promise<void> {
  const read = await Promise.all([...given].map(readFile));
  dismiss("refused");
  takeIn(read.filter((file) => file.kind === "text"));
  const refused = read.filter((file) => file.kind === "refused");
  if (refused.length > 0) {
    const reasons = refused.map(({ path, reason }) => `${path} ${reason}`).join("; ");
    tell({ kind: "error", topic: "refused", text: `Not opened: ${reasons}.` });
  }
  for (const file of read) {
    if (file.kind === "swagger") offerImport(file.path, file.bytes);
  }
}

function takeIn(texts: readonly PathAndText[]): void {
  if (texts.length === 0) return;
  if (isSample(snapshot())) {
    replaceFiles(texts);
    return;
  }
  const replaced = texts.filter(({ path }) => fileAt(path));
  if (replaced.length === 0) addFiles(texts);
  else offerBefore(`Opened in place of what was here: ${replaced.map(({ path }) => path).join(", ")}.`, () => addFiles(texts));
}
