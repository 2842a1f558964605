import { __wbg_reset_state as freshInstance, initSync, Linter as Bound } from "./bindings/lazuli.js";
import type { Settings } from "./bindings/lazuli.js";
import { LazuliError, type ErrorKind } from "./error.js";
import { compile } from "./module.js";

/** Checks files, and tells editors what they ask. */
export type Linter = Bound;

let ready: Promise<void> | undefined;

/** How many instances of the module there were: a linter of one that is gone is made anew. */
let instance = 0;

/** Loads the module, once, and makes a linter that goes by `settings`. */
export async function load(settings?: Settings): Promise<Linter> {
  ready ??= compile().then((module) => void initSync({ module }));
  try {
    await ready;
  } catch (error) {
    // Whoever asks again tries again.
    ready = undefined;
    throw error;
  }
  return linter(settings);
}

/**
 * A linter that outlives a crash: the question that crashed gets an error, the next one a fresh instance of the module
 * that knows what this one was told.
 */
function linter(settings?: Settings): Linter {
  const imported: Uint8Array[] = [];
  let bound = guarded(() => new Bound(settings));
  let madeIn = instance;
  const current = (): Bound => {
    if (madeIn !== instance) {
      bound = guarded(() => new Bound(settings));
      imported.forEach((bytes) => guarded(() => bound.importSchema(bytes)));
      madeIn = instance;
    }
    return bound;
  };
  return new Proxy({} as Linter, {
    get(_, name) {
      if (name === "free") {
        return () => {
          if (madeIn === instance) {
            bound.free();
          }
        };
      }
      const method: unknown = typeof name === "string" ? Reflect.get(Bound.prototype, name) : undefined;
      if (typeof method !== "function") {
        return undefined;
      }
      return (...given: unknown[]) => {
        const answer: unknown = guarded(() => Reflect.apply(method, current(), given));
        if (name === "importSchema") {
          imported.push((given[0] as Uint8Array).slice());
        }
        return answer;
      };
    },
  });
}

/** Runs something in the module; whatever goes wrong is an error that says what, and the module lives on. */
function guarded<Answer>(run: () => Answer): Answer {
  try {
    return run();
  } catch (error) {
    if (isProblem(error)) {
      throw new LazuliError(error.kind, error.message);
    }
    if (isTrap(error)) {
      instance += 1;
      freshInstance();
      const message = "lazuli crashed on this input. That is a mistake of lazuli's own: please report it.";
      throw new LazuliError("crash", message, { cause: error });
    }
    if (error instanceof TypeError) {
      throw new LazuliError("input", `what was given is not as it is declared: ${error.message}`, { cause: error });
    }
    throw error;
  }
}

function isProblem(error: unknown): error is { kind: ErrorKind; message: string } {
  return typeof error === "object" && error !== null && "kind" in error && "message" in error && !(error instanceof Error);
}

/** A trap, or a stack or memory that is used up. */
function isTrap(error: unknown): boolean {
  return (
    error instanceof WebAssembly.RuntimeError ||
    error instanceof RangeError ||
    (error instanceof Error && error.name === "InternalError")
  );
}
