import assert from "node:assert/strict";
import { availableParallelism, loadavg } from "node:os";
import { test } from "node:test";
import { expectFindings, measuredTimes, median, openFiles, timedKey } from "./page/actions.mjs";
import { withPage } from "./page/browser.mjs";
import { longFile } from "./page/resources.mjs";

// What is promised is printed; what is asserted leaves room for a slower machine, and much room for one that has other
// things to do: only a real fault exceeds that. Of several runs the best counts: noise only ever adds.
const busy = loadavg()[0] > availableParallelism();
const ROOM = busy ? 10 : 2;
const RUNS = 3;
const milliseconds = (time) => `${time.toFixed(1)} ms`;

/** The best of several runs of each figure. */
async function best(run) {
  const runs = [];
  for (let count = 0; count < RUNS; count += 1) await withPage({}, async (page) => runs.push(await run(page)));
  return Object.fromEntries(Object.keys(runs[0]).map((name) => [name, Math.min(...runs.map((figures) => figures[name]))]));
}

test("the page is ready within a second, and the first check is quick", async (context) => {
  const { ready, loaded, first } = await best(async (page) => {
    await expectFindings(page, 5);
    const [ready] = await measuredTimes(page, "lazuli:ready");
    const [loaded] = await measuredTimes(page, "lazuli:load");
    const [first] = await measuredTimes(page, "lazuli:first-check");
    return { ready, loaded, first };
  });
  context.diagnostic(`ready after ${milliseconds(ready)} (promised: 1 s), the module after ${milliseconds(loaded)}`);
  context.diagnostic(`first check after the module was loaded: ${milliseconds(first)} (promised: 50 ms)`);
  assert.ok(ready < ROOM * 1000, `ready after ${milliseconds(ready)}`);
  assert.ok(first < ROOM * 50, `first check after ${milliseconds(first)}`);
});

test("a key in a file of 1,000 lines has its findings at once", async (context) => {
  const { middle } = await best(async (page) => {
    await expectFindings(page, 5);
    await openFiles(page, { "long.js": longFile(1000) });
    await expectFindings(page, 0);
    await page.locator(".cm-line").first().click();
    await page.keyboard.press("End");
    const times = [];
    for (let count = 0; count < 60; count += 1) times.push(await timedKey(page, "x"));
    return { middle: median(times) };
  });
  context.diagnostic(busy ? "the machine is busy" : "the machine is idle");
  context.diagnostic(`median of 60 keys ${milliseconds(middle)} (promised: 5 ms)`);
  assert.ok(middle < ROOM * 5, `median ${milliseconds(middle)}`);
});
