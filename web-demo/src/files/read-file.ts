/** The linter takes no larger files. */
const LARGEST = 16 * 1024 * 1024;

export type ReadFile =
  | { kind: "text"; path: string; text: string }
  | { kind: "swagger"; path: string; bytes: Uint8Array }
  | { kind: "refused"; path: string; reason: string };

export async function readFile(file: File): Promise<ReadFile> {
  const path = file.webkitRelativePath || file.name;
  if (file.size > LARGEST) return { kind: "refused", path, reason: "is larger than 16 MB" };
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => undefined,
  );
  if (!bytes) return { kind: "refused", path, reason: "cannot be read" };
  const text = decode(bytes);
  if (text === undefined) return { kind: "refused", path, reason: "is not a text in UTF-8" };
  if (/\.json$/i.test(path) && isSwagger(text)) return { kind: "swagger", path, bytes };
  return { kind: "text", path, text };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

/** What says it is swagger is offered as swagger; whether it really is one, the linter says. */
function isSwagger(text: string): boolean {
  return /"swagger"\s*:\s*"2\.0"/.test(text);
}
