// What a person does on the page, and what there is to see, in the words of the tests.

import assert from "node:assert/strict";

export const findings = (page) => page.locator(".finding");
export const finding = (page, text) => page.locator(".finding", { hasText: text });
export const marks = (page, severity) => page.locator(`.cm-lintRange-${severity}`);
export const line = (page, text) => page.locator(".cm-line", { hasText: text }).first();
export const notice = (page, text) => page.locator(".notice", { hasText: text });
export const tab = (page, name) => page.getByRole("tab", { name });
export const editorText = (page) => page.locator(".cm-content").innerText();

/** Opens texts as files, as the file dialog does. */
export async function openFiles(page, files) {
  await page.locator("input[type=file]").setInputFiles(
    Object.entries(files).map(([name, content]) => ({
      name,
      mimeType: "text/plain",
      buffer: Buffer.isBuffer(content) ? content : Buffer.from(content),
    })),
  );
}

/** Waits until the findings are those of the newest text: as many as they should be. */
export async function expectFindings(page, count) {
  await page.waitForFunction(
    (count) => document.querySelectorAll(".finding").length === count && !document.body.innerText.includes("Loading the linter"),
    count,
  );
}

export async function openSample(page, title) {
  await page.getByRole("button", { name: "Samples", exact: true }).click();
  await page.getByRole("menuitem", { name: title }).click();
}

/** Puts the cursor behind the first place of a text in the editor. */
export async function cursorAfter(page, text) {
  const place = await page.evaluate((text) => {
    const root = document.querySelector(".editor").shadowRoot;
    const walker = document.createTreeWalker(root.querySelector(".cm-content"), NodeFilter.SHOW_TEXT);
    const lines = [...root.querySelectorAll(".cm-line")];
    const line = lines.find((line) => line.textContent.includes(text));
    let left = line.textContent.indexOf(text) + text.length;
    walker.currentNode = line;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (left <= node.length) {
        const range = document.createRange();
        range.setStart(node, left);
        range.collapse(true);
        const { left: x, top, height } = range.getBoundingClientRect();
        return { x, y: top + height / 2 };
      }
      left -= node.length;
    }
    return undefined;
  }, text);
  assert.ok(place, `${text} is not to be seen in the editor`);
  await page.mouse.click(place.x, place.y);
}

export async function measuredTimes(page, name) {
  return page.evaluate(
    (name) => globalThis.measured.filter((entry) => entry.name === name).map((entry) => entry.duration),
    name,
  );
}

/** Types one key, waits for the findings of the text with it, and gives the time from the edit to its answer. */
export async function timedKey(page, key) {
  const before = (await measuredTimes(page, "lazuli:check")).length;
  await page.keyboard.press(key);
  await page.waitForFunction(
    (before) => globalThis.measured.filter((entry) => entry.name === "lazuli:check").length > before,
    before,
  );
  return (await measuredTimes(page, "lazuli:check")).at(-1);
}

export const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
