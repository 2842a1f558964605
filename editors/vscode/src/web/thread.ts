import type { Thread } from "../server/thread.ts";

/** Starts a worker of a browser. */
export function startThread(script: string): Thread {
  const worker = new Worker(script);
  let stopped: (how: string) => void;
  const ended = new Promise<string>((resolve) => (stopped = resolve));
  // A worker of a browser survives its errors; what is in it after a trap does not.
  worker.addEventListener("error", (event) => {
    worker.terminate();
    stopped(event.message || "the worker did not start");
  });
  return {
    send: (data) => worker.postMessage(data),
    listen: (hear) => {
      const listen = ({ data }: MessageEvent<string>): void => hear(data);
      worker.addEventListener("message", listen);
      return { dispose: () => worker.removeEventListener("message", listen) };
    },
    ended,
    end: () => {
      worker.terminate();
      stopped("terminated");
    },
  };
}
