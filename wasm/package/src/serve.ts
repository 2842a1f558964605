import { LazuliError } from "./error.js";
import { load, type Linter } from "./linter.js";
import type { Answer, Question } from "./worker.js";
import type { Settings } from "./bindings/lazuli.js";

/** What a worker is, as far as it is used here; the declarations for pages do not have it. */
const page = globalThis as unknown as {
  postMessage(answer: Answer): void;
  addEventListener(type: "message", listen: (event: MessageEvent<Question>) => void): void;
};

let linter: Promise<Linter> | undefined;

page.addEventListener("message", async ({ data: { number, name, given } }) => {
  try {
    if (name === "load") {
      linter = load(given[0] as Settings | undefined);
      await linter;
      page.postMessage({ number });
    } else {
      const method: unknown = Reflect.get((await linter) ?? {}, name);
      if (typeof method !== "function") {
        throw new LazuliError("input", `there is no question \`${name}\``);
      }
      page.postMessage({ number, answer: method(...given) });
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    page.postMessage({ number, problem: { kind: error instanceof LazuliError ? error.kind : undefined, message } });
  }
});
