import { serve } from "./serve.ts";

/** What a worker is, as far as it is used here; the declarations for pages do not have it. */
const worker = globalThis as unknown as {
  postMessage(message: string): void;
  addEventListener(type: "message", listen: (event: MessageEvent<string | Uint8Array>) => void): void;
  close(): void;
};

serve({
  send: (message) => worker.postMessage(message),
  listen: (hear) => worker.addEventListener("message", ({ data }) => hear(data)),
  close: () => worker.close(),
});
