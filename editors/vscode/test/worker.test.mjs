// The worker of browsers in a browser, without VS Code around it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, serve, withoutChromium } from "./support/chromium.mjs";
import { ROOT } from "./support/source.mjs";

let browser;
let server;
before(async () => {
  if (!withoutChromium) {
    browser = await launch();
    server = await serve((path) => (path === "/" ? "<!doctype html>" : readFile(join(ROOT, "dist", path))));
  }
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Starts the worker in a page, sends it messages, and gives the first that it sends for a method. */
async function firstOf(page, messages, method) {
  return page.evaluate(
    async ([messages, method]) => {
      const worker = new Worker("/web-worker.js");
      const module = new Uint8Array(await (await fetch("/server.wasm")).arrayBuffer());
      return new Promise((resolve, reject) => {
        worker.addEventListener("error", ({ message }) => reject(new Error(message)));
        worker.addEventListener("message", ({ data }) => {
          const message = JSON.parse(data);
          if (message.method === method) {
            resolve(message.params);
          }
        });
        worker.postMessage(module);
        messages.forEach((message) => worker.postMessage(JSON.stringify({ jsonrpc: "2.0", ...message })));
      });
    },
    [messages, method],
  );
}

test("the worker finds mistakes in a browser", { skip: withoutChromium }, async () => {
  const page = await browser.newPage();
  await page.goto(`http://${server.authority}/`);
  const text = await readFile(join(ROOT, "dist/sample.js"), "utf8");
  const textDocument = {
    uri: "vscode-vfs://github/owner/repository/resources.js",
    languageId: "javascript",
    version: 1,
    text,
  };
  const messages = [
    { id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } },
    { method: "initialized", params: {} },
    { method: "textDocument/didOpen", params: { textDocument } },
  ];
  const { uri, diagnostics } = await firstOf(page, messages, "textDocument/publishDiagnostics");
  assert.equal(uri, textDocument.uri);
  assert.equal(diagnostics.length, 5);
});

test("a worker that cannot run says so to whoever started it", { skip: withoutChromium }, async () => {
  const page = await browser.newPage();
  await page.goto(`http://${server.authority}/`);
  const message = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const worker = new Worker("/web-worker.js");
        worker.addEventListener("error", ({ message }) => resolve(message));
        worker.postMessage(new TextEncoder().encode("no module"));
      }),
  );
  assert.match(message, /WebAssembly/);
});
