import { cursor, plain } from "../editor/editor.ts";
import { languageName } from "../editor/languages.ts";
import { counted } from "../findings/words.ts";
import { duration, report } from "../linting/report.ts";
import { remembered } from "../project/remember.ts";
import { activeFile } from "../project/project.ts";

const REMEMBERED = {
  "no storage": "Not remembered: this browser keeps nothing for the page",
  "too large": "Not remembered: too large for this browser's storage",
} as const;

export function StatusBar() {
  const file = activeFile.value;
  const { line, column } = cursor.value;
  const summary = report.value?.summary;
  return (
    <footer class="status-bar">
      {file && <span>{`Line ${line}, column ${column}`}</span>}
      {file && <span>{languageName(file.path)}</span>}
      {plain.value && <span>Too large to colour</span>}
      {remembered.value !== "yes" && <span>{REMEMBERED[remembered.value]}</span>}
      <span class="status-space" />
      {summary && <span>{counted(summary.resources, "resource")}</span>}
      {duration.value !== undefined && (
        <span title="From the last change to its findings">{`${duration.value.toFixed(1)} ms`}</span>
      )}
    </footer>
  );
}
