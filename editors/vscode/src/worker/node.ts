import { parentPort } from "node:worker_threads";
import { serve } from "./serve.ts";

const port = parentPort;
if (!port) {
  throw new Error("this runs in a worker");
}
serve({
  send: (message) => port.postMessage(message),
  listen: (hear) => void port.on("message", hear),
  close: () => process.exit(),
});
