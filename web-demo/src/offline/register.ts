import { tell } from "../notices/notices.ts";

/** Makes the page work without a network from the next visit on. Without service workers it works as well, online. */
export async function workOffline(): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  try {
    const registration = await navigator.serviceWorker.register("./service-worker.js");
    offerNewVersion(registration);
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", () => offerNewVersion(registration));
    });
  } catch {
    // Private windows and some settings forbid service workers. Nothing of the page depends on them.
  }
}

function offerNewVersion(registration: ServiceWorkerRegistration): void {
  const { waiting } = registration;
  if (!waiting || !navigator.serviceWorker.controller) return;
  tell({
    kind: "info",
    topic: "version",
    text: "A new version of this page is ready.",
    action: {
      label: "Load it",
      run: () => {
        navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
        waiting.postMessage("take over");
      },
    },
  });
}
