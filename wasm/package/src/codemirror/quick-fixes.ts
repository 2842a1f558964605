import { type Extension, Prec, StateEffect, StateField } from "@codemirror/state";
import { type EditorView, type Tooltip, keymap, showTooltip } from "@codemirror/view";
import type { Action } from "../index.js";
import { applyEdits, fixLabel } from "./fix.js";
import { renderMenu } from "./menu.js";
import { openRule } from "./rule.js";
import type { Session } from "./session.js";

/** A menu of what can be done about the findings at the cursor: Mod-. */
export function quickFixes(session: Session): Extension {
  return [openMenu, Prec.high(keymap.of([{ key: "Mod-.", run: (view) => showActions(view, session) }]))];
}

interface Menu {
  position: number;
  actions: readonly Action[];
  session: Session;
}

const setMenu = StateEffect.define<Menu | undefined>();

/** The menu, which closes as soon as the text or the selection is another. */
const openMenu = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setMenu)) return effect.value ? menuTooltip(effect.value) : null;
    }
    return transaction.docChanged || transaction.selection ? null : tooltip;
  },
  provide: (field) => showTooltip.from(field),
});

function showActions(view: EditorView, session: Session): boolean {
  void (async () => {
    const { from, to } = view.state.selection.main;
    const actions = await session.ask(view, (files) => session.client.actions(files, session.path, from, to));
    if (!actions) return;
    view.dispatch({ effects: setMenu.of({ position: view.state.selection.main.head, actions, session }) });
  })();
  return true;
}

function menuTooltip({ position, actions, session }: Menu): Tooltip {
  return {
    pos: position,
    above: false,
    create: (view) => {
      const close = () => view.dispatch({ effects: setMenu.of(undefined) });
      const items = actions.map((action) => ({
        label: fixLabel(action.title, action.safe || action.kind !== "fix"),
        run: () => perform(view, action, session),
      }));
      const dom = renderMenu({
        label: "Quick fixes",
        items: items.length > 0 ? items : [{ label: "Nothing to fix here", run: () => {} }],
        close: () => {
          close();
          view.focus();
        },
        leave: close,
      });
      return { dom, mount: () => dom.querySelector("button")?.focus() };
    },
  };
}

function perform(view: EditorView, action: Action, session: Session): void {
  if (action.kind === "explain") openRule(action, session);
  else applyEdits(view, action.edits);
}
