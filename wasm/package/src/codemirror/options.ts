import type { Text } from "@codemirror/state";
import type { Location, Report, SourceFile } from "../index.js";

export interface LazuliOptions {
  /** The path of the text in the editor, as the linter is to see it. Its ending says what the text is. */
  path: string;
  /** The other files of the project. One of the same path gives way to the text in the editor. */
  files?: () => SourceFile[];
  /** What was found in all files, for the text that stands in the editor now. */
  onReport?: (report: Report, answer: Answer) => void;
  /** A call that failed. The editor goes on without its answer. */
  onError?: (error: unknown) => void;
  /** Where a definition in another file is to be shown. */
  onOpen?: (location: Location) => void;
  /** Shows the documentation of a rule in place of a link to it. */
  onExplain?: (rule: string) => void;
}

export interface Answer {
  /** The text that the report is about. */
  document: Text;
  /** When the first edit was made that this report answers, as `performance.now()` tells it. */
  since: number;
}
