// A client of the built-in server in a worker of Node, as the extension has it, with the protocol's own connection.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createProtocolConnection } from "vscode-languageserver-protocol/node";
import { ROOT, source } from "./source.mjs";

const { startThread } = await source("node/thread.ts");
const { connectThread } = await source("server/thread.ts");
const module = await readFile(join(ROOT, "dist/server.wasm"));

/** What VS Code says it can do, as far as the tests need it; what is found is sent, and not asked for. */
const CAPABILITIES = {
  general: { positionEncodings: ["utf-16"] },
  workspace: { workspaceEdit: { documentChanges: true }, configuration: true },
  textDocument: {
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      resolveSupport: { properties: ["edit"] },
    },
    completion: { completionItem: { snippetSupport: true } },
    hover: { contentFormat: ["markdown"] },
  },
};

export class Session {
  #published = new Map();
  #waiting = [];

  constructor(folder) {
    this.folder = folder;
    this.line = connectThread(startThread(join(ROOT, "dist/node-worker.js")), module);
    this.connection = createProtocolConnection(this.line.reader, this.line.writer);
    this.connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
      this.#published.set(uri, diagnostics);
      this.#waiting = this.#waiting.filter((settle) => !settle());
    });
    this.connection.onRequest("workspace/configuration", ({ items }) => items.map(() => ({ folding: false })));
    this.connection.listen();
  }

  async begin() {
    const result = await this.connection.sendRequest("initialize", {
      processId: null,
      rootUri: this.folder,
      capabilities: CAPABILITIES,
      workspaceFolders: [{ uri: this.folder, name: "folder" }],
      initializationOptions: { folding: false },
    });
    await this.connection.sendNotification("initialized", {});
    return result;
  }

  uri(name) {
    return `${this.folder}/${name}`;
  }

  /** Tells of files by their names; `null` is one that is gone. */
  tell(files) {
    const told = Object.entries(files).map(([name, text]) => ({ uri: this.uri(name), ...(text !== null && { text }) }));
    return this.connection.sendNotification("lazuli/files", { files: told });
  }

  open(name, text) {
    const textDocument = { uri: this.uri(name), languageId: "javascript", version: 1, text };
    return this.connection.sendNotification("textDocument/didOpen", { textDocument });
  }

  change(name, version, text) {
    const params = { textDocument: { uri: this.uri(name), version }, contentChanges: [{ text }] };
    return this.connection.sendNotification("textDocument/didChange", params);
  }

  ask(method, name, position, more) {
    return this.connection.sendRequest(method, { textDocument: { uri: this.uri(name) }, position, ...more });
  }

  /** What is found in a file, once it is as the test expects. */
  found(name, expected) {
    return new Promise((resolve) => {
      const settle = () => {
        const diagnostics = this.#published.get(this.uri(name));
        const settled = diagnostics !== undefined && expected(diagnostics);
        if (settled) {
          resolve(diagnostics);
        }
        return settled;
      };
      if (!settle()) {
        this.#waiting.push(settle);
      }
    });
  }

  /** Ends the session as the protocol has it; how the worker ended. */
  async end() {
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    const how = await this.line.ended;
    this.connection.dispose();
    return how;
  }
}

/**
 * The answers to messages that have all come before the server begins with the first, by what they were asked with. Of
 * messages that follow one another nobody knows how far the server is when the next one comes.
 */
export async function answersAtOnce(messages) {
  const answers = new Map();
  const thread = startThread(join(ROOT, "dist/node-worker.js"));
  thread.listen((text) => {
    const message = JSON.parse(text);
    if (message.method === undefined) {
      answers.set(message.id, message);
    }
  });
  messages.forEach((message) => thread.send(JSON.stringify({ jsonrpc: "2.0", ...message })));
  thread.send(module);
  await thread.ended;
  return answers;
}

/** The place behind a text, in lines and columns from 0. */
export function behind(text, part) {
  const before = text.slice(0, text.indexOf(part) + part.length).split("\n");
  return { line: before.length - 1, character: before.at(-1).length };
}

/** A text with edits of the protocol made. */
export function edited(text, edits) {
  const lines = text.split("\n");
  const offset = ({ line, character }) =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) + character;
  return edits
    .toSorted((one, other) => offset(other.range.start) - offset(one.range.start))
    .reduce(
      (before, { range, newText }) => before.slice(0, offset(range.start)) + newText + before.slice(offset(range.end)),
      text,
    );
}
