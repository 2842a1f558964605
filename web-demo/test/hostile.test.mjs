import assert from "node:assert/strict";
import { test } from "node:test";
import { cursorAfter, findings, openFiles, tab } from "./page/actions.mjs";
import { withPage } from "./page/browser.mjs";

const IMAGE = "<img src=x onerror=alert(1)>";
const SCRIPT = "</script><script>alert(2)</script>";
const TURNED = "\u202Egnp.exe\u202C";

const text = `exports.createResources = () => [
  {
    type: "PrivateEndpointConnection",
    group: "DocumentDB",
    name: ${JSON.stringify(`${IMAGE}${TURNED}`)},
    properties: () => ({
      properties: {
        ${JSON.stringify(IMAGE)}: 1,
        privateLinkServiceConnectionState: { status: ${JSON.stringify(SCRIPT)}, ${JSON.stringify(TURNED)}: 2 },
      },
    }),
    dependencies: () => ({ resourceGroup: ${JSON.stringify(IMAGE)}, ${JSON.stringify(SCRIPT)}: "x" }),
  },
  { type: ${JSON.stringify(IMAGE)}, group: ${JSON.stringify(SCRIPT)}, name: "n", properties: () => ({}) },
];
`;

test("whatever a file says is text, wherever it is shown", async () => {
  await withPage({}, async (page) => {
    const name = `${IMAGE.replaceAll("/", "")}.js`;
    await openFiles(page, { [name]: text });
    await findings(page).filter({ hasText: IMAGE }).first().waitFor();
    const noElements = async (where) => {
      const made = await page.evaluate(() => {
        const roots = [document, document.querySelector(".editor").shadowRoot];
        return roots.flatMap((root) => [...root.querySelectorAll("img[src=x], script:not([src]), [onerror]")]).length;
      });
      assert.equal(made, 0, where);
    };
    await tab(page, name).waitFor();
    await noElements("findings");

    for (const mark of await page.locator(".cm-lintRange").all()) {
      await mark.hover();
      await page.locator(".cm-lazuli-diagnostic").first().waitFor();
      await noElements("hover over a finding");
    }
    await cursorAfter(page, "<img src=x");
    await page.keyboard.press("Control+.");
    await page.getByRole("menu", { name: "Quick fixes" }).waitFor();
    await noElements("quick fixes");
    await page.keyboard.press("Escape");
    await tab(page, "Graph").click();
    await page.locator(".graph-node", { hasText: "<img" }).first().waitFor();
    await noElements("graph");
    await tab(page, "Schema").click();
    await page.getByRole("tree").waitFor();
    await noElements("schema");
    await page.getByRole("button", { name: `Rename ${name}` }).waitFor();
    await tab(page, name).focus();
    await page.keyboard.press("Delete");
    await page.locator(".notice", { hasText: IMAGE }).waitFor();
    await noElements("notice");
  });
});

test("a direction that is overridden turns nothing beside it", async () => {
  await withPage({}, async (page) => {
    await openFiles(page, { "resources.js": text });
    const row = findings(page).filter({ hasText: TURNED }).first();
    await row.waitFor();
    const isolated = await row.evaluate((row) =>
      [...row.querySelectorAll("bdi")].some((part) => getComputedStyle(part).unicodeBidi.startsWith("isolate")),
    );
    assert.ok(isolated);
    // In the editor the characters that turn text are shown as marks.
    assert.ok((await page.locator(".cm-specialChar").count()) >= 2);
  });
});
