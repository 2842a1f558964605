import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { cursorAfter, expectFindings, finding, openSample, tab } from "./page/actions.mjs";
import { withPage } from "./page/browser.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function expectAccessible(page, where) {
  await page.evaluate(axe);
  const grave = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(" ")} ${failureSummary}`).join("; ")}`);
  });
  assert.deepEqual(grave, [], where);
}

for (const colorScheme of ["light", "dark"]) {
  test(`no barrier in any panel, ${colorScheme}`, async () => {
    await withPage({ colorScheme }, async (page) => {
      await openSample(page, "A web application");
      await expectFindings(page, 6);
      await expectAccessible(page, "findings");
      await tab(page, /data\/resources\.js/).click();
      await expectAccessible(page, "findings, another file");
      await tab(page, "Schema").click();
      await cursorAfter(page, "DatabaseAccount");
      await page.getByRole("tree").waitFor();
      await expectAccessible(page, "schema");
      await page.getByRole("combobox", { name: "Find a resource type" }).fill("vault");
      await page.getByRole("option").first().waitFor();
      await expectAccessible(page, "schema, with the types open");
      await page.keyboard.press("Escape");
      await tab(page, "Graph").click();
      await page.locator(".graph-node").first().waitFor();
      await expectAccessible(page, "graph");
      await tab(page, /^Findings/).click();
      await finding(page, "Aproved").getByRole("button", { name: "private-link/status" }).click();
      await page.locator("figure").first().waitFor();
      await expectAccessible(page, "documentation of a rule");
      await page.getByRole("button", { name: "Help", exact: true }).click();
      await page.getByRole("dialog", { name: "Help" }).waitFor();
      await expectAccessible(page, "help");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Share", exact: true }).click();
      await page.getByRole("dialog", { name: "Share", exact: true }).waitFor();
      await expectAccessible(page, "share");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Samples", exact: true }).click();
      await page.getByRole("menu", { name: "Samples" }).waitFor();
      await expectAccessible(page, "samples");
    });
  });

  test(`no barrier on a narrow screen, ${colorScheme}`, async () => {
    await withPage({ colorScheme, viewport: { width: 360, height: 640 } }, async (page) => {
      await tab(page, /^Findings/).click();
      await expectFindings(page, 5);
      await expectAccessible(page, "findings");
      await tab(page, "Editor").click();
      await expectAccessible(page, "editor");
    });
  });
}
