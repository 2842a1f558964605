import type { ComponentType } from "preact";
import { FindingsPanel } from "../findings/FindingsPanel.tsx";
import { GraphPanel } from "../graph/GraphPanel.tsx";
import { counts } from "../linting/report.ts";
import { SchemaPanel } from "../schema/SchemaPanel.tsx";
import { moveFocus } from "./move-focus.ts";
import { PANELS, type Panel, type View, narrow, showView, view } from "./view.ts";

const CONTENTS: Record<Panel, { title: string; content: ComponentType }> = {
  findings: { title: "Findings", content: FindingsPanel },
  schema: { title: "Schema", content: SchemaPanel },
  graph: { title: "Graph", content: GraphPanel },
};

export function PanelTabs() {
  return (
    <div class="panel-tabs" role="tablist" aria-label="Panels" onKeyDown={moveFocus}>
      {narrow.value && <PanelTab name="editor" title="Editor" />}
      {PANELS.map((name) => (
        <PanelTab key={name} name={name} title={CONTENTS[name].title} />
      ))}
    </div>
  );
}

function PanelTab({ name, title }: { name: View; title: string }) {
  const selected = view.value === name;
  const { error, warning, info } = counts.value;
  const count = error + warning + info;
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${name}`}
      aria-selected={selected}
      aria-controls={name === "editor" ? "editor" : "panel"}
      tabIndex={selected ? 0 : -1}
      onClick={() => showView(name)}
    >
      {title}
      {name === "findings" && count > 0 && <span class="count">{count}</span>}
    </button>
  );
}

export function PanelContent() {
  if (view.value === "editor") return null;
  const { content: Content } = CONTENTS[view.value];
  return (
    <div class="panel-content" id="panel" role="tabpanel" aria-labelledby={`tab-${view.value}`} tabIndex={-1}>
      <Content />
    </div>
  );
}
