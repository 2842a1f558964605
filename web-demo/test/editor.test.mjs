import assert from "node:assert/strict";
import { test } from "node:test";
import { cursorAfter, editorText, expectFindings, line, openFiles, openSample, tab } from "./page/actions.mjs";
import { withPage } from "./page/browser.mjs";
import { connection, good } from "./page/resources.mjs";

const vault = `exports.createResources = () => [
  {
    type: "Vault",
    group: "KeyVault",
    name: "secrets",
    properties: ({ config }) => ({
      properties: { tenantId: config.tenantId, sku: { family: "A", name: "" } },
    }),
  },
];
`;

/** CodeMirror takes no key for a list that has just opened: the person meant the text, then. */
async function acceptCompletion(page, key) {
  const shown = await page.evaluate(() => performance.now());
  await page.waitForFunction((shown) => performance.now() > shown + 100, shown);
  await page.keyboard.press(key);
}

test("hovering a property tells what it is", async () => {
  await withPage({}, async (page) => {
    await openFiles(page, { "resources.js": good });
    await expectFindings(page, 0);
    await page.locator(".cm-line span", { hasText: /^status$/ }).hover();
    const hover = page.locator(".cm-lazuli-hover");
    await hover.waitFor();
    assert.match(await hover.innerText(), /status\s+string/);
    assert.match(await hover.innerText(), /DocumentDB::PrivateEndpointConnection/);
  });
});

test("keys are completed with their quotes and colons as they should be", async () => {
  await withPage({}, async (page) => {
    await openFiles(page, { "resources.js": connection("") });
    await expectFindings(page, 0);
    await cursorAfter(page, "privateLinkServiceConnectionState: {");
    await page.keyboard.press("Enter");
    await page.keyboard.type("stat");
    const option = page.locator(".cm-tooltip-autocomplete [role=option]", { hasText: "status" });
    await option.waitFor();
    await page.locator(".cm-tooltip-autocomplete [aria-selected=true]", { hasText: "status" }).waitFor();
    await acceptCompletion(page, "Tab");
    await line(page, "status:").waitFor();
    assert.doesNotMatch(await editorText(page), /statstatus|\$\{|\$0/);
  });
});

test("values are completed inside their quotes", async () => {
  await withPage({}, async (page) => {
    await openFiles(page, { "resources.js": vault });
    await expectFindings(page, 1);
    await cursorAfter(page, 'sku: { family: "A", name: "');
    await page.keyboard.type("pre");
    await page.locator(".cm-tooltip-autocomplete [aria-selected=true]", { hasText: "premium" }).waitFor();
    await acceptCompletion(page, "Enter");
    await line(page, 'name: "premium" }').waitFor();
    await expectFindings(page, 0);
  });
});

test("types and groups are completed", async () => {
  await withPage({}, async (page) => {
    await openFiles(page, { "resources.js": 'exports.createResources = () => [\n  { type: "", group: "KeyVault", name: "n", properties: () => ({}) },\n];\n' });
    await cursorAfter(page, 'type: "');
    await page.keyboard.type("Vau");
    await page.locator(".cm-tooltip-autocomplete [role=option]", { hasText: "Vault" }).first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.type("lt");
    await cursorAfter(page, 'group: "KeyVault');
    for (let letter = 0; letter < "Vault".length; letter += 1) await page.keyboard.press("Backspace");
    await page.keyboard.press("Control+Space");
    await page.locator(".cm-tooltip-autocomplete [role=option]", { hasText: "KeyVault" }).waitFor();
  });
});

test("going to a definition crosses files, by key and by mouse", async () => {
  await withPage({}, async (page) => {
    await openSample(page, "A web application");
    await expectFindings(page, 6);
    await tab(page, /^(\d found in )?web\/resources\.js/).click();
    await cursorAfter(page, 'resourceGroup: "rg-sh');
    await page.keyboard.press("F12");
    await tab(page, /^resources\.js/).and(page.locator("[aria-selected=true]")).waitFor();
    assert.match(await page.locator(".status-bar").innerText(), /Line [4-9],/);

    await tab(page, /web\/resources\.js/).click();
    const name = page.locator(".cm-line span", { hasText: '"rg-shop::shop-plan"' }).first();
    await name.click({ modifiers: ["Control"] });
    await page.waitForFunction(() => /Line [3-7],/.test(document.querySelector(".status-bar").innerText));
  });
});

test("Escape and then Tab leaves the editor", async () => {
  await withPage({}, async (page) => {
    await expectFindings(page, 5);
    await page.locator(".cm-content").focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    await page.waitForFunction(() => document.activeElement !== document.querySelector(".editor"));
    await page.keyboard.press("F6");
    await page.waitForFunction(() => document.activeElement?.id === "tab-findings");
    await page.keyboard.press("F6");
    await page.waitForFunction(() => document.activeElement === document.querySelector(".editor"));
  });
});

test("objects fold, and what is searched for is found", async () => {
  await withPage({}, async (page) => {
    await openFiles(page, { "data.json": '{\n  "resources": [\n    { "type": "x" }\n  ]\n}\n' });
    await page.locator(".cm-foldGutter span[title='Fold line']:visible").first().click();
    await page.locator(".cm-foldPlaceholder").click();
    await page.locator(".cm-foldPlaceholder").waitFor({ state: "detached" });
    await page.locator(".cm-content").focus();
    await page.keyboard.press("Control+f");
    await page.locator(".cm-search [name=search]").pressSequentially("resources");
    await page.keyboard.press("Enter");
    await page.locator(".cm-searchMatch-selected", { hasText: "resources" }).waitFor();
  });
});
