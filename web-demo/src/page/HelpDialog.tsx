import { signal } from "@preact/signals";
import { Dialog } from "./Dialog.tsx";

const open = signal(false);

export function help(): void {
  open.value = true;
}

const apple = /Mac|iPhone|iPad/.test(navigator.platform);
const control = apple ? "⌘" : "Ctrl";

const KEYS: readonly { title: string; keys: readonly (readonly [string, string])[] }[] = [
  {
    title: "In the editor",
    keys: [
      [`${control} .`, "Quick fixes at the cursor"],
      ["F8, Shift F8", "Next and previous finding"],
      ["Ctrl Space", "Complete"],
      [`F12, ${control} click`, "Go to the definition"],
      [`${control} F`, "Search and replace"],
      [`${control} Shift [ and ]`, "Fold and unfold"],
      [`${control} Z`, "Undo"],
      ["Escape, then Tab", "Leave the editor"],
    ],
  },
  {
    title: "On the page",
    keys: [
      ["F6", "Between the editor and the panel"],
      ["F1", "This help"],
      ["← →", "Between tabs, with the focus on one"],
      ["F2, Delete", "Rename or close the file, with the focus on its tab"],
    ],
  },
  {
    title: "In the schema",
    keys: [
      ["↑ ↓", "Between the properties"],
      ["← →", "Collapse and expand"],
      ["C", "Copy the path"],
    ],
  },
];

export function HelpDialog() {
  if (!open.value) return null;
  return (
    <Dialog title="Help" close={() => (open.value = false)}>
      <p>
        lazuli checks definitions of Azure resources: GruCloud programs, JSON, and templates of Azure Resource Manager.
        Everything happens in this browser; your files go nowhere. Drop files anywhere on the page to open them, a{" "}
        <code>lazuli.toml</code> among them to configure the rules, a swagger file to check more types.
      </p>
      {KEYS.map(({ title, keys }) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl class="keys">
            {keys.map(([key, meaning]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
