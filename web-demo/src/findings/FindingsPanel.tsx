import { useComputed } from "@preact/signals";
import type { FileReport } from "lazuli";
import { configProblem } from "../linting/linter.ts";
import { SEVERITIES, counts, fixes, report } from "../linting/report.ts";
import { Icon } from "../page/Icon.tsx";
import { files } from "../project/project.ts";
import { FileFindings } from "./FileFindings.tsx";
import { RuleDocument } from "./RuleDocument.tsx";
import { opened } from "./documentation.ts";
import { toggle, visible } from "./filter.ts";
import { fixAll } from "./fixing.ts";
import { counted } from "./words.ts";

export function FindingsPanel() {
  const open = opened.value;
  if (open) return <RuleDocument rule={open.rule} documentation={open.documentation} />;
  return (
    <div class="findings">
      <Toolbar />
      {configProblem.value !== undefined && (
        <div class="problem" role="alert">
          <Icon name="error" />
          <p>
            <strong>lazuli.toml is not used.</strong> <bdi>{configProblem.value}</bdi>
          </p>
        </div>
      )}
      <List />
    </div>
  );
}

function Toolbar() {
  const { all, safe } = fixes.value;
  return (
    <div class="toolbar">
      <div class="filters" role="group" aria-label="Show">
        {SEVERITIES.map((severity) => (
          <button
            key={severity}
            type="button"
            class={`filter filter-${severity}`}
            aria-pressed={visible.value[severity]}
            onClick={() => toggle(severity)}
          >
            <Icon name={severity} />
            {counted(counts.value[severity], severity)}
          </button>
        ))}
      </div>
      <div class="fixes">
        <button type="button" class="button" disabled={safe === 0} onClick={() => void fixAll(false)}>
          <Icon name="fix" />
          {safe === 0 ? "Fix all safe" : `Fix all safe (${safe})`}
        </button>
        {all > safe && (
          <button
            type="button"
            class="button"
            title={`${all - safe} of these fixes should be reviewed afterwards`}
            onClick={() => void fixAll(true)}
          >
            {`Fix all (${all})`}
          </button>
        )}
      </div>
    </div>
  );
}

function List() {
  const shown = useComputed<FileReport[]>(() =>
    (report.value?.files ?? [])
      .map(({ path, diagnostics }) => ({
        path,
        diagnostics: diagnostics.filter(({ severity }) => visible.value[severity]),
      }))
      .filter(({ diagnostics }) => diagnostics.length > 0),
  );
  if (shown.value.length === 0) return <Nothing />;
  return (
    <div class="finding-files">
      {shown.value.map((file) => (
        <FileFindings key={file.path} {...file} />
      ))}
    </div>
  );
}

function Nothing() {
  if (!report.value) return <p class="empty">Loading the linter…</p>;
  if (files.value.length === 0) {
    return <p class="empty">There is no file to check. Add one, open one, or take a sample.</p>;
  }
  const hidden = SEVERITIES.reduce((sum, severity) => sum + counts.value[severity], 0);
  const { resources, unchecked, notRead } = report.value.summary;
  return (
    <div class="empty">
      <Icon name="check" />
      <p>
        {hidden > 0
          ? "What was found is hidden by the filter above."
          : resources === 0
            ? "Nothing to complain about: no resources are declared here."
            : `Nothing to complain about in ${counted(resources, "resource")}.`}
      </p>
      {unchecked > 0 && <p class="muted">{`Not checked, of a type that is not known: ${counted(unchecked, "resource")}.`}</p>}
      {notRead > 0 && <p class="muted">{`Not checked, known only when the program runs: ${counted(notRead, "place")}.`}</p>}
    </div>
  );
}
