/** The compiled module, which lies beside this file. */
export function compile(): Promise<WebAssembly.Module> {
  // Bundlers look for just this form, and put the file where it leads.
  const url = new URL("./lazuli_bg.wasm", import.meta.url);
  return url.protocol === "file:" ? fromDisk(url) : fromServer(url);
}

async function fromDisk(url: URL): Promise<WebAssembly.Module> {
  // Not imported: a bundle for browsers could not have it.
  const { readFile } = process.getBuiltinModule("node:fs/promises");
  return WebAssembly.compile(await readFile(url));
}

async function fromServer(url: URL): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${url.pathname}: ${response.status} ${response.statusText}`);
  }
  // Servers that do not know the type of such files are common.
  return response.headers.get("content-type")?.startsWith("application/wasm")
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
