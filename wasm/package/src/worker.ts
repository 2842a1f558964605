import type { Settings } from "./bindings/lazuli.js";
import { LazuliError, type ErrorKind } from "./error.js";
import type { Linter } from "./linter.js";

/** A linter in a worker: what it is asked does not hold up the page. */
export type Client = {
  [Question in Exclude<keyof Linter, "free">]: (
    ...given: Parameters<Linter[Question]>
  ) => Promise<ReturnType<Linter[Question]>>;
} & {
  /** Ends the worker. Questions that it has not answered fail. */
  close(): void;
};

/** What goes to the worker. */
export interface Question {
  number: number;
  /** The method, or that this is the first message. */
  name: string;
  given: unknown[];
}

/** What comes back from it. */
export interface Answer {
  number: number;
  answer?: unknown;
  problem?: { kind: ErrorKind | undefined; message: string };
}

/** Starts a worker with a linter that goes by `settings`. What is wrong with them every question says. */
export function connect(settings?: Settings): Client {
  // Bundlers look for just this form.
  const worker = new Worker(new URL("./serve.js", import.meta.url), { type: "module" });
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
  let asked = 0;
  /** Why nothing is answered any more. */
  let ended: Error | undefined;
  const end = (error: Error): void => {
    ended = error;
    waiting.forEach(({ reject }) => reject(error));
    waiting.clear();
  };
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    const { number, answer, problem } = data;
    if (problem) {
      waiting.get(number)?.reject(problem.kind ? new LazuliError(problem.kind, problem.message) : new Error(problem.message));
    } else {
      waiting.get(number)?.resolve(answer);
    }
    waiting.delete(number);
  });
  worker.addEventListener("error", (event) => end(new LazuliError("crash", event.message || "the worker did not start")));
  const ask = (name: string, given: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended) {
        reject(ended);
        return;
      }
      const number = asked++;
      waiting.set(number, { resolve, reject });
      worker.postMessage({ number, name, given } satisfies Question);
    });
  // A failure to start is told with the first question.
  ask("load", [settings]).catch(() => undefined);
  return new Proxy({} as Client, {
    get(_, name) {
      if (name === "close") {
        return () => {
          worker.terminate();
          end(new Error("the linter was closed"));
        };
      }
      // A client is no promise, whatever `await` thinks.
      return typeof name === "string" && name !== "then" ? (...given: unknown[]) => ask(name, given) : undefined;
    },
  });
}
