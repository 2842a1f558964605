// The package as npm packs and installs it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const pkg = fileURLToPath(new URL("../../pkg/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "lazuli-"));
after(() => rmSync(folder, { recursive: true }));

const npm = (given, cwd) => execFileSync("npm", ["--silent", ...given], { cwd, encoding: "utf8" });

test("installed into a project, it is a command and a module with types", () => {
  const [packed] = JSON.parse(npm(["pack", "--json", "--pack-destination", folder], pkg));
  const names = packed.files.map(({ path }) => path);
  const texts = ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY.txt"];
  for (const name of [...texts, "index.d.ts", "bindings/lazuli.d.ts"]) {
    assert.ok(names.includes(name), `${name} is not packed`);
  }
  assert.match(readFileSync(join(pkg, "THIRD-PARTY.txt"), "utf8"), /^oxc_parser [\d.]+  MIT  https:/m);
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  npm(["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", join(folder, packed.filename)], folder);

  const { version } = JSON.parse(readFileSync(join(pkg, "package.json"), "utf8"));
  assert.equal(npm(["exec", "--offline", "lazuli", "--", "--version"], folder), `lazuli ${version}\n`);

  const program = `
    import { load } from "lazuli";
    const linter = await load();
    const text = 'exports.createResources = () => [{ type: "Subnet", group: "Network", properties: () => ({ nme: 1 }) }];';
    console.log(linter.check([{ path: "resources.js", text }]).files[0].diagnostics[0].rule);
  `;
  writeFileSync(join(folder, "program.js"), program);
  const said = execFileSync(process.execPath, ["program.js"], { cwd: folder, encoding: "utf8" });
  assert.equal(said, "schema/unknown-property\n");
});

test("its version is that of the crates", () => {
  const { version } = JSON.parse(readFileSync(join(pkg, "package.json"), "utf8"));
  const workspace = readFileSync(new URL("../../../Cargo.toml", import.meta.url), "utf8");
  assert.equal(workspace.match(/\[workspace\.package\]\nversion = "(.*)"/)[1], version);
});

test("the declarations are those of the Rust types, and a program in TypeScript compiles against them", () => {
  const program = `
    import { load, type Diagnostic, type Severity } from "lazuli";
    import { connect } from "lazuli/worker";
    export async function worst(text: string): Promise<Severity | undefined> {
      const linter = await load({ config: "" });
      const found: Diagnostic[] = linter.check([{ path: "resources.js", text }]).files.flatMap((file) => file.diagnostics);
      // @ts-expect-error: the question takes files
      linter.check(text);
      const hover = await connect().hover([{ path: "resources.js", text }], "resources.js", 0);
      return hover?.facts.length ? found[0]?.severity : undefined;
    }
  `;
  writeFileSync(join(folder, "program.ts"), program);
  const tsc = fileURLToPath(new URL("../node_modules/.bin/tsc", import.meta.url));
  const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom", "program.ts"];
  execFileSync(tsc, options, { cwd: folder, encoding: "utf8", stdio: "pipe" });
});
