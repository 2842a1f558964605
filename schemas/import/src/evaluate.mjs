import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";

import ts from "typescript";

/** Stands for whatever a generated module imports and the facts do not need: every use of it gives it again. */
const nothing = new Proxy(function () {}, {
  get: (target, key) => (key === Symbol.toPrimitive ? () => "" : key === "prototype" ? target.prototype : nothing),
  apply: () => nothing,
  construct: () => nothing,
});

/** A mapper that the oldest packages take from their runtime. */
const emptyMapper = (className) => ({ type: { name: "Composite", className, modelProperties: {} } });

const RUNTIME = {
  tslib: { __assign: Object.assign },
  "@azure/ms-rest-azure-js": {
    BaseResourceMapper: emptyMapper("BaseResource"),
    CloudErrorMapper: emptyMapper("CloudError"),
  },
};

/**
 * Runs generated modules of one package, so that their objects can be read. They reach nothing outside the
 * package; `amend` may add to the source of a module before it runs.
 */
export class Evaluator {
  #modules = new Map();

  /** What the module at `file` exports. */
  load(file, amend = (source) => source) {
    const known = this.#modules.get(file);
    if (known) return known;
    const exports = {};
    this.#modules.set(file, exports);
    const { outputText } = ts.transpileModule(amend(fs.readFileSync(file, "utf8")), {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    });
    const require = (name) => {
      if (!name.startsWith(".")) return withNothingElse(RUNTIME[name] ?? {});
      const wanted = path.resolve(path.dirname(file), name).replace(/(\.js)?$/, ".js");
      return wanted.includes(`${path.sep}models${path.sep}`) ? this.load(wanted) : nothing;
    };
    vm.runInNewContext(outputText, { exports, require, module: { exports } }, { filename: file });
    return exports;
  }
}

const withNothingElse = (known) =>
  new Proxy(known, { get: (target, key) => (key in target || typeof key === "symbol" ? target[key] : nothing) });
