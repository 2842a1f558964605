// One browser for the tests of a file, and pages that hold every test to what must always be true: no request to
// another origin, no error in the console (a breach of the policy is one), no dialog.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const EXECUTABLE = process.env.LAZULI_CHROMIUM ?? "/usr/bin/chromium";
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let browser;
let server;

before(async () => {
  browser = await chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
  server = await serve();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/**
 * Opens the page, runs the test, and looks at what must always be true.
 * @param {import("playwright-core").BrowserContextOptions & { path?: string, origin?: string, prepare?: Function, expected?: RegExp }} options
 * `expected` names the errors in the console that the test provokes.
 * @param {(page: import("playwright-core").Page) => Promise<void>} run
 */
export async function withPage({ path = "/", origin = server.origin, prepare, expected, ...options }, run) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(15_000);
  const foreign = [];
  const errors = [];
  context.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) foreign.push(request.url());
  });
  await context.addInitScript(() => {
    const measured = [];
    new PerformanceObserver((list) => measured.push(...list.getEntries())).observe({ type: "measure", buffered: true });
    Object.assign(globalThis, { measured });
  });
  await prepare?.(context);
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error" && !expected?.test(message.text())) errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(String(error.stack)));
  page.on("dialog", (dialog) => {
    errors.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  try {
    await page.goto(origin + path);
    await run(page);
    assert.deepEqual(foreign, [], "requests to other origins");
    assert.deepEqual(errors, [], "errors in the console");
  } finally {
    await context.close();
  }
}
