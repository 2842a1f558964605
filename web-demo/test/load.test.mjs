import assert from "node:assert/strict";
import { availableParallelism, loadavg } from "node:os";
import { test } from "node:test";
import { expectFindings, measuredTimes, median, openFiles, timedKey } from "./page/actions.mjs";
import { withPage } from "./page/browser.mjs";
import { longFile } from "./page/resources.mjs";

// The limits are those of a machine that has nothing else to do. Where others compute as well, ten times as much is
// still something that only a real fault exceeds.
const busy = loadavg()[0] > availableParallelism();
const limit = (time) => (busy ? 10 * time : time);
const milliseconds = (time) => `${time.toFixed(1)} ms`;

test("the page is ready within a second, and the first check is quick", async (context) => {
  await withPage({}, async (page) => {
    await expectFindings(page, 5);
    const [ready] = await measuredTimes(page, "lazuli:ready");
    const [loaded] = await measuredTimes(page, "lazuli:load");
    const [first] = await measuredTimes(page, "lazuli:first-check");
    context.diagnostic(`ready after ${milliseconds(ready)}, the module after ${milliseconds(loaded)}`);
    context.diagnostic(`first check after the module was loaded: ${milliseconds(first)}`);
    assert.ok(ready < limit(1000), `ready after ${milliseconds(ready)}`);
    assert.ok(first < limit(50), `first check after ${milliseconds(first)}`);
  });
});

test("a key in a file of 1,000 lines has its findings within 5 ms", async (context) => {
  await withPage({}, async (page) => {
    await expectFindings(page, 5);
    await openFiles(page, { "long.js": longFile(1000) });
    await expectFindings(page, 0);
    await page.locator(".cm-line").first().click();
    await page.keyboard.press("End");
    const times = [];
    for (let count = 0; count < 60; count += 1) times.push(await timedKey(page, "x"));
    const middle = median(times);
    context.diagnostic(busy ? "the machine is busy" : "the machine is idle");
    context.diagnostic(`median ${milliseconds(middle)}, worst ${milliseconds(Math.max(...times))} of ${times.length} keys`);
    assert.ok(middle < limit(5), `median ${milliseconds(middle)}`);
  });
});
