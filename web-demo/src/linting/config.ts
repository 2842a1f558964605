import { effect } from "@preact/signals";
import { CONFIG_PATH, contentOf, fileAt, revision, textOf } from "../project/project.ts";
import { configure } from "./linter.ts";

/** Another config starts the linter anew, so it waits for a pause in typing. */
const PAUSE = 250;

export function followConfig(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    revision.value;
    const file = fileAt(CONFIG_PATH);
    const text = file && textOf(contentOf(file).document);
    clearTimeout(timer);
    timer = setTimeout(() => void configure(text), text === undefined ? 0 : PAUSE);
  });
}
