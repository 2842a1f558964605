import assert from "node:assert/strict";
import { test } from "node:test";
import { cursorAfter, expectFindings, line, openFiles, tab } from "./page/actions.mjs";
import { withPage } from "./page/browser.mjs";
import { good, wrongStatus } from "./page/resources.mjs";
import { serve } from "./page/server.mjs";

test("after the first visit the page works without a server", async () => {
  const server = await serve();
  try {
    await withPage({ origin: server.origin }, async (page) => {
      await openFiles(page, { "resources.js": wrongStatus });
      await expectFindings(page, 1);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await server.close();
      await page.reload();
      await expectFindings(page, 1);
      await cursorAfter(page, '"approved');
      for (let letter = 0; letter < "approved".length; letter += 1) await page.keyboard.press("Backspace");
      await page.keyboard.type("Approved");
      await expectFindings(page, 0);
    });
  } finally {
    await server.close();
  }
});

test("a new version waits until the reader wants it", async () => {
  let version = "";
  const server = await serve((path, bytes) =>
    path === "/service-worker.js" && version ? Buffer.concat([bytes, Buffer.from(`\n// ${version}\n`)]) : bytes,
  );
  try {
    await withPage({ origin: server.origin }, async (page) => {
      await expectFindings(page, 5);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      version = "another one";
      await page.reload();
      await page.locator(".notice", { hasText: "A new version of this page is ready" }).waitFor();
      await page.getByRole("button", { name: "Load it" }).click();
      await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting === null);
      await expectFindings(page, 5);
    });
  } finally {
    await server.close();
  }
});

test("without storage and service workers the page works, and says what it cannot do", async () => {
  const forbid = (context) =>
    context.addInitScript(() => {
      const refuse = () => {
        throw new DOMException("forbidden", "SecurityError");
      };
      Object.defineProperty(globalThis, "localStorage", { get: refuse });
      Object.defineProperty(globalThis, "indexedDB", { get: refuse });
      navigator.serviceWorker.register = () => Promise.reject(new DOMException("forbidden", "SecurityError"));
    });
  await withPage({ prepare: forbid }, async (page) => {
    await openFiles(page, { "resources.js": good });
    await expectFindings(page, 0);
    await cursorAfter(page, "Approved");
    await page.keyboard.type("x");
    await expectFindings(page, 1);
    await page.locator(".status-bar", { hasText: "Not remembered" }).waitFor();
    await page.getByRole("button", { name: "Dark colours" }).click();
    await tab(page, "resources.js").waitFor();
    await line(page, "Approvedx").waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.appearance), "dark");
  });
});
