import type { Uri } from "vscode";
import type { Programs } from "./server/choice.ts";
import type { Connection } from "./server/connection.ts";
import type { Thread } from "./server/thread.ts";

/** What is different where the extension runs in Node and where it runs in a browser. */
export interface Platform {
  /** Starts the built-in server, which is in the folder that was built. */
  startThread(dist: Uri): Thread;
  /** A browser has none. */
  machine?: {
    programs: Programs;
    start(path: string, log: (line: string) => void): Connection;
  };
}
