// A project as the fragment of a link: compressed, and never sent to a server.

import { type SavedProject, isSavedProject } from "../project/saved-project.ts";

const KEY = "#project=";
/** Longer links are cut off by mail programs, chats and some browsers. */
export const LONGEST = 60_000;
/** A short link must not unfold into more than the page can hold. */
const LARGEST = 16 * 1024 * 1024;

export function hasProject(fragment: string): boolean {
  return fragment.startsWith(KEY);
}

export async function toFragment(project: SavedProject): Promise<string> {
  const stream = new Blob([JSON.stringify(project)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return KEY + toBase64(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** The project of a link, or nothing when the link is broken. */
export async function fromFragment(fragment: string): Promise<SavedProject | undefined> {
  try {
    const project: unknown = JSON.parse(await unfold(fromBase64(fragment.slice(KEY.length))));
    return fits(project) ? project : undefined;
  } catch {
    return undefined;
  }
}

async function unfold(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for await (const chunk of chunksOf(stream)) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LARGEST) throw new RangeError("the link unfolds into too much");
  }
  return text + decoder.decode();
}

// Not every browser can iterate over a stream.
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}

/** Each file has a path of its own, and there is one at least. */
function fits(project: unknown): project is SavedProject {
  if (!isSavedProject(project)) return false;
  const { files } = project;
  return files.length > 0 && new Set(files.map((file) => file.path)).size === files.length;
}

function toBase64(bytes: Uint8Array): string {
  let letters = "";
  // In pieces: a call takes a limited number of arguments.
  for (let start = 0; start < bytes.length; start += 8192) {
    letters += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}
