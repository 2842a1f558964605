import assert from "node:assert/strict";
import { test } from "node:test";
import { expectFindings, openSample } from "./page/actions.mjs";
import { withPage } from "./page/browser.mjs";

/** What each sample is wrong in, and nothing else: file, line, rule. */
const EXPECTED = {
  Mistakes: [
    "resources.js 10 private-link/status",
    "resources.js 24 schema/unknown-property",
    "resources.js 25 schema/read-only",
    "resources.js 36 schema/unknown-property",
    "resources.js 42 schema/unknown-resource-type",
  ],
  "A connection": [],
  "A web application": [
    "data/resources.js 27 schema/enum",
    "data/resources.js 84 private-link/status",
    "network/resources.js 49 network/priority",
    "network/resources.js 83 network/subnet-outside",
    "web/resources.js 30 schema/type",
    "web/resources.js 39 reference/dangling",
  ],
  "A virtual machine": [
    "machine.ts 40 security/secret-literal",
    "machine.ts 64 schema/type",
    "machine.ts 66 schema/enum",
    "network.js 38 security/open-inbound",
  ],
  Storage: [
    "resources.json 22 schema/read-only",
    "template.json 20 schema/unknown-property",
    "template.json 29 schema/enum",
  ],
};

for (const [title, expected] of Object.entries(EXPECTED)) {
  test(`the sample “${title}” has exactly its mistakes`, async () => {
    await withPage({}, async (page) => {
      await expectFindings(page, 5);
      await openSample(page, title);
      await expectFindings(page, expected.length);
      const found = await page.evaluate(() =>
        [...document.querySelectorAll(".finding-file")].flatMap((section) =>
          [...section.querySelectorAll(".finding-place")].map((place) => {
            const [where, rule] = [place.firstElementChild, place.lastElementChild].map((part) => part.textContent);
            return `${section.getAttribute("aria-label")} ${where.split(":")[0]} ${rule}`;
          }),
        ),
      );
      assert.deepEqual(found.toSorted(), expected.toSorted());
    });
  });
}
