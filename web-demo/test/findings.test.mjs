import assert from "node:assert/strict";
import { test } from "node:test";
import {
  cursorAfter,
  editorText,
  expectFindings,
  finding,
  findings,
  line,
  marks,
  notice,
  openFiles,
  openSample,
  tab,
} from "./page/actions.mjs";
import { withPage } from "./page/browser.mjs";
import { connection, good, wrongStatus } from "./page/resources.mjs";

test("a mistake is marked where it is, as soon as it is typed", async () => {
  await withPage({}, async (page) => {
    await openFiles(page, { "resources.js": good });
    await expectFindings(page, 0);
    await cursorAfter(page, "Approved");
    await page.keyboard.type("!");
    await expectFindings(page, 1);
    assert.equal(await marks(page, "error").innerText(), '"Approved!"');
    assert.match(await findings(page).innerText(), /`?status`? must be/);
    await page.keyboard.press("Backspace");
    await expectFindings(page, 0);
    assert.equal(await marks(page, "error").count(), 0);
  });
});

test("the fix of a finding is a press away, in the list and in the text", async () => {
  await withPage({}, async (page) => {
    await openFiles(page, { "resources.js": wrongStatus });
    await expectFindings(page, 1);
    await finding(page, "status").locator(".finding-fix").click();
    await expectFindings(page, 0);
    assert.match(await editorText(page), /status: "Approved",/);

    await page.locator(".cm-content").focus();
    await page.keyboard.press("Control+z");
    await expectFindings(page, 1);
    await marks(page, "error").hover();
    await page.locator(".cm-diagnosticAction").click();
    await expectFindings(page, 0);
    assert.match(await editorText(page), /status: "Approved",/);
  });
});

test("quick fixes open at the cursor by keyboard", async () => {
  await withPage({}, async (page) => {
    await openFiles(page, { "resources.js": wrongStatus });
    await expectFindings(page, 1);
    await cursorAfter(page, '"appr');
    await page.keyboard.press("Control+.");
    const menu = page.getByRole("menu", { name: "Quick fixes" });
    await menu.waitFor();
    await page.waitForFunction(() => document.querySelector(".editor").shadowRoot.activeElement?.role === "menuitem");
    await page.keyboard.press("Escape");
    await menu.waitFor({ state: "detached" });
    await page.keyboard.press("Control+.");
    await menu.waitFor();
    await page.keyboard.press("Enter");
    await expectFindings(page, 0);
    assert.match(await editorText(page), /status: "Approved",/);
  });
});

test("all safe fixes are made at once, in all files, and undone in each", async () => {
  await withPage({}, async (page) => {
    await openFiles(page, { "one.js": wrongStatus, "two.js": connection('status: "APPROVED",', "second") });
    await expectFindings(page, 2);
    await page.getByRole("button", { name: "Fix all safe (2)" }).click();
    await expectFindings(page, 0);
    await notice(page, "2 fixes made in 2 files").waitFor();
    await tab(page, /two\.js/).click();
    assert.match(await editorText(page), /status: "Approved",/);
    await page.locator(".cm-content").focus();
    await page.keyboard.press("Control+z");
    await expectFindings(page, 1);
  });
});

test("fixes that are to be looked at are made only when asked for", async () => {
  await withPage({}, async (page) => {
    await openSample(page, "A virtual machine");
    await expectFindings(page, 4);
    const all = page.getByRole("button", { name: /^Fix all \(/ });
    await page.getByRole("button", { name: /^Fix all safe/ }).click();
    await notice(page, /fixe?s? made/).waitFor();
    await finding(page, "secret").waitFor();
    await all.click();
    await finding(page, "secret").waitFor({ state: "detached" });
  });
});

test("findings can be filtered by severity", async () => {
  await withPage({}, async (page) => {
    await openSample(page, "A web application");
    await expectFindings(page, 6);
    await page.getByRole("button", { name: /errors?$/ }).click();
    await expectFindings(page, 2);
    await page.getByRole("button", { name: /warnings?$/ }).click();
    await page.getByText("hidden by the filter").waitFor();
  });
});

test("a press on a finding goes to its place, in another file too", async () => {
  await withPage({}, async (page) => {
    await openSample(page, "A web application");
    await expectFindings(page, 6);
    await finding(page, "priority").locator(".finding-message").click();
    await tab(page, /network\/resources\.js/).and(page.locator("[aria-selected=true]")).waitFor();
    await line(page, "taken by the rule above").waitFor();
    const selected = await page.evaluate(() => document.querySelector(".editor").shadowRoot.activeElement?.className);
    assert.match(selected, /cm-content/);
    assert.match(await page.locator(".status-bar").innerText(), /Line 49, /);
  });
});

test("the documentation of a rule opens in place, and closes", async () => {
  await withPage({}, async (page) => {
    await expectFindings(page, 5);
    await finding(page, "approved").getByRole("button", { name: "private-link/status" }).click();
    await page.getByRole("heading", { name: "private-link/status" }).waitFor();
    await page.getByText("exactly this case").waitFor();
    assert.ok((await page.locator("figure").count()) >= 2, "it has examples");
    await page.getByRole("button", { name: "Back to the findings" }).click();
    await expectFindings(page, 5);
  });
});

test("the number of findings is announced", async () => {
  await withPage({}, async (page) => {
    await page.getByRole("status", { name: "Findings" }).getByText("5 errors").waitFor();
  });
});

test("a config among the files counts, and its mistakes are told", async () => {
  await withPage({}, async (page) => {
    await openFiles(page, { "resources.js": wrongStatus, "lazuli.toml": '[rules]\n"private-link/*" = "off"\n' });
    await expectFindings(page, 0);
    await openFiles(page, { "lazuli.toml": '[rulez]\n"private-link/*" = "off"\n' });
    await page.locator(".problem", { hasText: "rulez" }).waitFor();
    await expectFindings(page, 1);
  });
});
