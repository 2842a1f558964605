import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ResourceSchema } from "lazuli";
import { Prose } from "../findings/Prose.tsx";
import { Icon } from "../page/Icon.tsx";
import { tell } from "../notices/notices.ts";
import { MOST_ROWS, type Row, pathAt, rowsOf, withAncestors } from "./rows.ts";
import { pointer } from "./shown-type.ts";

export function SchemaTree({ schema }: { schema: ResourceSchema }) {
  const { members } = schema;
  const [search, setSearch] = useState("");
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set(["properties"]));
  const [focused, setFocused] = useState<string | undefined>(undefined);
  const tree = useRef<HTMLDivElement>(null);
  const here = pointer.value === undefined ? undefined : pathAt(members, pointer.value);
  const rows = useMemo(() => rowsOf(members, expanded, search), [members, expanded, search]);
  const stop = rows.some((row) => row.path === focused) ? focused : rows[0]?.path;

  // The place under the cursor comes into view, unless the reader is at work in the tree.
  useEffect(() => {
    if (here === undefined || tree.current?.contains(document.activeElement)) return;
    setExpanded((before) => new Set([...before, ...withAncestors(here)]));
    setFocused(here);
  }, [here, members]);
  useEffect(() => {
    if (!tree.current?.contains(document.activeElement)) {
      tree.current?.querySelector("[aria-current=location]")?.scrollIntoView({ block: "nearest" });
    }
  }, [here, rows]);

  const toggle = (path: string) => {
    const next = new Set(expanded);
    if (!next.delete(path)) next.add(path);
    setExpanded(next);
  };
  const focus = (row: Row | undefined) => {
    if (!row) return;
    setFocused(row.path);
    tree.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(row.path)}"]`)?.focus();
  };
  const move = (event: KeyboardEvent) => {
    const index = rows.findIndex((row) => row.path === stop);
    const row = rows[index];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const folds = row.node.members.length > 0 && search === "";
    if (event.key === "ArrowDown") focus(rows[index + 1]);
    else if (event.key === "ArrowUp") focus(rows[index - 1]);
    else if (event.key === "Home") focus(rows[0]);
    else if (event.key === "End") focus(rows.at(-1));
    else if (event.key === "ArrowRight" && folds && !row.open) toggle(row.path);
    else if (event.key === "ArrowRight" && row.open) focus(rows[index + 1]);
    else if (event.key === "ArrowLeft" && folds && row.open) toggle(row.path);
    else if (event.key === "ArrowLeft") focus(rows.slice(0, index).findLast((other) => other.level < row.level));
    else if ((event.key === "Enter" || event.key === " ") && folds) toggle(row.path);
    else if (event.key === "c") void copy(row.path);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div class="toolbar">
        <label class="search">
          <Icon name="search" />
          <input
            type="search"
            aria-label="Search the properties"
            placeholder="Search the properties"
            spellcheck={false}
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value.trim())}
          />
        </label>
        <button type="button" class="button" onClick={() => setExpanded(new Set(allPaths(schema)))}>
          Expand all
        </button>
        <button type="button" class="button" onClick={() => setExpanded(new Set())}>
          Collapse all
        </button>
      </div>
      <div class="tree" role="tree" aria-label={`Properties of ${schema.type}`} ref={tree} onKeyDown={move}>
        {rows.map((row) => (
          <TreeRow
            key={row.path}
            row={row}
            here={row.path === here}
            stop={row.path === stop}
            focus={() => setFocused(row.path)}
            toggle={() => search === "" && toggle(row.path)}
          />
        ))}
      </div>
      {rows.length === 0 && <p class="empty">{`No property has “${search}” in its name.`}</p>}
      {rows.length >= MOST_ROWS && <p class="muted">{`The first ${MOST_ROWS} are shown. Search for the others.`}</p>}
    </>
  );
}

interface RowProperties {
  row: Row;
  here: boolean;
  stop: boolean;
  focus: () => void;
  toggle: () => void;
}

function TreeRow({ row, here, stop, focus, toggle }: RowProperties) {
  const { node, level, path, open, matches } = row;
  const folds = node.members.length > 0;
  return (
    <div
      class="tree-row"
      role="treeitem"
      aria-level={level}
      aria-selected={here}
      {...(folds ? { "aria-expanded": open } : {})}
      {...(here ? { "aria-current": "location" as const } : {})}
      data-path={path}
      data-matches={matches}
      tabIndex={stop ? 0 : -1}
      style={{ "--level": String(level) }}
      onFocus={focus}
      onClick={toggle}
    >
      <span class="twisty">{folds && <Icon name="arrow" />}</span>
      <span class="tree-text">
        <code class="tree-name">{node.name}</code>
        <span class="tree-kind">{node.kind}</span>
        {node.facts.map((fact) => (
          <span key={fact} class={fact === "required" ? "fact fact-required" : "fact"}>
            <Prose text={fact} />
          </span>
        ))}
        {node.repeats !== undefined && <span class="fact">{`as ${node.repeats} elsewhere`}</span>}
        {node.description && <span class="tree-description">{node.description}</span>}
      </span>
      <span
        class="copy-path"
        title="Copy the path (c)"
        onClick={(event) => {
          event.stopPropagation();
          void copy(path);
        }}
      >
        <Icon name="copy" />
      </span>
    </div>
  );
}

async function copy(path: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(path);
    tell({ kind: "info", topic: "copied", text: `Copied: ${path}` });
  } catch {
    tell({ kind: "error", topic: "copied", text: `The browser does not let the page copy. The path is ${path}` });
  }
}

function allPaths({ members }: ResourceSchema): string[] {
  const paths: string[] = [];
  const add = (nodes: typeof members, parent: string) => {
    for (const node of nodes) {
      if (node.members.length === 0) continue;
      const path = parent ? `${parent}.${node.name}` : node.name;
      paths.push(path);
      add(node.members, path);
    }
  };
  add(members, "");
  return paths;
}
