import { checkAgain } from "../editor/editor.ts";
import { importSchema, messageOf } from "../linting/linter.ts";
import { dismiss, tell } from "../notices/notices.ts";
import { type PathAndText, addFiles, fileAt, replaceFiles, snapshot } from "../project/project.ts";
import { isSample } from "../samples/samples.ts";
import { pick } from "../schema/shown-type.ts";
import { showView } from "../page/view.ts";
import { offerBefore } from "./bring-back.ts";
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

function offerImport(path: string, bytes: Uint8Array): void {
  tell({
    kind: "info",
    topic: `swagger ${path}`,
    text: `${path} is a swagger file. Its resource types can be added to those that are checked.`,
    action: { label: "Import its types", run: () => void importTypes(path, bytes) },
  });
}

async function importTypes(path: string, bytes: Uint8Array): Promise<void> {
  try {
    const { types, problems } = await importSchema(bytes);
    checkAgain();
    const [first] = types;
    if (first) {
      pick({ type: first.group ? `${first.group}::${first.type}` : first.armType });
      showView("schema");
    }
    const count = types.length === 1 ? "One type" : `${types.length} types`;
    const [problem] = problems;
    const trouble = problem
      ? ` ${problems.length === 1 ? "One place" : `${problems.length} places`} could not be used, the first at ${problem.pointer || "/"}: ${problem.message}`
      : "";
    tell({ kind: problem ? "error" : "info", topic: "imported", text: `${count} imported from ${path}.${trouble}` });
  } catch (error) {
    tell({ kind: "error", topic: "imported", text: `Nothing was imported from ${path}: ${messageOf(error)}` });
  }
}
