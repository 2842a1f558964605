import { checkAgain } from "../editor/editor.ts";
import { messageOf } from "../linting/failure.ts";
import { importSchema } from "../linting/linter.ts";
import { tell } from "../notices/notices.ts";
import { showView } from "../page/view.ts";
import { pick } from "../schema/shown-type.ts";
import { typeName } from "../schema/type-name.ts";

/** The linter names all types that were imported so far; a message is about those of one file. */
const earlier = new Set<string>();

/** Asks whether the types of a swagger file are wanted. */
export function offerImport(path: string, bytes: Uint8Array): void {
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
    const names = types.map(typeName).filter((name) => !earlier.has(name));
    names.forEach((name) => earlier.add(name));
    const [first] = names;
    if (first !== undefined) {
      pick({ type: first });
      showView("schema");
    }
    const [problem] = problems;
    const trouble = problem ? ` ${places(problems.length)} at ${problem.pointer || "/"}: ${problem.message}` : "";
    const text = `${countOf(names)} imported from ${path}.${trouble}`;
    tell({ kind: problem ? "error" : "info", topic: "imported", text });
  } catch (error) {
    tell({ kind: "error", topic: "imported", text: `Nothing was imported from ${path}: ${messageOf(error)}` });
  }
}

function countOf({ length }: readonly string[]): string {
  if (length === 0) return "No new type";
  return length === 1 ? "One type" : `${length} types`;
}

function places(count: number): string {
  return count === 1 ? "One place could not be used," : `${count} places could not be used, the first`;
}
