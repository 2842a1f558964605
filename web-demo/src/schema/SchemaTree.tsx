import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ResourceSchema } from "lazuli";
import { Icon } from "../page/Icon.tsx";
import { TreeRow } from "./TreeRow.tsx";
import { copyPath } from "./copy-path.ts";
import { MOST_ROWS, type Row, expandable, pathAt, rowsOf, withAncestors } from "./rows.ts";
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
    else if (event.key === "c") void copyPath(row.path);
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
        <button type="button" class="button" onClick={() => setExpanded(new Set(expandable(members)))}>
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
