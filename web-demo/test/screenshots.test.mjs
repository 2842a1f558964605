// Pictures of the page for people to look at, when LAZULI_SCREENSHOTS names a folder.

import { join } from "node:path";
import { test } from "node:test";
import { cursorAfter, expectFindings, finding, marks, openSample, tab } from "./page/actions.mjs";
import { withPage } from "./page/browser.mjs";

const folder = process.env.LAZULI_SCREENSHOTS;

for (const colorScheme of ["light", "dark"]) {
  test(`pictures, ${colorScheme}`, { skip: !folder }, async () => {
    await withPage({ colorScheme }, async (page) => {
      const picture = (name) => page.screenshot({ path: join(folder, `${colorScheme}-${name}.png`) });
      await expectFindings(page, 5);
      await picture("findings");
      await marks(page, "error").first().hover();
      await page.locator(".cm-lazuli-diagnostic").first().waitFor();
      await picture("finding");
      await page.locator(".cm-line span", { hasText: /^status$/ }).first().hover();
      await page.locator(".cm-lazuli-hover").waitFor();
      await picture("hover");
      await page.mouse.move(0, 0);
      await page.locator(".cm-lazuli-hover").waitFor({ state: "detached" });
      await cursorAfter(page, "properties: {");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Control+Space");
      await page.locator(".cm-tooltip-autocomplete").waitFor();
      await picture("completion");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+z");
      await cursorAfter(page, 'status: "');
      await page.keyboard.press("Control+.");
      await page.getByRole("menu", { name: "Quick fixes" }).waitFor();
      await picture("quick-fixes");
      await page.keyboard.press("Escape");
      await tab(page, "Schema").click();
      await page.locator("[aria-current=location]").waitFor();
      await picture("schema");
      await tab(page, /^Findings/).click();
      await finding(page, "approved").getByRole("button", { name: "private-link/status" }).click();
      await page.locator("figure").first().waitFor();
      await picture("documentation");
      await page.getByRole("button", { name: "Back to the findings" }).click();
      await openSample(page, "A web application");
      await expectFindings(page, 6);
      await picture("web-application");
      await tab(page, "Graph").click();
      await page.locator(".graph-node").first().waitFor();
      await picture("graph");
      await page.getByRole("button", { name: "Help", exact: true }).click();
      await page.getByRole("dialog", { name: "Help" }).waitFor();
      await picture("help");
    });
  });

  test(`pictures of a narrow screen, ${colorScheme}`, { skip: !folder }, async () => {
    await withPage({ colorScheme, viewport: { width: 360, height: 720 } }, async (page) => {
      const picture = (name) => page.screenshot({ path: join(folder, `${colorScheme}-narrow-${name}.png`) });
      await tab(page, /^Findings/).click();
      await expectFindings(page, 5);
      await picture("findings");
      await tab(page, "Editor").click();
      await picture("editor");
      await openSample(page, "A web application");
      await tab(page, "Graph").click();
      await page.locator(".graph-node").first().waitFor();
      await picture("graph");
      await tab(page, "Schema").click();
      await page.getByRole("combobox", { name: "Find a resource type" }).fill("keyvault::vault");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("tree").waitFor();
      await picture("schema");
    });
  });
}
