import assert from "node:assert/strict";
import { test } from "node:test";
import { expectFindings, openSample, tab } from "./page/actions.mjs";
import { withPage } from "./page/browser.mjs";

const box = (page, name) => page.getByRole("link", { name });

async function openGraph(page) {
  await openSample(page, "A web application");
  await expectFindings(page, 6);
  await tab(page, "Graph").click();
  await box(page, / Vault,/).waitFor();
}

test("the graph has the resources, their dependencies and the colour of what was found", async () => {
  await withPage({}, async (page) => {
    await openGraph(page);
    assert.equal(await page.locator(".graph-node").count(), 17);
    assert.ok((await page.locator(".graph-edge").count()) >= 15);
    assert.match(await box(page, / PrivateEndpointConnection, 1 found/).getAttribute("class"), /graph-node-error/);
    assert.match(await box(page, / WebApp, \d found/).getAttribute("class"), /graph-node-error/);
    assert.match(await box(page, / DatabaseAccount, 1 found/).getAttribute("class"), /graph-node-warning/);
    assert.match(await box(page, / Vault,/).getAttribute("class"), /graph-node-clean/);
  });
});

test("a box leads to its definition, by mouse and by keyboard", async () => {
  await withPage({}, async (page) => {
    await openGraph(page);
    await box(page, / Vault,/).click();
    await tab(page, /data\/resources\.js/).and(page.locator("[aria-selected=true]")).waitFor();
    await box(page, / AppServicePlan,/).focus();
    await page.keyboard.press("Enter");
    await tab(page, /web\/resources\.js/).and(page.locator("[aria-selected=true]")).waitFor();
  });
});

test("the graph is dragged and zoomed, and shown whole again", async () => {
  await withPage({}, async (page) => {
    await openGraph(page);
    const group = page.locator(".graph > svg > g");
    await page.getByRole("button", { name: "Show all" }).click();
    const whole = await group.getAttribute("transform");
    const { x, y, width, height } = await page.locator(".graph > svg").boundingBox();
    await page.mouse.move(x + width / 2, y + height - 20);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 60, y + height - 60, { steps: 3 });
    await page.mouse.up();
    const dragged = await group.getAttribute("transform");
    assert.notEqual(dragged, whole);
    await page.mouse.wheel(0, -200);
    await page.waitForFunction(
      (dragged) => document.querySelector(".graph > svg > g").getAttribute("transform") !== dragged,
      dragged,
    );
    await page.getByRole("button", { name: "Show all" }).click();
    await page.waitForFunction(
      (whole) => document.querySelector(".graph > svg > g").getAttribute("transform") === whole,
      whole,
    );
  });
});
