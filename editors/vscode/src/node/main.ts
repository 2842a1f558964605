// First of all, for it gives the protocol what it needs of Node.
import "vscode-languageserver-protocol/node";
import { type ExtensionContext, Uri } from "vscode";
import { start, stop } from "../extension.ts";
import { find, version } from "./programs.ts";
import { startProcess } from "./process.ts";
import { startThread } from "./thread.ts";

export const activate = (context: ExtensionContext): void =>
  start(context, {
    startThread: (dist) => startThread(Uri.joinPath(dist, "node-worker.js").fsPath),
    machine: { programs: { find, version }, start: startProcess },
  });

export const deactivate = stop;
