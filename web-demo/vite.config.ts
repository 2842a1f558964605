import { defineConfig } from "vite";
import { contentSecurityPolicy } from "./build/content-security-policy.ts";
import { precache } from "./build/precache.ts";

export default defineConfig({
  // Relative addresses: the page works in any folder of a server.
  base: "./",
  plugins: [contentSecurityPolicy(), precache()],
  resolve: {
    // The editor's adapter is part of another package and must use the page's own CodeMirror.
    dedupe: [
      "@codemirror/autocomplete",
      "@codemirror/lint",
      "@codemirror/state",
      "@codemirror/view",
    ],
  },
  worker: { format: "es" },
  // The development server gives out nothing else from outside of this folder.
  server: { fs: { allow: [".", "../wasm/pkg"] } },
  build: {
    target: "es2022",
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    // Nothing becomes a `data:` address, from which the policy loads no code.
    assetsInlineLimit: 0,
    // The editor alone has half a million bytes, and the page is nothing without it.
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { page: "index.html", "service-worker": "src/offline/service-worker.ts" },
      output: {
        entryFileNames: ({ name }) => (name === "service-worker" ? "[name].js" : "assets/[name]-[hash].js"),
      },
    },
  },
});
