import assert from "node:assert/strict";
import { test } from "node:test";
import { cursorAfter, editorText, expectFindings, findings, line, notice, openFiles, tab } from "./page/actions.mjs";
import { withPage } from "./page/browser.mjs";
import { good, longFile, wrongStatus } from "./page/resources.mjs";
import { serve } from "./page/server.mjs";

const MEGABYTE = 1024 * 1024;

async function paste(page, make, size) {
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+a");
  await page.evaluate(
    ([make, size]) => {
      const data = new DataTransfer();
      data.setData("text/plain", new Function("size", `return ${make}`)(size));
      const content = document.querySelector(".editor").shadowRoot.querySelector(".cm-content");
      content.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    },
    [make, size],
  );
}

/** The page still takes a key, shows it, and checks a small file. */
async function expectAlive(page) {
  await openFiles(page, { "alive.js": wrongStatus });
  await tab(page, /alive\.js/).and(page.locator("[aria-selected=true]")).waitFor();
  await findings(page).filter({ hasText: "approved" }).waitFor();
}

test("a paste of 16 MB is told to be too large, and the page stays alive", async () => {
  await withPage({}, async (page) => {
    await expectFindings(page, 5);
    await paste(page, "'// sixteen megabytes of comments, line by line\\n'.repeat(size / 48)", 17 * MEGABYTE);
    await page.locator(".status-bar", { hasText: "Too large to colour" }).waitFor();
    await page.getByText(/16 MiB|too large/i).nth(1).waitFor();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("kept");
    await line(page, "kept//").waitFor();
    await expectAlive(page);
  });
});

test("200,000 brackets are an answer, not an end", async () => {
  await withPage({}, async (page) => {
    await expectFindings(page, 5);
    await paste(page, "'exports.createResources = () => ' + '['.repeat(size)", 200_000);
    await findings(page).first().waitFor();
    await page.waitForFunction(() => document.querySelectorAll(".finding").length < 5);
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("x");
    await expectAlive(page);
  });
});

test("a file that is too large is refused by name", async () => {
  await withPage({}, async (page) => {
    await expectFindings(page, 5);
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(20 * 1024 * 1024)], "huge.js"));
      const init = { dataTransfer: data, bubbles: true, cancelable: true };
      document.querySelector(".editor").dispatchEvent(new DragEvent("drop", init));
    });
    await notice(page, "huge.js is larger than 16 MB").waitFor();
    assert.equal(await findings(page).count(), 5);
  });
});

test("storage that cannot be read as a project is passed over", async () => {
  const spoil = (context) =>
    context.addInitScript(() => {
      localStorage.setItem("lazuli.project", '{"files":[{"path":1}],"active":"x"}');
      localStorage.setItem("lazuli.appearance", "purple");
    });
  await withPage({ prepare: spoil }, async (page) => {
    await expectFindings(page, 5);
  });
});

test("without the module the page says so, and keeps the text", async () => {
  const server = await serve((path, bytes) => (path.endsWith(".wasm") ? undefined : bytes));
  try {
    await withPage({ origin: server.origin, expected: /404|Failed to load resource/ }, async (page) => {
      await notice(page, /^The linter/).waitFor();
      await openFiles(page, { "resources.js": good });
      await cursorAfter(page, "reports-reader");
      await page.keyboard.type("-typed");
      await line(page, "reports-reader-typed").waitFor();
    });
  } finally {
    await server.close();
  }
});

test("a crash of the module is told, the text stays, and the next check works", async () => {
  const server = await serve((path, bytes) => (path.endsWith(".wasm") ? withLittleMemory(bytes) : bytes));
  try {
    await withPage({ origin: server.origin }, async (page) => {
      await expectFindings(page, 5);
      // More than the memory that the module is left with.
      await openFiles(page, { "long.js": longFile(120_000) });
      await notice(page, "The linter stopped").waitFor();
      assert.match(await editorText(page), /Type here/);
      await tab(page, /long\.js/).focus();
      await page.keyboard.press("Delete");
      await openFiles(page, { "resources.js": wrongStatus });
      await expectFindings(page, 1);
      await notice(page, "The linter stopped").waitFor({ state: "detached" });
    });
  } finally {
    await server.close();
  }
});

/** The module with a memory that hardly grows: what needs more ends in a real crash. */
function withLittleMemory(bytes) {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length; ) {
    const id = bytes[at];
    const [length, start] = number(bytes, at + 1);
    const end = start + length;
    if (id === 5) {
      const [, flags] = number(bytes, start);
      const [least] = number(bytes, flags + 1);
      const body = Buffer.from([1, 1, ...encode(least), ...encode(least + 64)]);
      parts.push(Buffer.from([5, ...encode(body.length)]), body);
    } else {
      parts.push(bytes.subarray(at, end));
    }
    at = end;
  }
  return Buffer.concat(parts);
}

function number(bytes, start) {
  let value = 0;
  let at = start;
  for (let shift = 0; ; shift += 7, at += 1) {
    value |= (bytes[at] & 0x7f) << shift;
    if (bytes[at] < 0x80) return [value, at + 1];
  }
}

function encode(value) {
  const bytes = [];
  for (let left = value; ; left >>>= 7) {
    if (left < 0x80) return [...bytes, left];
    bytes.push((left & 0x7f) | 0x80);
  }
}
