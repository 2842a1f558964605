import type { Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Linter, SourceFile } from "../index.js";
import type { Client } from "../worker.js";
import type { LazuliOptions } from "./options.js";

/** What the parts of the adapter share: whom they ask, and about which files. */
export class Session {
  constructor(
    readonly client: Linter | Client,
    readonly options: LazuliOptions,
  ) {}

  get path(): string {
    return this.options.path;
  }

  /** The answer to a call, or nothing when the call failed or the text is another one by now. */
  async ask<T>(view: EditorView, call: (files: SourceFile[]) => T | Promise<T>): Promise<T | undefined> {
    const { doc } = view.state;
    try {
      const answer = await call(this.files(doc));
      return view.state.doc === doc ? answer : undefined;
    } catch (error) {
      // What is wrong with a text that is gone is no news.
      if (view.state.doc === doc) {
        this.options.onError?.(error);
      }
      return undefined;
    }
  }

  private files(document: Text): SourceFile[] {
    const others = this.options.files?.() ?? [];
    return [...others.filter((file) => file.path !== this.path), { path: this.path, text: document.toString() }];
  }
}
