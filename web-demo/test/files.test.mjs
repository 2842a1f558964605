import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { cursorAfter, editorText, expectFindings, findings, line, notice, openFiles, openSample, tab } from "./page/actions.mjs";
import { withPage } from "./page/browser.mjs";
import { connection, good, wrongStatus } from "./page/resources.mjs";

async function drop(page, files) {
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const [name, content] of Object.entries(files)) {
      const bytes = typeof content === "string" ? content : new Uint8Array(content);
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, files);
  await page.dispatchEvent(".cm-content", "dragover", { dataTransfer: transfer });
  await page.locator(".page[data-held=true]").waitFor();
  await page.dispatchEvent(".cm-content", "drop", { dataTransfer: transfer });
}

async function downloaded(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download", exact: true }).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

test("dropped files are opened, and take the place of an untouched sample", async () => {
  await withPage({}, async (page) => {
    await expectFindings(page, 5);
    await drop(page, { "one.js": good, "two.js": wrongStatus });
    await tab(page, /one\.js/).waitFor();
    await expectFindings(page, 1);
    assert.equal(await page.getByRole("tablist", { name: "Files" }).getByRole("tab").count(), 2);
    assert.match(await editorText(page), /status: "Approved"/);
  });
});

test("a binary file is refused, and nothing changes", async () => {
  await withPage({}, async (page) => {
    await expectFindings(page, 5);
    await drop(page, { "picture.png": [0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe] });
    await notice(page, "picture.png is not a text in UTF-8").waitFor();
    assert.equal(await findings(page).count(), 5);
  });
});

test("files are added, renamed, switched and closed, and come back", async () => {
  await withPage({}, async (page) => {
    await openFiles(page, { "resources.js": wrongStatus });
    await expectFindings(page, 1);
    await page.getByRole("button", { name: "Add a file" }).click();
    const field = page.getByRole("textbox", { name: "Path of the file" });
    await field.fill("more/data.ts");
    await field.press("Enter");
    await tab(page, "more/data.ts").waitFor();
    await page.locator(".status-bar", { hasText: "TypeScript" }).waitFor();

    await tab(page, /resources\.js/).click();
    await page.getByRole("button", { name: "Rename resources.js" }).click();
    await field.fill("more/data.ts");
    await field.press("Enter");
    await notice(page, "There is a file more/data.ts already").waitFor();

    await tab(page, /resources\.js/).focus();
    await page.keyboard.press("Delete");
    await findings(page).filter({ hasText: "approved" }).waitFor({ state: "detached" });
    await page.locator(".cm-content").focus();
    await page.keyboard.type("// meanwhile");
    await notice(page, "resources.js is closed").getByRole("button", { name: "Bring back" }).click();
    await findings(page).filter({ hasText: "approved" }).waitFor();
    await tab(page, /data\.ts/).click();
    await line(page, "// meanwhile").waitFor();
  });
});

test("a file keeps its line ends, its mark and everything else that was not edited", async () => {
  await withPage({}, async (page) => {
    const text = `\uFEFF${wrongStatus.replaceAll("\n", "\r\n")}`;
    await openFiles(page, { "windows.js": text });
    await expectFindings(page, 1);
    assert.deepEqual(await downloaded(page), { name: "windows.js", text });
    await page.getByRole("button", { name: /^Fix all safe/ }).click();
    await expectFindings(page, 0);
    assert.equal((await downloaded(page)).text, text.replace("approved", "Approved"));
  });
});

test("the text is there again after the page is loaded anew", async () => {
  await withPage({}, async (page) => {
    await openFiles(page, { "mine.js": good });
    await cursorAfter(page, "reports-reader");
    await page.keyboard.type("-kept");
    await line(page, "reports-reader-kept").waitFor();
    await page.reload();
    await tab(page, "mine.js").waitFor();
    await line(page, "reports-reader-kept").waitFor();
    await expectFindings(page, 0);
  });
});

test("a sample does not cost a person their own text", async () => {
  await withPage({}, async (page) => {
    await openFiles(page, { "mine.js": connection('status: "Rejected", description: "Mine",') });
    await expectFindings(page, 0);
    await openSample(page, "Mistakes");
    await expectFindings(page, 5);
    await notice(page, "took the place").getByRole("button", { name: "Bring back" }).click();
    await tab(page, "mine.js").waitFor();
    await line(page, '"Mine"').waitFor();
  });
});

test("a swagger file is imported when the reader wants it, and its types are checked", async () => {
  await withPage({}, async (page) => {
    await openFiles(page, {
      "resources.json": JSON.stringify([
        { type: "Contoso.Depots/depots", apiVersion: "2024-01-01", name: "north", properties: { tier: "gold" } },
      ]),
    });
    await openFiles(page, { "depots.json": JSON.stringify(swagger) });
    await notice(page, "depots.json is a swagger file").getByRole("button", { name: "Import its types" }).click();
    await notice(page, "One type imported").waitFor();
    await page.getByRole("treeitem", { name: /properties/ }).first().waitFor();
    await page.getByRole("tab", { name: /^Findings/ }).click();
    await findings(page).filter({ hasText: "tier" }).waitFor();
  });
});

test("what says it is swagger and is none is told so", async () => {
  await withPage({}, async (page) => {
    await expectFindings(page, 5);
    await openFiles(page, { "broken.json": '{ "swagger": "2.0", "paths": [ }' });
    await notice(page, "broken.json is a swagger file").getByRole("button").first().click();
    await notice(page, "Nothing was imported from broken.json").waitFor();
    assert.equal(await findings(page).count(), 5);
  });
});

const swagger = {
  swagger: "2.0",
  info: { title: "Depots", version: "2024-01-01" },
  paths: {
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Contoso.Depots/depots/{depotName}": {
      put: {
        operationId: "Depots_CreateOrUpdate",
        parameters: [
          { name: "subscriptionId", in: "path", required: true, type: "string" },
          { name: "resourceGroupName", in: "path", required: true, type: "string" },
          { name: "depotName", in: "path", required: true, type: "string" },
          { name: "body", in: "body", required: true, schema: { $ref: "#/definitions/Depot" } },
        ],
        responses: { 200: { description: "done", schema: { $ref: "#/definitions/Depot" } } },
      },
    },
  },
  definitions: {
    Depot: {
      type: "object",
      properties: {
        properties: {
          type: "object",
          properties: {
            tier: { type: "string", enum: ["Basic", "Premium"], "x-ms-enum": { name: "Tier", modelAsString: false } },
          },
        },
      },
    },
  },
};
