// The browser of the tests, and a server for its pages.

import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { chromium } from "playwright-core";

const EXECUTABLE = process.env.LAZULI_CHROMIUM ?? "/usr/bin/chromium";

/** Why a test that needs Chromium is skipped; `false` where it is not. */
export const withoutChromium = existsSync(EXECUTABLE) ? false : `there is no Chromium at ${EXECUTABLE}`;

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

export const launch = () => chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });

/** Serves what `answer` gives for a path; nothing is "not found". */
export async function serve(answer) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const body = await Promise.resolve(answer(decodeURIComponent(pathname))).catch(() => undefined);
    if (body === undefined) {
      response.writeHead(404).end();
    } else {
      const type = TYPES[extname(pathname) || ".html"] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type }).end(body);
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    authority: `localhost:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}
