import { element, prose } from "./elements.js";

interface MenuItem {
  label: string;
  run: () => void;
}

interface Menu {
  label: string;
  items: readonly MenuItem[];
  /** Closes the menu and gives the focus back. */
  close: () => void;
  /** Closes the menu when the focus has gone elsewhere, and stays there. */
  leave: () => void;
}

/** A menu for keyboard, pointer and screen reader. */
export function renderMenu({ label, items, close, leave }: Menu): HTMLElement {
  const buttons = items.map((item) =>
    renderItem(item.label, () => {
      close();
      item.run();
    }),
  );
  const list = element("div", "cm-lazuli-menu", ...buttons);
  list.setAttribute("role", "menu");
  list.setAttribute("aria-label", label);
  list.addEventListener("keydown", (event) => {
    const index = buttons.findIndex((button) => button.matches(":focus"));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) buttons[(index + step + buttons.length) % buttons.length]?.focus();
    else if (event.key === "Home") buttons[0]?.focus();
    else if (event.key === "End") buttons[buttons.length - 1]?.focus();
    else if (event.key === "Escape" || event.key === "Tab") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  list.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && list.contains(event.relatedTarget))) {
      // The menu may be closing already, and an editor does not take changes while it is being updated.
      queueMicrotask(() => list.isConnected && leave());
    }
  });
  return list;
}

function renderItem(label: string, run: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("role", "menuitem");
  button.append(...prose(label));
  button.addEventListener("click", run);
  return button;
}
