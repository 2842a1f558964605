import { spawn } from "node:child_process";
import { parse } from "node:path";
import { createInterface } from "node:readline";
import { StreamMessageReader, StreamMessageWriter } from "vscode-languageserver-protocol/node";
import type { Connection } from "../server/connection.ts";

/** Starts a program as the server. What it says beside the messages goes to `log`. */
export function startProcess(path: string, log: (line: string) => void): Connection {
  // At the top of the disk, so that a document which is nowhere yet belongs to no project.
  const child = spawn(path, ["lsp"], { cwd: parse(path).root, windowsHide: true });
  createInterface({ input: child.stderr }).on("line", log);
  return {
    reader: new StreamMessageReader(child.stdout),
    writer: new StreamMessageWriter(child.stdin),
    ended: new Promise((resolve) => {
      child.once("error", ({ message }) => resolve(message));
      child.once("close", (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
    }),
    end: () => void child.kill(),
  };
}
