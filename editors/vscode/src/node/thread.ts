import { Worker } from "node:worker_threads";
import type { Thread } from "../server/thread.ts";

/** Starts a worker of Node. */
export function startThread(script: string): Thread {
  const worker = new Worker(script);
  return {
    send: (data) => worker.postMessage(data),
    listen: (hear) => {
      worker.on("message", hear);
      return { dispose: () => void worker.off("message", hear) };
    },
    ended: new Promise((resolve) => {
      worker.once("error", ({ message }) => resolve(message));
      worker.once("exit", (code) => resolve(`exit code ${code}`));
    }),
    end: () => void worker.terminate(),
  };
}
