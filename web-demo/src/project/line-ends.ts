import { Text } from "@codemirror/state";

/** What the editor does not keep of a text: its line ends, and the mark that some programs put at the beginning. */
export interface Origin {
  text: string;
  document: Text;
  lineEnd: "\n" | "\r\n" | "\r";
  mark: boolean;
}

const MARK = "\uFEFF";

export function read(text: string): Origin {
  const mark = text.startsWith(MARK);
  return {
    text,
    document: Text.of((mark ? text.slice(1) : text).split(/\r\n?|\n/)),
    lineEnd: mostCommonLineEnd(text),
    mark,
  };
}

/** The text as a file: with the line ends that it came with, and to the last byte the same if nothing was edited. */
export function write(document: Text, origin: Origin): string {
  if (document.eq(origin.document)) return origin.text;
  const text = document.sliceString(0, document.length, origin.lineEnd);
  return origin.mark ? MARK + text : text;
}

function mostCommonLineEnd(text: string): Origin["lineEnd"] {
  const counts = { "\r\n": 0, "\n": 0, "\r": 0 };
  for (const [end] of text.matchAll(/\r\n?|\n/g)) counts[end as Origin["lineEnd"]] += 1;
  if (counts["\r\n"] > counts["\n"]) return "\r\n";
  return counts["\r"] > counts["\n"] ? "\r" : "\n";
}
