// The snippets of the README, each run in a page of its own in Chromium.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { build, preview } from "vite";

const executablePath = process.env.LAZULI_CHROMIUM ?? "/usr/bin/chromium";
const skip = existsSync(executablePath) ? false : `there is no Chromium at ${executablePath}`;
const here = fileURLToPath(new URL("./", import.meta.url));
const pkg = fileURLToPath(new URL("../../pkg/", import.meta.url));

const MISTAKE = `exports.createResources = () => [
  { type: "ResourceGroup", group: "Resources", name: "rg", properties: () => ({ locatoin: "westeurope" }) },
];
`;

/** What stands before each snippet in a page that has the editor already, and how the finding is seen. */
const PAGES = {
  codemirror: {
    preamble: 'import { basicSetup, EditorView } from "codemirror";\nimport { javascript } from "@codemirror/lang-javascript";',
    editor: "const parent = document.body;",
    mark: ".cm-lintRange-error",
  },
  monaco: {
    preamble: `import * as monaco from "monaco-editor";
import EditorWorker from "monaco-editor/editor/editor.worker.js?worker";
import TypeScriptWorker from "monaco-editor/language/typescript/ts.worker.js?worker";
self.MonacoEnvironment = { getWorker: (_, label) => (label === "javascript" ? new TypeScriptWorker() : new EditorWorker()) };`,
    editor: 'const editor = monaco.editor.create(document.querySelector("main"), { value: doc, language: "javascript" });',
    mark: ".squiggly-error",
  },
};

const snippet = (readme, name) => {
  const blocks = readFileSync(readme, "utf8").matchAll(/^```js\n(.*?)^```$/gms);
  const found = [...blocks].map(([, code]) => code).filter((code) => code.includes(`lazuli/${name}`));
  assert.equal(found.length, 1, `${readme} has one snippet for ${name}`);
  return found[0];
};

let browser;
const folders = [];
before(async () => {
  if (!skip) {
    const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
    browser = await chromium.launch({ executablePath, args: [...args, "--disable-component-update", "--disable-sync"] });
  }
});
after(async () => {
  await browser?.close();
  folders.forEach((folder) => rmSync(folder, { recursive: true }));
});

for (const [name, { preamble, editor, mark }] of Object.entries(PAGES)) {
  test(`the snippet for ${name} shows a mistake in the editor`, { skip }, async () => {
    const code = snippet(join(here, "../README.md"), name);
    assert.equal(snippet(join(here, "../../../README.md"), name), code, "both READMEs say the same");
    const root = mkdtempSync(join(here, "page-"));
    folders.push(root);
    writeFileSync(join(root, "index.html"), '<main style="height: 400px"></main><script type="module" src="./page.js"></script>');
    const imports = code.split("\n").filter((line) => line.startsWith("import"));
    const rest = code.split("\n").filter((line) => !line.startsWith("import"));
    const page = [preamble, ...imports, `const doc = ${JSON.stringify(MISTAKE)};`, editor, ...rest];
    writeFileSync(join(root, "page.js"), page.join("\n"));
    const config = {
      root,
      logLevel: "error",
      configFile: false,
      resolve: {
        alias: [{ find: /^lazuli\/(.*)$/, replacement: `${pkg}$1.js` }],
        // As if the package lay among the page's own: there is one CodeMirror.
        dedupe: ["autocomplete", "lint", "state", "view"].map((name) => `@codemirror/${name}`),
      },
      worker: { format: "es" },
      build: { target: "es2022", minify: false, reportCompressedSize: false, chunkSizeWarningLimit: 100_000 },
      preview: { port: 0, host: "127.0.0.1" },
    };
    await build(config);
    const server = await preview(config);
    try {
      const opened = await browser.newPage();
      const problems = [];
      opened.on("pageerror", (error) => problems.push(error.message));
      await opened.goto(server.resolvedUrls.local[0]);
      const marked = opened.locator(mark).first();
      await marked.waitFor({ state: "attached" }).catch((error) => assert.fail(`${problems.join("\n")}\n${error}`));
      if (name === "codemirror") {
        assert.equal(await marked.textContent(), "locatoin");
      }
      assert.deepEqual(problems, []);
    } finally {
      await server.close();
    }
  });
}

test("without a bundler, from a server that knows no WebAssembly, in the page and in a worker", { skip }, async () => {
  const page = `<script type="module">
    import { load } from "/index.js";
    import { connect } from "/worker.js";
    const files = [{ path: "resources.js", text: ${JSON.stringify(MISTAKE)} }];
    const rule = (report) => report.files[0].diagnostics[0].rule;
    const near = rule((await load()).check(files));
    document.title = near + " " + rule(await connect().check(files));
  </script>`;
  const server = createServer(({ url }, response) => {
    if (url === "/") {
      response.setHeader("content-type", "text/html").end(page);
    } else if (existsSync(join(pkg, url))) {
      const type = url.endsWith(".js") ? "text/javascript" : "application/octet-stream";
      response.setHeader("content-type", type).end(readFileSync(join(pkg, url)));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    const opened = await browser.newPage();
    await opened.goto(`http://127.0.0.1:${server.address().port}/`);
    await opened.waitForFunction(() => document.title !== "");
    assert.equal(await opened.title(), "schema/unknown-property schema/unknown-property");
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
