import { useEffect, useState } from "preact/hooks";
import type { TypeEntry } from "lazuli";
import { reportFailure } from "../linting/failure.ts";
import { client } from "../linting/linter.ts";
import { pick } from "./shown-type.ts";
import { typeName } from "./type-name.ts";

const MOST = 60;

/** A field that finds a type by any part of either of its names. */
export function TypePicker() {
  const [types, setTypes] = useState<readonly TypeEntry[]>([]);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [active, setActive] = useState(0);
  const found = typed === undefined ? [] : find(types, typed);

  const open = () => {
    setTyped((before) => before ?? "");
    client.peek().catalogue().then(setTypes, reportFailure);
  };
  const choose = (entry: TypeEntry | undefined) => {
    if (entry) pick({ type: typeName(entry) });
    setTyped(undefined);
    setActive(0);
  };
  const move = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" && typed === undefined) open();
    else if (event.key === "ArrowDown") setActive(Math.min(active + 1, found.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(active - 1, 0));
    else if (event.key === "Enter") choose(found[active]);
    else if (event.key === "Escape") choose(undefined);
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    document.querySelector(`#type-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [active]);

  return (
    <div class="type-picker">
      <input
        type="text"
        role="combobox"
        aria-label="Find a resource type"
        aria-expanded={typed !== undefined}
        aria-controls="types"
        aria-autocomplete="list"
        {...(found[active] ? { "aria-activedescendant": `type-${active}` } : {})}
        placeholder="Find a resource type"
        spellcheck={false}
        value={typed ?? ""}
        onFocus={open}
        onBlur={() => choose(undefined)}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={move}
      />
      {typed !== undefined && (
        <ul id="types" role="listbox" aria-label="Resource types">
          {found.map((entry, index) => (
            <li
              key={typeName(entry)}
              id={`type-${index}`}
              role="option"
              aria-selected={index === active}
              // Before the field loses the focus and closes the list.
              onPointerDown={(event) => {
                event.preventDefault();
                choose(entry);
              }}
            >
              <bdi>{typeName(entry)}</bdi>
              <span class="muted">
                <bdi>{entry.armType}</bdi>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function find(types: readonly TypeEntry[], typed: string): TypeEntry[] {
  const words = typed.toLowerCase().split(/[\s:]+/).filter(Boolean);
  return types
    .filter((entry) => {
      const names = `${typeName(entry)} ${entry.armType}`.toLowerCase();
      return words.every((word) => names.includes(word));
    })
    .sort((one, other) => rank(one, words) - rank(other, words))
    .slice(0, MOST);
}

/** First what is called just so, then what begins so, then the rest, each in the order of the catalogue. */
function rank({ type }: TypeEntry, words: readonly string[]): number {
  const name = type.toLowerCase();
  const last = words.at(-1) ?? "";
  return name === last ? 0 : name.startsWith(last) ? 1 : 2;
}
