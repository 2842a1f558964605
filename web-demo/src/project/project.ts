// The files of the project and which of them is in the editor. The texts are the editor's immutable documents; the
// editor tells of every edit, and everything else asks here.

import type { EditorState, StateEffect, Text } from "@codemirror/state";
import { computed, signal } from "@preact/signals";
import type { SourceFile } from "lazuli";
import { type Origin, read, write } from "./line-ends.ts";

export interface ProjectFile {
  readonly id: number;
  readonly path: string;
  readonly origin: Origin;
}

/** What changes with every key stands apart from the list, so that typing does not redraw the tabs. */
interface Content {
  document: Text;
  /** The state of the editor when it last showed the file: history, selection, folds. */
  state: EditorState | undefined;
  scroll: StateEffect<unknown> | undefined;
}

export const CONFIG_PATH = "lazuli.toml";

export const files = signal<readonly ProjectFile[]>([]);
export const activeId = signal(0);
/** Counts every change to a text, a path or the list. */
export const revision = signal(0);
export const activeFile = computed(() => files.value.find((file) => file.id === activeId.value));

const contents = new Map<number, Content>();
let lastId = 0;

export function contentOf(file: ProjectFile): Content {
  const content = contents.get(file.id);
  if (!content) throw new Error("a file without content");
  return content;
}

export function edited(file: ProjectFile, document: Text): void {
  contentOf(file).document = document;
  revision.value += 1;
}

export interface PathAndText {
  path: string;
  text: string;
}

/** Adds files, in place of those with the same paths, and shows the first of them. */
export function addFiles(added: readonly PathAndText[]): void {
  const [first, ...rest] = added.map(make);
  if (!first) return;
  const paths = new Set(added.map(({ path }) => path));
  files.value.filter((file) => paths.has(file.path)).forEach((file) => contents.delete(file.id));
  files.value = [...files.value.filter((file) => !paths.has(file.path)), first, ...rest];
  activeId.value = first.id;
  revision.value += 1;
}

/** Puts other files in the place of all. */
export function replaceFiles(others: readonly PathAndText[], active = 0): void {
  contents.clear();
  const made = others.map(make);
  files.value = made;
  activeId.value = (made[active] ?? made[0])?.id ?? 0;
  revision.value += 1;
}

export function rename(file: ProjectFile, path: string): void {
  files.value = files.value.map((other) => (other.id === file.id ? { ...other, path } : other));
  revision.value += 1;
}

export function close(file: ProjectFile): void {
  const index = files.value.indexOf(file);
  const others = files.value.filter((other) => other.id !== file.id);
  files.value = others;
  if (activeId.value === file.id) activeId.value = (others[index] ?? others[index - 1])?.id ?? 0;
  contents.delete(file.id);
  revision.value += 1;
}

export function show(file: ProjectFile): void {
  activeId.value = file.id;
}

export function fileAt(path: string): ProjectFile | undefined {
  return files.value.find((file) => file.path === path);
}

/** A path that no file has, made from the wished one. */
export function freePath(wish: string): string {
  const [, stem = wish, ending = ""] = /^(.+?)(\.[^./]+)?$/.exec(wish) ?? [];
  let path = wish;
  for (let number = 2; fileAt(path); number += 1) path = `${stem}-${number}${ending}`;
  return path;
}

/** What the linter reads: everything but its own config, and without the file that is given in another way. */
export function sources(except?: string): SourceFile[] {
  return files
    .peek()
    .filter((file) => file.path !== CONFIG_PATH && file.path !== except)
    .map((file) => ({ path: file.path, text: textOf(contentOf(file).document) }));
}

/** All files as they are to be kept, downloaded or shared. */
export function snapshot(): PathAndText[] {
  return files.value.map((file) => ({ path: file.path, text: fileText(file) }));
}

export function fileText(file: ProjectFile): string {
  return write(contentOf(file).document, file.origin);
}

const texts = new WeakMap<Text, string>();

/** The text as one string, made once for each document: the files that are not edited stay as they are. */
export function textOf(document: Text): string {
  let text = texts.get(document);
  if (text === undefined) {
    text = document.toString();
    texts.set(document, text);
  }
  return text;
}

function make({ path, text }: PathAndText): ProjectFile {
  const origin = read(text);
  lastId += 1;
  contents.set(lastId, { document: origin.document, state: undefined, scroll: undefined });
  return { id: lastId, path, origin };
}
