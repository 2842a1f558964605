import type { LazuliError } from "lazuli";
import { dismiss, tell } from "../notices/notices.ts";

/** Says on the page that a call failed. The text is not touched by it, and the next call may well succeed. */
export function reportFailure(error: unknown): void {
  const crashed = kindOf(error) === "crash";
  tell({
    kind: "error",
    topic: "linter",
    text: crashed
      ? `The linter stopped while it was reading your files. Your text is safe, and the next change is checked afresh. (${messageOf(error)})`
      : `The linter could not answer: ${messageOf(error)}`,
  });
}

/** Takes the message away again. */
export function answered(): void {
  dismiss("linter");
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function kindOf(error: unknown): LazuliError["kind"] | undefined {
  return error instanceof Error && "kind" in error ? (error as LazuliError).kind : undefined;
}
