import type { Extension } from "@codemirror/state";
import { checking } from "./codemirror/checking.js";
import { completion } from "./codemirror/completion.js";
import { definition } from "./codemirror/definition.js";
import { hover } from "./codemirror/hover.js";
import { look } from "./codemirror/look.js";
import type { LazuliOptions } from "./codemirror/options.js";
import { quickFixes } from "./codemirror/quick-fixes.js";
import { Session } from "./codemirror/session.js";
import type { Linter } from "./index.js";
import type { Client } from "./worker.js";

export { recheck } from "./codemirror/checking.js";
export type { Answer, LazuliOptions } from "./codemirror/options.js";

/** Findings as you type, hover, completion, quick fixes (Mod-.) and going to a definition (F12, Mod-click). */
export function lazuli(client: Linter | Client, options: LazuliOptions): Extension {
  const session = new Session(client, options);
  return [checking(session), hover(session), completion(session), quickFixes(session), definition(session), look];
}
