import type { Extension } from "@codemirror/state";
import { type EditorView, type Tooltip, hoverTooltip } from "@codemirror/view";
import type { Hover } from "../index.js";
import { element, prose } from "./elements.js";
import type { Session } from "./session.js";

/** What is known of the thing under the pointer. */
export function hover(session: Session): Extension {
  return hoverTooltip((view, position) => tooltipAt(view, position, session));
}

async function tooltipAt(view: EditorView, position: number, session: Session): Promise<Tooltip | null> {
  const answer = await session.ask(view, (files) => session.client.hover(files, session.path, position));
  if (!answer) return null;
  return {
    pos: answer.range.start.offset,
    end: answer.range.end.offset,
    above: true,
    create: () => ({ dom: renderHover(answer) }),
  };
}

function renderHover({ title, kind, description, facts, origin }: Hover): HTMLElement {
  const head = element("div", "cm-lazuli-title", element("code", "", title));
  if (kind) head.append(element("span", "cm-lazuli-kind", kind));
  const parts = [head];
  if (facts.length > 0) {
    parts.push(element("ul", "cm-lazuli-facts", ...facts.map((fact) => element("li", "", ...prose(fact)))));
  }
  if (description) parts.push(element("div", "cm-lazuli-description", ...prose(description)));
  if (origin) parts.push(element("div", "cm-lazuli-origin", origin));
  return element("div", "cm-lazuli-hover", ...parts);
}
