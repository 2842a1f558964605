// An editor as far as the protocol goes: it starts the server, and keeps what the server tells.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import {
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
} from "vscode-languageserver-protocol/node";

/** The program that serves; `cargo xtask test` says where it is. */
export const program = process.env.LAZULI_NATIVE ?? "../../target/debug/lazuli";
if (!existsSync(program)) {
  throw new Error(`${program} is not there: build it, or say by LAZULI_NATIVE where it is`);
}

/** What the editor can do. */
export const capabilities = {
  general: { positionEncodings: ["utf-16"] },
  textDocument: {
    completion: {
      completionItem: { snippetSupport: true, labelDetailsSupport: true },
      completionList: { itemDefaults: ["editRange"] },
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source.fixAll"] } },
      resolveSupport: { properties: ["edit"] },
    },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: { relatedInformation: true },
  },
  window: { showDocument: { support: true } },
  workspace: {
    configuration: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    inlayHint: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
    workspaceFolders: true,
  },
};

export class Editor {
  #process;
  #diagnostics = new Map();
  #waiting = new Set();
  #versions = new Map();

  /** What was told of files, in order. */
  allTold = [];
  /** What the server asked the editor, in order. */
  asked = [];
  /** What people set. */
  settings = {};

  constructor(command = [program]) {
    const [name, ...given] = command;
    this.#process = spawn(name, [...given, "lsp"], { stdio: ["pipe", "pipe", "inherit"] });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
    /** The exit code, once the server has ended. */
    this.ended = new Promise((resolve) => this.#process.on("exit", (code, signal) => resolve(code ?? signal)));
    this.connection.onNotification("textDocument/publishDiagnostics", (told) => {
      this.allTold.push(told);
      this.#diagnostics.set(told.uri, told);
      for (const look of this.#waiting) {
        look();
      }
    });
    this.connection.onRequest((method, params) => {
      this.asked.push({ method, params });
      for (const look of this.#waiting) {
        look();
      }
      return method === "workspace/configuration" ? [this.settings] : null;
    });
    this.connection.onNotification(() => {});
    this.connection.listen();
  }

  get pid() {
    return this.#process.pid;
  }

  /** The line to the server, to write on it what is no message. */
  get line() {
    return this.#process.stdin;
  }

  /** What the server writes on it. */
  get output() {
    return this.#process.stdout;
  }

  async initialize(folders, { client = capabilities, ...params } = {}) {
    const workspaceFolders = folders.map((folder) => ({ uri: pathToFileURL(folder).href, name: folder }));
    const result = await this.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: workspaceFolders[0]?.uri ?? null,
      workspaceFolders,
      capabilities: client,
      ...params,
    });
    this.notify("initialized", {});
    return result;
  }

  request(method, ...params) {
    return this.connection.sendRequest(method, ...params);
  }

  notify(method, params) {
    return this.connection.sendNotification(method, params);
  }

  open(uri, text, languageId = "javascript") {
    this.#versions.set(uri, 1);
    return this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Changes an open file; the version that it has then. */
  change(uri, ...contentChanges) {
    const version = this.#versions.get(uri) + 1;
    this.#versions.set(uri, version);
    this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
    return version;
  }

  close(uri) {
    return this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  /** The diagnostics of a file, once they are as `is` has it. */
  diagnostics(uri, is = () => true) {
    return this.#once(() => {
      const told = this.#diagnostics.get(uri);
      return told && is(told) ? told.diagnostics : undefined;
    });
  }

  /** What the server asks the editor by that method. */
  wasAsked(method) {
    return this.#once(() => this.asked.find((asked) => asked.method === method));
  }

  /** What was told last of a file, without waiting for it. */
  told(uri) {
    return this.#diagnostics.get(uri);
  }

  #once(find) {
    return new Promise((resolve) => {
      const look = () => {
        const found = find();
        if (found !== undefined) {
          this.#waiting.delete(look);
          resolve(found);
        }
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Ends the session as the protocol has it; the exit code of the server. */
  async leave() {
    await this.request("shutdown");
    await this.notify("exit");
    return this.ended;
  }

  kill() {
    this.#process.kill("SIGKILL");
  }
}
