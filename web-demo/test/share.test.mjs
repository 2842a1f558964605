import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { cursorAfter, editorText, expectFindings, line, notice, openFiles, tab } from "./page/actions.mjs";
import { withPage } from "./page/browser.mjs";
import { good, wrongStatus } from "./page/resources.mjs";

async function shareLink(page) {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const link = await page.getByRole("textbox", { name: "Link to these files" }).inputValue();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  return new URL(link);
}

test("a link carries the whole project, and the reader's own files can be brought back", async () => {
  await withPage({}, async (page) => {
    await openFiles(page, { "one.js": good, "two/ünïcode.js": wrongStatus });
    await expectFindings(page, 1);
    await tab(page, /two\/ünïcode\.js/).click();
    const { hash } = await shareLink(page);
    assert.ok(hash.length < 1500, `${hash.length} characters for two small files`);

    await withPage({ path: `/${hash}` }, async (other) => {
      await tab(other, /two\/ünïcode\.js/).and(other.locator("[aria-selected=true]")).waitFor();
      await expectFindings(other, 1);
      assert.match(await editorText(other), /status: "approved"/);
      assert.equal(new URL(other.url()).hash, "", "the address is that of the page again");
      // An edit outlives loading the page again.
      await cursorAfter(other, "reports-reader");
      await other.keyboard.type("-edited");
      await other.reload();
      await line(other, "reports-reader-edited").waitFor();
    });
  });
});

test("a link that opens over a person's own files gives them back", async () => {
  await withPage({}, async (page) => {
    await openFiles(page, { "shared.js": wrongStatus });
    await expectFindings(page, 1);
    const { hash } = await shareLink(page);
    await openFiles(page, { "mine.js": good });
    await tab(page, "mine.js").waitFor();
    await page.evaluate((hash) => (location.hash = hash), hash);
    await tab(page, "mine.js").waitFor({ state: "detached" });
    await notice(page, "came with the link").getByRole("button", { name: "Bring back" }).click();
    await tab(page, "mine.js").waitFor();
  });
});

test("a broken link is told, and the files stay", async () => {
  await withPage({ path: "/#project=7VbNbtswDH4VQ2cn" }, async (page) => {
    await notice(page, "The link is broken").waitFor();
    await expectFindings(page, 5);
  });
  await withPage({ path: "/#project=%%%" }, async (page) => {
    await notice(page, "The link is broken").waitFor();
    await expectFindings(page, 5);
  });
});

test("what is too large for a link is not shared by half", async () => {
  await withPage({}, async (page) => {
    await openFiles(page, { "large.js": `// ${randomBytes(80_000).toString("base64")}\n` });
    await tab(page, "large.js").waitFor();
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await page.getByRole("alert").filter({ hasText: "too large for a link" }).waitFor();
    assert.equal(await page.getByRole("textbox", { name: "Link to these files" }).count(), 0);
  });
});
