// Keeps the whole build, so that the page works without a network after the first visit. The build fills in the two
// constants. This file is compiled alone: a service worker has other globals than a page.

interface WorkerScope {
  addEventListener(name: "install" | "activate", listener: (event: { waitUntil(done: Promise<unknown>): void }) => void): void;
  addEventListener(
    name: "fetch",
    listener: (event: { request: Request; respondWith(response: Promise<Response>): void }) => void,
  ): void;
  addEventListener(name: "message", listener: (event: { data: unknown }) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  registration: { scope: string };
}

const worker = self as unknown as WorkerScope;
const VERSION: string = "__VERSION__";
const FILES: string = "__FILES__";

// Other pages of the same server have caches of their own, which must not be cleared.
const PREFIX = `lazuli ${worker.registration.scope} `;
const CACHE = PREFIX + VERSION;

worker.addEventListener("install", (event) => {
  event.waitUntil(keepAll());
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(forgetOldVersions().then(() => worker.clients.claim()));
});

worker.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(worker.registration.scope)) {
    event.respondWith(answer(event.request));
  }
});

// A page that runs must find its own version until it is loaded again, so the new version waits to be asked.
worker.addEventListener("message", (event) => {
  if (event.data === "take over") void worker.skipWaiting();
});

async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  const paths = JSON.parse(FILES) as string[];
  await cache.addAll(paths.map((path) => new Request(new URL(path, worker.registration.scope), { cache: "no-cache" })));
}

async function forgetOldVersions(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
}

async function answer(request: Request): Promise<Response> {
  const address = request.mode === "navigate" ? new URL("index.html", worker.registration.scope) : request;
  const cache = await caches.open(CACHE);
  return (await cache.match(address, { ignoreSearch: true })) ?? fetch(request);
}
