import { Prose } from "../findings/Prose.tsx";
import { Icon } from "../page/Icon.tsx";
import { copyPath } from "./copy-path.ts";
import type { Row } from "./rows.ts";

interface Properties {
  row: Row;
  /** Whether the cursor of the editor is there. */
  here: boolean;
  /** Whether it is the one row that Tab comes to. */
  stop: boolean;
  focus: () => void;
  toggle: () => void;
}

export function TreeRow({ row, here, stop, focus, toggle }: Properties) {
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
          void copyPath(path);
        }}
      >
        <Icon name="copy" />
      </span>
    </div>
  );
}
