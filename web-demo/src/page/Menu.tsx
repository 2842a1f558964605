import { useEffect, useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "./Icon.tsx";
import { reached } from "./move-focus.ts";

export interface MenuItem {
  label: string;
  description?: string;
  run: () => void;
}

interface Properties {
  icon: IconName;
  label: string;
  items: readonly MenuItem[];
}

export function Menu({ icon, label, items }: Properties) {
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    frame.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    const outside = (event: Event) => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) setOpen(false);
    };
    addEventListener("pointerdown", outside);
    addEventListener("focusin", outside);
    return () => {
      removeEventListener("pointerdown", outside);
      removeEventListener("focusin", outside);
    };
  }, [open]);

  const move = (event: KeyboardEvent) => {
    const entries = [...(frame.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const next = reached(entries, event.key, ["ArrowUp", "ArrowDown"]);
    if (next) {
      next.focus();
    } else if (event.key === "Escape") {
      setOpen(false);
      button.current?.focus();
    } else {
      return;
    }
    event.preventDefault();
  };

  return (
    <div class="menu" ref={frame}>
      <button
        ref={button}
        type="button"
        class="button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} />
        <span class="button-text">{label}</span>
      </button>
      {open && (
        <div class="menu-items" role="menu" aria-label={label} onKeyDown={move}>
          {items.map((item) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              onClick={() => {
                setOpen(false);
                button.current?.focus();
                item.run();
              }}
            >
              <bdi>{item.label}</bdi>
              {item.description && <span class="muted">{item.description}</span>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
