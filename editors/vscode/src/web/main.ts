// First of all, for it gives the protocol what it needs of a browser.
import "vscode-languageserver-protocol/browser";
import { type ExtensionContext, Uri } from "vscode";
import { start, stop } from "../extension.ts";
import { startThread } from "./thread.ts";

export const activate = (context: ExtensionContext): void =>
  start(context, { startThread: (dist) => startThread(Uri.joinPath(dist, "web-worker.js").toString(true)) });

export const deactivate = stop;
