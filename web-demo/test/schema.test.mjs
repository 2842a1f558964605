import assert from "node:assert/strict";
import { test } from "node:test";
import { cursorAfter, expectFindings, notice, openFiles, tab } from "./page/actions.mjs";
import { withPage } from "./page/browser.mjs";
import { good } from "./page/resources.mjs";

const row = (page, path) => page.locator(`[role=treeitem][data-path="${path}"]`);

async function openSchema(page) {
  await openFiles(page, { "resources.js": good });
  await expectFindings(page, 0);
  await cursorAfter(page, "status");
  await tab(page, "Schema").click();
  await row(page, "properties.privateLinkServiceConnectionState.status").waitFor();
}

test("the tree shows the resource under the cursor, and marks the place", async () => {
  await withPage({}, async (page) => {
    await openSchema(page);
    const status = row(page, "properties.privateLinkServiceConnectionState.status");
    assert.equal(await status.getAttribute("aria-current"), "location");
    assert.match(await status.innerText(), /string/);
    assert.match(await row(page, "properties.privateLinkServiceConnectionState.actionsRequired").innerText(), /read-only/);
    await cursorAfter(page, "privateLinkService");
    await page.locator('[aria-current=location][data-path="properties.privateLinkServiceConnectionState"]').waitFor();
  });
});

test("the tree is searched, collapsed and expanded", async () => {
  await withPage({}, async (page) => {
    await openSchema(page);
    await page.getByRole("button", { name: "Collapse all" }).click();
    await row(page, "properties.privateLinkServiceConnectionState").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Expand all" }).click();
    await row(page, "properties.privateLinkServiceConnectionState.status").waitFor();
    await page.getByRole("searchbox", { name: "Search the properties" }).fill("actions");
    await row(page, "properties.privateLinkServiceConnectionState.status").waitFor({ state: "detached" });
    await row(page, "properties.privateLinkServiceConnectionState.actionsRequired").waitFor();
  });
});

test("the tree works by keyboard, and copies a path", async () => {
  await withPage({ permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await openSchema(page);
    await row(page, "properties.privateLinkServiceConnectionState.status").focus();
    await page.keyboard.press("c");
    await notice(page, "Copied: properties.privateLinkServiceConnectionState.status").waitFor();
    assert.equal(
      await page.evaluate(() => navigator.clipboard.readText()),
      "properties.privateLinkServiceConnectionState.status",
    );
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await row(page, "properties.privateLinkServiceConnectionState.status").waitFor({ state: "detached" });
    await page.keyboard.press("ArrowRight");
    await row(page, "properties.privateLinkServiceConnectionState.status").waitFor();
  });
});

test("any type can be picked, in any version, and the cursor followed again", async () => {
  await withPage({}, async (page) => {
    await openSchema(page);
    const picker = page.getByRole("combobox", { name: "Find a resource type" });
    await picker.fill("keyvault vault");
    await page.getByRole("option", { name: /^KeyVault::Vault / }).waitFor();
    await picker.press("Enter");
    await page.getByRole("heading", { name: "KeyVault::Vault", exact: true }).waitFor();
    assert.match(await row(page, "properties").innerText(), /required/);
    const versions = page.getByRole("combobox", { name: "API version" });
    const before = await versions.inputValue();
    const other = (await versions.locator("option").allInnerTexts()).find((version) => version !== before);
    await versions.selectOption(other);
    await page.waitForFunction((other) => document.querySelector(".version select")?.value === other, other);
    await page.getByRole("button", { name: "Follow the cursor" }).click();
    await page.getByRole("heading", { name: "DocumentDB::PrivateEndpointConnection" }).waitFor();
  });
});
