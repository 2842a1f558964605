import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** A folder for one test, with files in it. */
export class Project {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "lazuli-session-")));

  constructor(files) {
    for (const [name, text] of Object.entries(files)) {
      this.write(name, text);
    }
  }

  path(name) {
    return join(this.folder, name);
  }

  uri(name) {
    return pathToFileURL(this.path(name)).href;
  }

  write(name, text) {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }

  remove(name = "") {
    rmSync(this.path(name), { recursive: true });
  }
}

/** A text without `|`, and the place where it stood. */
export function atCursor(marked) {
  const [before, after] = marked.split("|");
  const lines = before.split("\n");
  return { text: before + after, position: { line: lines.length - 1, character: lines.at(-1).length } };
}

/** The place in a text where `words` begin, `within` letters further. */
export function placeOf(text, words, within = 0) {
  const at = text.indexOf(words);
  if (at < 0) {
    throw new Error(`${words} is not there`);
  }
  const lines = text.slice(0, at + within).split("\n");
  return { line: lines.length - 1, character: lines.at(-1).length };
}

/** The text with edits made. */
export function edited(text, edits) {
  const starts = [0];
  for (const line of text.split("\n")) {
    starts.push(starts.at(-1) + line.length + 1);
  }
  const offset = ({ line, character }) => Math.min(starts[line] + character, text.length);
  const backwards = [...edits].sort((one, other) => offset(other.range.start) - offset(one.range.start));
  return backwards.reduce(
    (changed, { range, newText }) => changed.slice(0, offset(range.start)) + newText + changed.slice(offset(range.end)),
    text,
  );
}
