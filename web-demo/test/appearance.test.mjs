import assert from "node:assert/strict";
import { test } from "node:test";
import { expectFindings, finding, line, openSample, tab } from "./page/actions.mjs";
import { withPage } from "./page/browser.mjs";

const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const editorBackground = (page) =>
  page.evaluate(() => getComputedStyle(document.querySelector(".editor").shadowRoot.querySelector(".cm-editor")).backgroundColor);

test("the colours follow the system, and the switch outlives loading the page again", async () => {
  await withPage({ colorScheme: "dark" }, async (page) => {
    await expectFindings(page, 5);
    assert.equal(await background(page), "rgb(18, 22, 31)");
    assert.equal(await editorBackground(page), "rgb(18, 22, 31)");
    await page.getByRole("button", { name: "Light colours" }).click();
    assert.equal(await background(page), "rgb(255, 255, 255)");
    assert.equal(await editorBackground(page), "rgb(255, 255, 255)");
    await page.reload();
    await expectFindings(page, 5);
    assert.equal(await background(page), "rgb(255, 255, 255)");
  });
});

test("at 360 pixels nothing scrolls sideways, and all is within reach", async () => {
  await withPage({ viewport: { width: 360, height: 640 } }, async (page) => {
    const fits = () =>
      page.evaluate(() => ({ page: document.documentElement.scrollWidth, body: document.body.scrollWidth, width: innerWidth }));
    await tab(page, /^Findings/).click();
    await expectFindings(page, 5);
    for (const name of ["Editor", /^Findings/, "Schema", "Graph"]) {
      await tab(page, name).click();
      const { page: wide, body, width } = await fits();
      assert.ok(wide <= width && body <= width, `${name}: ${wide} and ${body} pixels of ${width}`);
    }
    await openSample(page, "A web application");
    await tab(page, /^Findings/).click();
    await expectFindings(page, 6);
    const { page: wide, width } = await fits();
    assert.ok(wide <= width, `with a menu: ${wide} pixels of ${width}`);
    // A press on a finding shows the editor, at the place.
    await finding(page, "priority").locator(".finding-message").click();
    await line(page, "taken by the rule above").waitFor();
    assert.ok(await line(page, "taken by the rule above").isVisible());
    assert.ok(await page.evaluate(() => document.activeElement === document.querySelector(".editor")));
  });
});

test("the width of the editor is set by keyboard", async () => {
  await withPage({}, async (page) => {
    const splitter = page.getByRole("separator", { name: "Width of the editor" });
    const width = async () => (await page.locator(".editor-side").boundingBox()).width;
    const before = await width();
    await splitter.focus();
    for (let press = 0; press < 5; press += 1) await page.keyboard.press("ArrowLeft");
    await page.waitForFunction((before) => document.querySelector(".editor-side").clientWidth < before - 50, before);
  });
});
